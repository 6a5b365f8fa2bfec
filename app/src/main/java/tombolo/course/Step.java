package tombolo.course;

import java.util.UUID;

/**
 * One step in the life of a course, and who took it when.
 *
 * @param detail the problem areas, why it ended, or the day a rest is to end: a category or a day
 * @param words what was said about it; may be empty
 */
public record Step(UUID id, Kind kind, String detail, String words, Signature signed) {

    /** What a step can be. */
    public enum Kind {
        FOCUS,
        /** Something may be put down for a while. */
        SICK_ROLE,
        /** Both marked how near the goals are. */
        GOALS_MARKED,
        PAUSED,
        RESUMED,
        /** The ending was spoken of. */
        ENDING_SAID,
        ENDED
    }

    @Override
    public String toString() {
        return "Step[" + kind + "]";
    }
}
