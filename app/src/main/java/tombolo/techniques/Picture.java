package tombolo.techniques;

import java.util.List;
import java.util.Optional;

/** What can be drawn of a piece of work; the page shows its twin in words and numbers as well. */
public sealed interface Picture {

    /** One line for each thing: from how it is to how it is wished, the widest gap first. */
    record Dumbbells(int most, List<Dumbbell> lines) implements Picture {
        public Dumbbells {
            lines = List.copyOf(lines);
        }

        /** Whether it was said of any how much it matters. */
        public boolean isWeighed() {
            return lines.stream().anyMatch(line -> line.matters().isPresent());
        }
    }

    /**
     * @param label text key
     * @param matters how much it matters from 0 to 4, where that was asked and said
     */
    record Dumbbell(String label, int now, int wanted, Optional<Integer> matters) {
        private static final int AS_MUCH_AS_MOST = 2;

        public Dumbbell(String label, int now, int wanted) {
            this(label, now, wanted, Optional.empty());
        }

        public int gap() {
            return wanted - now;
        }

        /** The gap times how much it matters (E.4); what nobody weighed counts as in the middle. */
        public int weight() {
            return gap() * matters.orElse(AS_MUCH_AS_MOST);
        }
    }

    /** An exchange in two lanes, in its order. */
    record Lanes(List<Turn> turns) implements Picture {
        public Lanes {
            turns = List.copyOf(turns);
        }
    }

    /**
     * @param mine whether the person spoke
     * @param parts text key of what else was noted, and the words
     * @param turning where it could have gone another way
     */
    record Turn(boolean mine, String said, List<Part> parts, boolean turning) {
        public Turn {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A change as a table: what somebody was before and is now, each with its good and its hard side.
     *
     * @param date when it was, as they said it; may be empty
     * @param chosen text key of whether they chose it; may be empty
     * @param only questions all of whose answers stand in it and need not stand beside it as well
     * @param also questions that stand beside it on a page, where they are changed, and on paper in it alone
     */
    record BeforeAndNow(String date, String chosen, Role before, Role now, List<String> only, List<String> also)
            implements Picture {
        public BeforeAndNow {
            only = List.copyOf(only);
            also = List.copyOf(also);
        }
    }

    /**
     * @param what in their words; may be empty
     * @param good all of it that was said, and so of the hard side; either may be empty
     */
    record Role(String what, List<String> good, List<String> hard) {
        public Role {
            good = List.copyOf(good);
            hard = List.copyOf(hard);
        }

        public boolean isSaid() {
            return !good.isEmpty() || !hard.isEmpty();
        }
    }

    /** @param label text key */
    record Part(String label, String words) {}
}
