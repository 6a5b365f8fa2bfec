package tombolo.techniques;

import java.util.List;
import tombolo.ui.Said;

/**
 * One line of the person's own, shown beside what they may mark of it, with what the checker thinks it hears. It is a hint: it
 * marks nothing.
 *
 * @param line as they wrote it
 */
public record Beside(String line, List<Heard> heard) {
    public Beside {
        heard = List.copyOf(heard);
    }

    /**
     * @param label text key of what could be marked
     * @param why what in the line it goes by
     */
    public record Heard(String label, Said why) {}

    /** Shows no word of it. */
    @Override
    public String toString() {
        return "a line and what may be heard in it";
    }
}
