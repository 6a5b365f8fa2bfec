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
 * @param ageAsked whether it was asked if they are 18 or older
 * @param people those on the circles
 */
public record ContractEditPage(
        Whose whose,
        Course course,
        List<Finding> leads,
        boolean ageAsked,
        List<Choice> people,
        ContractHours hours,
        ContractForm form,
        Errors errors) {}
