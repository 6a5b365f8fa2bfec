package tombolo.course.web;

import java.util.List;
import tombolo.course.Course;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/** The form in which a contract is put forward; {@code people} are those on the circles. */
public record ContractEditPage(
        Whose whose, Course course, List<Choice> people, ContractHours hours, ContractForm form, Errors errors) {}
