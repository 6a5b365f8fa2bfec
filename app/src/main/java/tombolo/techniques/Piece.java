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
        int version) {

    static Piece begun(
            PersonId person, String technique, Optional<With> with, Answers answers, AccountId by, Instant when) {
        return new Piece(
                new PieceId(Ids.next()), person, technique, with, answers, by, when, when, Optional.empty(), 0);
    }

    /** With what one more step has said. */
    public Piece said(Answers all, Optional<With> about, Instant when) {
        return new Piece(id, person, technique, about, all, begunBy, begunAt, when, tried, version + 1);
    }

    /** Has led to something for the week. */
    public Piece leadsTo(TryId what, Instant when) {
        return new Piece(id, person, technique, with, answers, begunBy, begunAt, when, Optional.of(what), version + 1);
    }

    /** Whether everything the least path needs has been said; steps that are closed here are not waited for. */
    public boolean isWhole(Technique how, boolean mayAssert) {
        return how.leastPath().stream()
                .filter(step -> mayAssert || !step.asserting())
                .flatMap(step -> step.questions().stream())
                .filter(Question::needed)
                .allMatch(question -> question.fields().stream().anyMatch(answers::has));
    }
}
