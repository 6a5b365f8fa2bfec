package tombolo.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/** A link that lets one person in, once. The link itself is known only to whoever was given it; here lies its hash. */
public record Invitation(
        UUID id,
        PersonId person,
        AccountId invitedBy,
        Instant made,
        Instant expires,
        Optional<Instant> used,
        Optional<Instant> revoked) {
    /** Long enough for a holiday, short enough that a forgotten link closes by itself. */
    public static final Duration LASTS = Duration.ofDays(14);

    /** What has become of an invitation. */
    public enum State {
        OPEN,
        USED,
        REVOKED,
        EXPIRED
    }

    public State state(Instant now) {
        if (used.isPresent()) {
            return State.USED;
        }
        if (revoked.isPresent()) {
            return State.REVOKED;
        }
        return now.isBefore(expires) ? State.OPEN : State.EXPIRED;
    }
}
