package tombolo.techniques;

import java.time.Instant;
import java.util.Optional;
import tombolo.database.Ids;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.week.TryId;
import tombolo.week.With;

/**
 * One piece of work with a technique: begun, gone on with on another day or another device, and never late. It is whole when
 * the least path is done; nobody has to make it whole.
 *
 * @param technique its id
 * @param with whom it is about; empty while nobody was named, and for oneself
 * @param begunBy the person, or the therapist beside them
 * @param tried what came of it for the week
 * @param whole the least path is done
 */
public record Piece(
        PieceId id,
        PersonId person,
        String technique,
        Optional<With> with,
        Answers answers,
        AccountId begunBy,
        Instant begunAt,
        Instant changedAt,
        Optional<TryId> tried,
        boolean whole,
        int version) {

    static Piece begun(
            PersonId person, String technique, Optional<With> with, Answers answers, AccountId by, Instant when) {
        return new Piece(
                new PieceId(Ids.next()), person, technique, with, answers, by, when, when, Optional.empty(), false, 0);
    }

    /** With what one more step has said. */
    public Piece said(Answers all, Optional<With> about, Instant when) {
        return new Piece(id, person, technique, about, all, begunBy, begunAt, when, tried, whole, version + 1);
    }

    /** Has led to something for the week. */
    public Piece leadsTo(TryId what, Instant when) {
        return new Piece(
                id, person, technique, with, answers, begunBy, begunAt, when, Optional.of(what), whole, version + 1);
    }

    /** With whether everything the least path needs has been said; steps that are closed here are not waited for. */
    Piece measuredBy(Technique how, boolean mayAssert) {
        boolean done = how.steps(mayAssert).stream().filter(Step::least).noneMatch(step -> step.waits(answers));
        return new Piece(id, person, technique, with, answers, begunBy, begunAt, changedAt, tried, done, version);
    }
}
