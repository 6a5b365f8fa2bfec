package tombolo.week;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import tombolo.database.Ids;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/**
 * What somebody said they would try between two sessions: with whom, when, and what could get in the way (the eighth part
 * of every session). It is open until they say how it went. All four answers are as good as each other: what was not done
 * is talked about, never blamed. An answer may be changed; nothing is counted.
 *
 * @param session in which it was agreed; empty when the person thought of it by themself
 */
public record Try(
        TryId id,
        PersonId person,
        Words words,
        Optional<Integer> session,
        AccountId agreedBy,
        Instant agreedAt,
        Optional<Outcome> outcome,
        int version) {

    /** Characters in any of its words. */
    public static final int LONGEST = 500;

    /**
     * What was said.
     *
     * @param when in the person's words; may be empty
     * @param barrier what could get in the way; may be empty
     */
    public record Words(String what, Optional<With> with, String when, String barrier) {
        public Words {
            if (what.isBlank()) {
                throw new IllegalArgumentException("A try says what is tried");
            }
            fits(what);
            fits(when);
            fits(barrier);
        }

        /** Shows no word of it. */
        @Override
        public String toString() {
            return "a try";
        }
    }

    /** How it went, told by the person or noted for them in the hour. */
    public record Outcome(How how, String words, AccountId toldBy, Instant at) {
        public Outcome {
            fits(words);
        }

        /** Shows no word of it. */
        @Override
        public String toString() {
            return "how a try went";
        }
    }

    /** None is better than another. */
    public enum How {
        DID,
        PARTLY,
        /** It is still meant to be tried. */
        NOT_YET,
        CHANGED_MY_MIND
    }

    static Try agreed(PersonId person, Words words, Optional<Integer> session, AccountId by, Instant when) {
        return new Try(new TryId(Ids.next()), person, words, session, by, when, Optional.empty(), 0);
    }

    /** Still waits to be tried or told of. */
    public boolean isOpen() {
        return outcome.map(it -> it.how() == How.NOT_YET).orElse(true);
    }

    /** The day it is planned for, as far as the words tell it in which it was agreed; empty where they do not. */
    public Optional<LocalDate> plannedFor(ZoneId zone) {
        return version > 0 ? Optional.empty() : DayAhead.in(words.when(), LocalDate.ofInstant(agreedAt, zone));
    }

    /** How it went, or how it went after all. */
    public Try went(How how, String said, AccountId by, Instant when) {
        return new Try(
                id,
                person,
                words,
                session,
                agreedBy,
                agreedAt,
                Optional.of(new Outcome(how, said, by, when)),
                version + 1);
    }

    private static void fits(String words) {
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException("At most " + LONGEST + " characters, not " + words.length());
        }
    }
}
