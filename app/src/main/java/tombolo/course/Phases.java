package tombolo.course;

/**
 * The three phases of a course as ranges of session numbers without a gap.
 *
 * @param initialTo the last session of the initial phase
 * @param middleTo the last session of the middle phase
 * @param sessions the last session of all
 */
public record Phases(int initialTo, int middleTo, int sessions) {

    public Phases {
        if (initialTo < 1 || middleTo < initialTo || sessions <= middleTo) {
            throw new IllegalArgumentException(
                    "Phases do not follow each other: 1–" + initialTo + ", –" + middleTo + ", –" + sessions);
        }
    }

    /**
     * For any number of sessions no manual names: a quarter, rounded half up, to begin with; four, three, two or one to
     * end with; the rest between.
     */
    public static Phases of(int sessions) {
        if (sessions < 2) {
            throw new IllegalArgumentException("A course has two sessions at least, not " + sessions);
        }
        int initial = Math.max(1, (sessions + 2) / 4);
        int ending = sessions >= 16 ? 4 : sessions >= 14 ? 3 : sessions >= 12 ? 2 : 1;
        return new Phases(initial, sessions - ending, sessions);
    }

    /** The same beginning and ending around a longer or shorter middle, as far as there is room for them. */
    Phases stretchedTo(int total) {
        int ending = sessions - middleTo;
        return total > initialTo + ending ? new Phases(initialTo, total - ending, total) : of(total);
    }

    /** The phase a session lies in; one after the last lies in the ending. */
    public Phase at(int session) {
        if (session < 1) {
            throw new IllegalArgumentException("Sessions are counted from 1, not from " + session);
        }
        return session <= initialTo ? Phase.INITIAL : session <= middleTo ? Phase.MIDDLE : Phase.ENDING;
    }

    /** How many sessions a phase has; of a very short course the middle has none. */
    public int count(Phase phase) {
        return to(phase) - from(phase) + 1;
    }

    /** The first session of a phase. */
    public int from(Phase phase) {
        return switch (phase) {
            case INITIAL -> 1;
            case MIDDLE -> initialTo + 1;
            case ENDING -> middleTo + 1;
        };
    }

    /** The last session of a phase. */
    public int to(Phase phase) {
        return switch (phase) {
            case INITIAL -> initialTo;
            case MIDDLE -> middleTo;
            case ENDING -> sessions;
        };
    }
}
