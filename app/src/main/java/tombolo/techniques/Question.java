package tombolo.techniques;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One thing a step asks. What is not needed may be left empty, and nothing is made of that. */
public sealed interface Question {

    String id();

    /** Whether the step cannot go on without it. */
    boolean needed();

    /** Whether anything was said to it. */
    default boolean isAnswered(Answers answers) {
        return fields().stream().anyMatch(answers::has);
    }

    /** What is left of it where saying something to the other person is closed. */
    default Question withoutAsserting() {
        return this;
    }

    /** The names its answers have in a form, in their order. */
    default List<String> fields() {
        return List.of(id());
    }

    /** The name under which a page sends one of its fields. */
    default String sentAs(String field) {
        return field;
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
     * @param passing whether something else is made of them and they themselves are never kept, not as a draft either
     */
    record Words(String id, boolean needed, int longest, boolean aloud, boolean passing) implements Question {
        public Words(String id, boolean needed, int longest, boolean aloud) {
            this(id, needed, longest, aloud, false);
        }

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

        /** Many lines of which something else is made. */
        public static Words passing(String id) {
            return new Words(id, false, 6000, false, true);
        }

        /** The same, and may be left empty. */
        public Words perhaps() {
            return new Words(id, false, longest, aloud, passing);
        }

        /** What begins with _ is in no draft. */
        @Override
        public String sentAs(String field) {
            return passing ? "_" + field : field;
        }
    }

    /** Somebody from the circles, or somebody who is named here and stands there from then on. */
    record Whom(boolean needed, boolean alsoMyself) implements Question {
        /** The name of the field, the same in every technique: a piece is about one tie. */
        public static final String WHO = "who";

        /** What is sent for oneself. */
        public static final String MYSELF = "me";

        /** The name of the field for somebody who is not on the circles yet; their name is kept there alone. */
        public static final String NEW = "who-new";

        /** What is sent for nobody in particular, where nobody is needed. */
        public static final String NOBODY = "nobody";

        /** Whether nobody was chosen and nobody was named. */
        public static boolean isNobody(Answers answers) {
            return List.of("", NOBODY).contains(answers.one(WHO)) && !answers.has(NEW);
        }

        @Override
        public String id() {
            return WHO;
        }
    }

    /** A number from 0 to {@code most}; the two ends are named in words ({@code .id.low}, {@code .id.high}). */
    record Scale(String id, boolean needed, int most) implements Question {}

    /**
     * One of a few.
     *
     * @param asserting those of them that mean to say something to the other person: closed where that is not safe
     * @param passing whether it only says what is made of passing words, and is kept no more than they are
     */
    record One(String id, boolean needed, List<String> options, List<String> asserting, boolean passing)
            implements Question {
        public One {
            options = List.copyOf(options);
            asserting = List.copyOf(asserting);
        }

        public One(String id, boolean needed, List<String> options) {
            this(id, needed, options, List.of());
        }

        public One(String id, boolean needed, List<String> options, List<String> asserting) {
            this(id, needed, options, asserting, false);
        }

        /** What is to be made of passing words, where there is a choice. */
        public static One passing(String id, List<String> options) {
            return new One(id, false, options, List.of(), true);
        }

        /** What begins with _ is in no draft. */
        @Override
        public String sentAs(String field) {
            return passing ? "_" + field : field;
        }

        @Override
        public boolean isAnswered(Answers answers) {
            return options.contains(answers.one(id));
        }

        @Override
        public Question withoutAsserting() {
            List<String> others = options.stream()
                    .filter(option -> !asserting.contains(option))
                    .toList();
            return new One(id, needed, others, List.of(), passing);
        }
    }

    /**
     * Any of a few.
     *
     * @param first what is seen at once
     * @param further what else there is, in groups that open at a press
     */
    record Some(String id, List<String> first, List<Group> further) implements Question {
        public Some {
            first = List.copyOf(first);
            further = List.copyOf(further);
        }

        public Some(String id, List<String> options) {
            this(id, options, List.of());
        }

        /** All of them, those that are seen at once before the others. */
        public List<String> options() {
            return Stream.concat(first.stream(), further.stream().flatMap(group -> group.options().stream()))
                    .toList();
        }

        /** Some that belong together; their heading is {@code .id.more.heat} for the group {@code heat}. */
        public record Group(String id, List<String> options) {
            public Group {
                options = List.copyOf(options);
            }
        }

        @Override
        public boolean needed() {
            return false;
        }
    }

    /**
     * Numbers from 0 to {@code most} for several things, each in several ways: how much of it there is, and should be.
     *
     * @param known fields that were said elsewhere and are not asked here
     */
    record Grid(String id, List<String> rows, List<String> columns, int most, List<String> known) implements Question {
        public Grid {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            known = List.copyOf(known);
        }

        public Grid(String id, List<String> rows, List<String> columns, int most) {
            this(id, rows, columns, most, List.of());
        }

        /** The same, and some of one thing is known. */
        public Grid without(String row, List<String> some) {
            return new Grid(
                    id,
                    rows,
                    columns,
                    most,
                    some.stream()
                            .map(column -> field(row, column))
                            .filter(fields()::contains)
                            .toList());
        }

        @Override
        public boolean needed() {
            return false;
        }

        @Override
        public int inputs() {
            return fields().size();
        }

        @Override
        public List<String> fields() {
            return rows.stream()
                    .flatMap(row -> columns.stream().map(column -> field(row, column)))
                    .filter(field -> !known.contains(field))
                    .toList();
        }

        public String field(String row, String column) {
            return id + "-" + row + "-" + column;
        }
    }

    /**
     * An exchange turn by turn, in two lanes: what was said, whatever else is asked of each turn, and at which of them it could
     * have gone another way.
     *
     * @param parts beside who spoke and what was said
     * @param most turns
     * @param marks whether one of them can be marked: not where saying something to the other person is closed
     */
    record Turns(String id, List<String> parts, int most, boolean marks) implements Question {
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
            Stream<String> ofTurns = IntStream.rangeClosed(1, most)
                    .boxed()
                    .flatMap(turn ->
                            Stream.concat(Stream.of(WHO, SAID), parts.stream()).map(part -> field(turn, part)));
            return Stream.concat(ofTurns, Stream.of(turning()).filter(field -> marks))
                    .toList();
        }

        @Override
        public Question withoutAsserting() {
            return new Turns(id, parts, most, false);
        }

        /** The field that says at which turn it could have gone another way; empty while none is marked. */
        public String turning() {
            return id + "-turning";
        }

        /** @param turn from 1 */
        public String field(int turn, String part) {
            return id + "-" + turn + "-" + part;
        }
    }
}
