package tombolo.week;

/**
 * A mood that was told where somebody worked on something, such as how they felt after a talk. It is kept there, and is no entry
 * of its own.
 *
 * @param entry as one could have written it down
 * @param what text key of what was asked
 * @param href where the person reads it
 */
public record MoodTold(MoodEntry entry, String what, String href) {

    /** Whether the same was written down on the week: that mood on that day, with them or without a word of whom. */
    boolean isWritten(MoodEntry written) {
        return written.day().equals(entry.day())
                && written.mood() == entry.mood()
                && (written.with().isEmpty()
                        || entry.with().isEmpty()
                        || written.with().stream()
                                .anyMatch(one -> entry.with().stream()
                                        .anyMatch(other -> other.who().equals(one.who()))));
    }
}
