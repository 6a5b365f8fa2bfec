package tombolo.safety.web;

import java.util.List;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * The form in which a plan is written.
 *
 * @param seen the version it was opened from, 0 for none
 * @param people who is on the circles, and who is in the plan already: an id and a name
 * @param told whether the services are filled in from what was told at the start
 */
public record PlanEditPage(
        PlanPage.Where place, int seen, List<Choice> people, PlanForm form, boolean told, Errors errors) {}
