package tombolo.cover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tombolo.people.StandIn.Scope;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;

/**
 * What a therapist has decided for the day on which they cannot go on: who may then open what. It opens only when two
 * people of the practice say that the day has come, for a time, and everybody concerned is told. Where a therapist has made
 * none, whoever runs the practice may carry on as one would, for names and the way that is safe alone.
 *
 * @param executor who may open it then
 * @param scope what they may open
 * @param words what is to be done, in the therapist's words
 * @param own whether the therapist made it; one that stands in its place is there only while it is asked for or open
 * @param opening where it is on the way to being opened; empty while nobody has asked
 */
public record ClinicalWill(
        UUID id,
        AccountId therapist,
        AccountId executor,
        Scope scope,
        Optional<Confidential> words,
        Instant madeAt,
        boolean own,
        Optional<Opening> opening) {

    /** How long it stays open. */
    public static final Duration LASTS = Duration.ofDays(14);

    public ClinicalWill {
        if (executor.equals(therapist)) {
            throw new IllegalArgumentException("Nobody carries out their own clinical will");
        }
    }

    /**
     * One person has said that the day has come, and perhaps a second one.
     *
     * @param why in the words of the first
     */
    public record Opening(
            UUID id,
            Confidential why,
            AccountId askedBy,
            Instant askedAt,
            Optional<AccountId> confirmedBy,
            Optional<Instant> until) {

        public boolean isConfirmed() {
            return confirmedBy.isPresent();
        }
    }

    /** When it was opened, if it is or was for a time. */
    Optional<Instant> openedAt() {
        return opening.flatMap(Opening::until).map(until -> until.minus(LASTS));
    }

    /** Whether its executor may open what it says, at this moment. */
    public boolean isOpen(Instant when) {
        return opening.flatMap(Opening::until).filter(when::isBefore).isPresent();
    }

    /** Only whom it names, and only while it is open. */
    public boolean mayCarryOut(AccountId colleague, Instant when) {
        return executor.equals(colleague) && isOpen(when);
    }

    /** The therapist themself cannot say that they cannot. */
    public boolean mayAsk(AccountId colleague) {
        return opening.isEmpty() && !colleague.equals(therapist);
    }

    /** Never the one who asked: it takes two. */
    public boolean mayConfirm(AccountId colleague) {
        return opening.filter(it -> !it.isConfirmed() && !it.askedBy().equals(colleague))
                        .isPresent()
                && !colleague.equals(therapist);
    }
}
