package tombolo.week;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tombolo.database.Ids;
import tombolo.vault.PersonId;

/**
 * One mood on one day, and what was happening with whom (linking mood and events, technique T7). It is told from either
 * side: a mood, and what went with it; or something that happened, and what it did to the mood. The person alone writes it.
 *
 * @param mood from 0, as low as it gets, to 10, as good as it gets
 * @param began which of the two was told first
 */
public record MoodEntry(
        MoodId id,
        PersonId person,
        int mood,
        LocalDate day,
        Words words,
        List<With> with,
        Began began,
        Instant writtenAt,
        int version) {

    public static final int HIGHEST = 10;

    /** Characters in any of its words. */
    public static final int LONGEST = 1000;

    /** From more people than this no link can be read. */
    public static final int MOST_PEOPLE = 12;

    public MoodEntry {
        with = List.copyOf(with);
        if (mood < 0 || mood > HIGHEST) {
            throw new IllegalArgumentException("A mood is 0 to " + HIGHEST + ", not " + mood);
        }
        if (with.size() > MOST_PEOPLE) {
            throw new IllegalArgumentException("At most " + MOST_PEOPLE + " people in one entry");
        }
    }

    /**
     * What the person said of it.
     *
     * @param event what happened; may be empty
     * @param link how the two go together, as they see it; may be empty
     */
    public record Words(String event, String link) {
        /** A mood alone is enough. */
        public static final Words NONE = new Words("", "");

        public Words {
            if (event.length() > LONGEST || link.length() > LONGEST) {
                throw new IllegalArgumentException("At most " + LONGEST + " characters");
            }
        }

        /** Shows no word of it. */
        @Override
        public String toString() {
            return "words about a mood";
        }
    }

    /** The two directions of the question. */
    public enum Began {
        /** "My mood was low": what was happening, and with whom? */
        MOOD,
        /** "Something happened": what did it do to my mood? */
        EVENT
    }

    static MoodEntry told(
            PersonId person, int mood, LocalDate day, Words words, List<With> with, Began began, Instant now) {
        return new MoodEntry(new MoodId(Ids.next()), person, mood, day, words, with, began, now, 0);
    }

    /** The same entry, put right or said more fully. */
    public MoodEntry retold(int newMood, LocalDate newDay, Words newWords, List<With> newWith, Instant now) {
        return new MoodEntry(id, person, newMood, newDay, newWords, newWith, began, now, version + 1);
    }
}
