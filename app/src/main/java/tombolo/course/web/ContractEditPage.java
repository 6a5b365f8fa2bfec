package tombolo.course.web;

import java.util.List;
import tombolo.course.Course;
import tombolo.course.Intake.Finding;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * The form in which a contract is put forward.
 *
 * @param leads what was found at the start and leads elsewhere
 * @param toMend what is not as it should be before anybody agrees on a course; it is said, and stops nobody
 * @param people those on the circles
 */
public record ContractEditPage(
        Whose whose,
        Course course,
        List<Finding> leads,
        List<Notice> toMend,
        List<Choice> people,
        ContractHours hours,
        ContractForm form,
        Errors errors) {

    /** A line with a link: the key of its text, and the page where it is mended. */
    public record Notice(String text, String href) {}
}
