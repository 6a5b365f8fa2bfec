package tombolo.cover;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tombolo.database.Ids;
import tombolo.vault.AccountId;

/**
 * A therapist is not there, from one moment until another. It ends by itself.
 *
 * @param cover who is there instead; nobody, where nobody is
 * @param namedBy who has said who that is
 * @param ended when it was over early
 */
public record Absence(
        UUID id,
        AccountId therapist,
        Optional<AccountId> cover,
        AccountId namedBy,
        Instant from,
        Instant until,
        AccountId madeBy,
        Instant madeAt,
        Optional<Instant> ended) {

    public Absence {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("An absence ends after it begins, not " + from + " to " + until);
        }
        if (cover.equals(Optional.of(therapist))) {
            throw new IllegalArgumentException("Nobody covers for themself");
        }
    }

    static Absence planned(
            AccountId therapist,
            Optional<AccountId> cover,
            Instant from,
            Instant until,
            AccountId madeBy,
            Instant now) {
        return new Absence(Ids.next(), therapist, cover, madeBy, from, until, madeBy, now, Optional.empty());
    }

    /** The same, with somebody else there instead, or nobody. */
    Absence coveredBy(Optional<AccountId> other, AccountId by) {
        return new Absence(id, therapist, other, by, from, until, madeBy, madeAt, ended);
    }

    /** Whether the cover is there on nobody's word but their own: they reach the people, and no record opens by that. */
    public boolean isCoveredOnOwnWord() {
        return cover.equals(Optional.of(namedBy));
    }

    /** From its first moment until just before its last. */
    public boolean isNow(Instant when) {
        return !when.isBefore(from) && when.isBefore(end());
    }

    /** When it is over. */
    public Instant end() {
        return ended.orElse(until);
    }
}
