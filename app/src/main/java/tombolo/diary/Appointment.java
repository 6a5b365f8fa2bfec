package tombolo.diary;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tombolo.database.Ids;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/**
 * An hour a person and their therapist have agreed to meet.
 *
 * @param by who could not be there, once it was missed or cancelled
 * @param told whether the other one was told before
 * @param moves how often it was moved
 * @param words what the person said about not coming
 * @param booked when it was made
 * @param changedBy whose hand was the last
 * @param version rises with every change
 */
public record Appointment(
        UUID id,
        PersonId person,
        AccountId therapist,
        Instant start,
        int minutes,
        State state,
        Optional<Side> by,
        boolean told,
        int moves,
        Optional<Confidential> words,
        Instant booked,
        AccountId changedBy,
        Instant changedAt,
        int version) {

    /** What an hour is as a rule. */
    public static final int MINUTES = 50;

    public static final int SHORTEST = 5;
    public static final int LONGEST = 480;

    private static final Duration EARLY = Duration.ofMinutes(30);

    /** What became of it. */
    public enum State {
        /** It is to be; or it was to be, and nobody has said yet what became of it. */
        BOOKED,
        /** The two met. */
        HELD,
        /** They were to meet, and did not. */
        MISSED,
        /** It was called off beforehand. */
        CANCELLED
    }

    public Appointment {
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw new IllegalArgumentException("An appointment of " + minutes + " minutes");
        }
        if (by.isPresent() != (state == State.MISSED || state == State.CANCELLED)) {
            throw new IllegalArgumentException(state + " by " + by);
        }
    }

    static Appointment booked(
            PersonId person, AccountId therapist, Instant start, int minutes, AccountId hand, Instant when) {
        return new Appointment(
                Ids.next(),
                person,
                therapist,
                start,
                minutes,
                State.BOOKED,
                Optional.empty(),
                false,
                0,
                Optional.empty(),
                when,
                hand,
                when,
                0);
    }

    public Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** It is still ahead. */
    public boolean isAhead(Instant now) {
        return state == State.BOOKED && start.isAfter(now);
    }

    /** Its time is over and nobody has said what became of it. */
    public boolean isUnrecorded(Instant now) {
        return state == State.BOOKED && !end().isAfter(now);
    }

    /** It can be said what became of it: the two may begin a little early. */
    public boolean canBeRecorded(Instant now) {
        return state != State.CANCELLED && !start.minus(EARLY).isAfter(now);
    }

    /** The two take up some of the same time. */
    public boolean overlaps(Appointment other) {
        return start.isBefore(other.end()) && other.start.isBefore(end());
    }

    Appointment movedTo(Instant newStart, int newMinutes, AccountId hand, Instant when) {
        if (state != State.BOOKED) {
            throw new IllegalStateException("An appointment that is " + state + " cannot be moved");
        }
        return new Appointment(
                id,
                person,
                therapist,
                newStart,
                newMinutes,
                State.BOOKED,
                Optional.empty(),
                false,
                moves + 1,
                words,
                booked,
                hand,
                when,
                version);
    }

    /** With another therapist, at the same time. */
    Appointment handedTo(AccountId other, AccountId hand, Instant when) {
        if (state != State.BOOKED) {
            throw new IllegalStateException("An appointment that is " + state + " stays with whoever had it");
        }
        return new Appointment(
                id, person, other, start, minutes, state, by, told, moves, words, booked, hand, when, version);
    }

    /** The two met. What was recorded otherwise by mistake is put right in this way too. */
    Appointment held(AccountId hand, Instant when) {
        return came(State.HELD, Optional.empty(), false, hand, when);
    }

    /** The two have begun, earlier that day than was booked: whoever is here is not waited for. */
    Appointment begun(AccountId hand, Instant when) {
        if (state == State.CANCELLED) {
            throw new IllegalStateException("An appointment that was cancelled does not begin");
        }
        return with(State.HELD, Optional.empty(), false, words, hand, when);
    }

    /** They did not meet. What was recorded otherwise by mistake is put right in this way too. */
    Appointment missed(Side side, boolean otherTold, AccountId hand, Instant when) {
        return came(State.MISSED, Optional.of(side), otherTold, hand, when);
    }

    private Appointment came(State became, Optional<Side> side, boolean otherTold, AccountId hand, Instant when) {
        if (state == State.CANCELLED) {
            throw new IllegalStateException("An appointment that was cancelled did not become " + became);
        }
        if (!canBeRecorded(when)) {
            throw new IllegalStateException("Nobody knows yet what becomes of an appointment at " + start);
        }
        return with(became, side, otherTold, words, hand, when);
    }

    Appointment cancelled(Side side, Optional<Confidential> said, AccountId hand, Instant when) {
        if (state != State.BOOKED) {
            throw new IllegalStateException("An appointment that is " + state + " cannot be cancelled");
        }
        return with(State.CANCELLED, Optional.of(side), true, said, hand, when);
    }

    private Appointment with(
            State became,
            Optional<Side> side,
            boolean otherTold,
            Optional<Confidential> said,
            AccountId hand,
            Instant when) {
        return new Appointment(
                id, person, therapist, start, minutes, became, side, otherTold, moves, said, booked, hand, when,
                version);
    }
}
