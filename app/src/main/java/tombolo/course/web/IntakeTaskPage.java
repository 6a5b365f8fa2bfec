package tombolo.course.web;

import java.util.List;
import tombolo.course.Exclusion;
import tombolo.course.IntakeTask;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * One task at the start.
 *
 * @param seen the version it was opened from, 0 for none
 * @param circles everyone on the circles who can be rung
 * @param leads what was found so far that leads elsewhere, in this task
 */
public record IntakeTaskPage(
        Whose whose,
        IntakeTask task,
        int seen,
        IntakeForm form,
        List<Choice> circles,
        List<Exclusion> leads,
        Errors errors) {

    public String key() {
        return "course.desk.intake." + task.key();
    }
}
