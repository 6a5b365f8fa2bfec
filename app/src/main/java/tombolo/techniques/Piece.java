package tombolo.techniques;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * @param stood how it stood, the earliest first, where the technique keeps that; the last is how it stands
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
        List<Stood> stood,
        AccountId begunBy,
        Instant begunAt,
        Instant changedAt,
        Optional<TryId> tried,
        boolean whole,
        int version) {
    public Piece {
        stood = List.copyOf(stood);
    }

    static Piece begun(
            PersonId person, String technique, Optional<With> with, Answers answers, AccountId by, Instant when) {
        return new Piece(
                new PieceId(Ids.next()),
                person,
                technique,
                with,
                answers,
                List.of(),
                by,
                when,
                when,
                Optional.empty(),
                false,
                0);
    }

    /** With what one more step has said. */
    public Piece said(Answers all, Optional<With> about, Instant when) {
        return new Piece(id, person, technique, about, all, stood, begunBy, begunAt, when, tried, whole, version + 1);
    }

    /**
     * With how it stands since it was last changed. How it stood is kept beside that, save for what was said the same day: that
     * was a slip of the hand, or has changed before anybody slept on it.
     */
    Piece standing(String how, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(changedAt, zone);
        List<Stood> all = stood.stream()
                .filter(one -> one.how().equals(how)
                        || !LocalDate.ofInstant(one.at(), zone).equals(day))
                .collect(Collectors.toCollection(ArrayList::new));
        if (all.isEmpty() || !all.getLast().how().equals(how)) {
            all.add(new Stood(how, changedAt));
        }
        return new Piece(id, person, technique, with, answers, all, begunBy, begunAt, changedAt, tried, whole, version);
    }

    /** Has led to something for the week. */
    public Piece leadsTo(TryId what, Instant when) {
        return new Piece(
                id,
                person,
                technique,
                with,
                answers,
                stood,
                begunBy,
                begunAt,
                when,
                Optional.of(what),
                whole,
                version + 1);
    }

    /** With whether everything the least path needs has been said, as far as its steps can be taken. */
    Piece measuredBy(List<Step> open) {
        boolean done = open.stream().noneMatch(this::waitsFor);
        return new Piece(
                id, person, technique, with, answers, stood, begunBy, begunAt, changedAt, tried, done, version);
    }

    /** Whether it is not whole without what a step asks. */
    boolean waitsFor(Step step) {
        return step.least() && step.waits(answers);
    }
}
