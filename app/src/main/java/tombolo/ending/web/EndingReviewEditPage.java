package tombolo.ending.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tombolo.course.Goal;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Said;

/**
 * The form in which the review is written.
 *
 * @param seen the version it was opened from, 0 for none
 * @param people who is on the circles, and who is in the review already
 * @param goals of the contract
 * @param marked how near each was when both last marked it, by its id
 */
public record EndingReviewEditPage(
        Whose whose,
        int seen,
        List<Choice> people,
        List<Goal> goals,
        Map<UUID, Integer> marked,
        EndingReviewForm form,
        Errors errors) {

    /** Where a goal began, and where it was on the way. */
    public Said hint(Goal goal) {
        return marked.containsKey(goal.id())
                ? Said.of("ending.goal.hint.marked", goal.baseline(), marked.get(goal.id()))
                : Said.of("ending.goal.hint", goal.baseline());
    }
}
