package tombolo.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/**
 * Somebody who stands in for a person's therapist: from one moment until another, and for a reason the person is told.
 *
 * @param who stands in
 * @param instead of this therapist
 * @param until when it ends by itself; empty while the end is not known
 */
public record StandIn(
        UUID id,
        PersonId person,
        AccountId who,
        AccountId instead,
        Why why,
        Scope scope,
        Instant from,
        Optional<Instant> until) {

    /** Why somebody else is let in. */
    public enum Why {
        /** The therapist is away. */
        AWAY,
        /** Something was said that a human must answer, and the therapist did not in time. */
        CONCERN,
        /** The therapist cannot work any more, and had named somebody for that. */
        WILL
    }

    /** What is opened. */
    public enum Scope {
        /** What the therapist could open. */
        RECORD,
        /** The name and the way that is safe, and no more. */
        CONTACT
    }

    /** From its first moment until just before its last. */
    public boolean isOpen(Instant when) {
        return !when.isBefore(from) && until.filter(end -> !when.isBefore(end)).isEmpty();
    }
}
