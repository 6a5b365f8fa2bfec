package tombolo.course.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tombolo.course.Exclusion;
import tombolo.course.Intake.Finding;
import tombolo.course.IntakeTask;
import tombolo.timeline.SymptomMark;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * One task at the start.
 *
 * @param seen the version it was opened from, 0 for none
 * @param circles everyone on the circles who can be rung
 * @param answers the newest answers to what was asked, gone through and not asked again
 * @param severe what the newest answers say to the question whether it is very severe
 * @param placed what the timeline knows already, by the name of the question
 * @param leads what was found so far that leads elsewhere, in this task
 */
public record IntakeTaskPage(
        Whose whose,
        IntakeTask task,
        int seen,
        IntakeForm form,
        List<Choice> circles,
        List<Newest> answers,
        Optional<Severe> severe,
        Map<String, SymptomMark> placed,
        List<Finding> leads,
        Errors errors) {

    /** A questionnaire as it was answered last: its name, its score or empty, the day, and every question with its answer. */
    public record Newest(String name, String total, LocalDate day, List<Line> lines) {}

    /** A question and its answer; empty where there is none. */
    public record Line(String question, String answer) {}

    /** What the newest answers say: of which day, the total, the thoughts of death, and whether that is very severe. */
    public record Severe(LocalDate day, int total, String thoughts, String holds) {}

    /** What stands beside a question, if the answers say something to it. */
    public Optional<Severe> severe(IntakeField field) {
        return severe.filter(it -> field.name().equals(Exclusion.VERY_SEVERE.key()));
    }

    /** Where the answer to a question stands on the timeline, if it does. */
    public Optional<SymptomMark> placed(IntakeField field) {
        return Optional.ofNullable(placed.get(field.name()));
    }

    /** False for what the timeline knows and nobody has answered here. */
    public boolean asks(IntakeField field) {
        return placed(field).isEmpty() || !form.value(field.name()).isEmpty();
    }

    /** Whether a plan to die was found, or may be there: then somebody answers for it. */
    public boolean findsAPlanToDie() {
        return leads.stream().anyMatch(one -> one.exclusion() == Exclusion.SUICIDE_PLAN);
    }

    public String key() {
        return "course.desk.intake." + task.key();
    }
}
