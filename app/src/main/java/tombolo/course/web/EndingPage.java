package tombolo.course.web;

import java.util.List;
import tombolo.course.Course;
import tombolo.course.Ending;
import tombolo.ui.Errors;

/** The question how a course ended, asked once more before it is put down. */
public record EndingPage(
        Whose whose, Course course, List<Ending.Reason> reasons, String reason, String words, Errors errors) {}
