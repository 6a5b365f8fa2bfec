package tombolo.people;

import java.time.LocalDate;
import java.util.List;
import tombolo.vault.Viewer;

/** Something that waits for a human at the desk. A module offers one as a bean, and it stands on the first page staff see. */
public interface Awaiting {

    /** Text key of what kind of thing waits. */
    String title();

    /** Text key for when nothing of the kind waits. */
    String none();

    /** What waits for this viewer, the most pressing first. */
    List<Line> lines(Viewer viewer);

    /**
     * One thing that waits.
     *
     * @param who the name it is about; may be empty
     * @param what text key; its one argument is the day
     * @param day the day that matters
     * @param href where it is dealt with
     * @param overdue true once the day has passed
     */
    record Line(String who, String what, LocalDate day, String href, boolean overdue) {}
}
