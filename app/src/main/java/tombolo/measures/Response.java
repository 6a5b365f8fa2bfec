package tombolo.measures;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tombolo.instruments.Answers;
import tombolo.instruments.Instrument;
import tombolo.instruments.Score;
import tombolo.instruments.Scored;
import tombolo.instruments.Unscorable;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/**
 * One filled-in questionnaire. It is never changed; one that should not count is set aside and stays readable.
 *
 * @param course the course it belongs to, if one was under way
 * @param session the number of the session it was answered before or in
 * @param taken when it was answered
 * @param keptBy whose hand wrote it down, where it was not the person's own
 * @param reason why it was entered for them
 * @param setAside since when it does not count, if it does not
 */
public record Response(
        UUID id,
        PersonId person,
        Optional<UUID> course,
        Optional<UUID> asking,
        Optional<Integer> session,
        Instant taken,
        Way way,
        Optional<AccountId> keptBy,
        Optional<Confidential> reason,
        Answers answers,
        Optional<SetAside> setAside) {

    /** That a response does not count: since when, by whom, and why. */
    public record SetAside(Instant at, AccountId by, Confidential why) {}

    public Instrument instrument() {
        return answers.instrument();
    }

    /** The score, or the answers missing for one. */
    public Scored scored() {
        return instrument().score(answers);
    }

    /** The score; empty while too many answers are missing. */
    public Optional<Score> score() {
        return switch (scored()) {
            case Score score -> Optional.of(score);
            case Unscorable _ -> Optional.empty();
        };
    }

    public boolean counts() {
        return setAside.isEmpty();
    }

    /** Says nothing of what was answered. */
    @Override
    public String toString() {
        return "answers to " + instrument().id();
    }
}
