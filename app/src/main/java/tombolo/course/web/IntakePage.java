package tombolo.course.web;

import java.util.List;
import tombolo.course.Course;
import tombolo.course.Intake.Finding;

/**
 * The start of a course as a task list.
 *
 * @param leads what speaks for another kind of help
 */
public record IntakePage(Whose whose, Course course, List<Group> groups, List<Finding> leads) {

    public boolean hasEnded() {
        return course.state() == Course.State.ENDED;
    }

    /** Some tasks under one heading. */
    public record Group(String heading, List<Line> lines) {}

    /** One task: the keys of its name and of how far it is, and where it is done; without a place it cannot start yet. */
    public record Line(String name, String href, String status, boolean done) {}
}
