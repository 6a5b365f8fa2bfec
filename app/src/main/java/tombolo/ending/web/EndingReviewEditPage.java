package tombolo.ending.web;

import java.util.List;
import tombolo.course.Goal;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * The form in which the review is written.
 *
 * @param seen the version it was opened from, 0 for none
 * @param people who is on the circles, and who is in the review already
 * @param goals of the contract
 */
public record EndingReviewEditPage(
        Whose whose, int seen, List<Choice> people, List<Goal> goals, EndingReviewForm form, Errors errors) {}
