package tombolo.techniques;

import java.util.List;

/** What can be drawn of a piece of work; the page shows its twin in words and numbers as well. */
public sealed interface Picture {

    /** One line for each thing: from how it is to how it is wished, the widest gap first. */
    record Dumbbells(int most, List<Dumbbell> lines) implements Picture {
        public Dumbbells {
            lines = List.copyOf(lines);
        }
    }

    /** @param label text key */
    record Dumbbell(String label, int now, int wanted) {
        public int gap() {
            return wanted - now;
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

    /** @param label text key */
    record Part(String label, String words) {}
}
