package tombolo.course.web;

import java.util.List;
import tombolo.course.Course;
import tombolo.course.Ending;
import tombolo.course.OpenAtTheEnd;
import tombolo.ui.Errors;

/**
 * The question how a course ended, asked once more before it is put down.
 *
 * @param open what does not end with the course, to be looked at first
 */
public record EndingPage(
        Whose whose,
        Course course,
        List<OpenAtTheEnd.Open> open,
        List<Ending.Reason> reasons,
        String reason,
        String words,
        boolean tells,
        Errors errors) {}
