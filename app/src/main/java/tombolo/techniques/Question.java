package tombolo.techniques;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One thing a step asks. What is not needed may be left empty, and nothing is made of that. */
public sealed interface Question {

    String id();

    /** Whether the step cannot go on without it. */
    boolean needed();

    /** The names its answers have in a form, in their order. */
    default List<String> fields() {
        return List.of(id());
    }

    /** How many things it asks for. */
    default int inputs() {
        return 1;
    }

    /**
     * Words of their own.
     *
     * @param longest in characters
     * @param aloud whether they are said to somebody; the line checker then has a look at them
     */
    record Words(String id, boolean needed, int longest, boolean aloud) implements Question {
        /** A line. */
        public static Words line(String id) {
            return new Words(id, true, 300, false);
        }

        /** A few lines. */
        public static Words some(String id) {
            return new Words(id, false, 2000, false);
        }

        /** What they might say to somebody. */
        public static Words aloud(String id) {
            return new Words(id, true, 600, true);
        }

        /** The same, and may be left empty. */
        public Words perhaps() {
            return new Words(id, false, longest, aloud);
        }
    }

    /** Somebody from the circles. */
    record Whom(boolean needed, boolean alsoMyself) implements Question {
        /** The name of the field, the same in every technique: a piece is about one tie. */
        public static final String WHO = "who";

        /** What is sent for oneself. */
        public static final String MYSELF = "me";

        /** What is sent for nobody in particular, where nobody is needed. */
        public static final String NOBODY = "nobody";

        @Override
        public String id() {
            return WHO;
        }
    }

    /** A number from 0 to {@code most}; the two ends are named in words ({@code .id.low}, {@code .id.high}). */
    record Scale(String id, boolean needed, int most) implements Question {}

    /** One of a few. */
    record One(String id, boolean needed, List<String> options) implements Question {
        public One {
            options = List.copyOf(options);
        }
    }

    /** Any of a few. */
    record Some(String id, List<String> options) implements Question {
        public Some {
            options = List.copyOf(options);
        }

        @Override
        public boolean needed() {
            return false;
        }
    }

    /** Numbers from 0 to {@code most} for several things, each in several ways: how much of it there is, and should be. */
    record Grid(String id, List<String> rows, List<String> columns, int most) implements Question {
        public Grid {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }

        @Override
        public boolean needed() {
            return false;
        }

        @Override
        public int inputs() {
            return rows.size() * columns.size();
        }

        @Override
        public List<String> fields() {
            return rows.stream()
                    .flatMap(row -> columns.stream().map(column -> field(row, column)))
                    .toList();
        }

        public String field(String row, String column) {
            return id + "-" + row + "-" + column;
        }
    }

    /**
     * An exchange turn by turn, in two lanes: what was said, and whatever else is asked of each turn.
     *
     * @param parts beside who spoke and what was said
     * @param most turns
     */
    record Turns(String id, List<String> parts, int most) implements Question {
        /** Who spoke: {@link #ME} or {@link #THEM}. */
        public static final String WHO = "who";

        public static final String ME = "me";
        public static final String THEM = "them";
        public static final String SAID = "said";

        public Turns {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean needed() {
            return false;
        }

        @Override
        public int inputs() {
            return most * (2 + parts.size());
        }

        @Override
        public List<String> fields() {
            return IntStream.rangeClosed(1, most)
                    .boxed()
                    .flatMap(turn ->
                            Stream.concat(Stream.of(WHO, SAID), parts.stream()).map(part -> field(turn, part)))
                    .toList();
        }

        /** @param turn from 1 */
        public String field(int turn, String part) {
            return id + "-" + turn + "-" + part;
        }
    }
}
