package tombolo.measures.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tombolo.measures.Questionnaires;
import tombolo.measures.Response;
import tombolo.measures.ScoreChart;
import tombolo.ui.Errors;

/**
 * The scores, the same for the person and for the therapist.
 *
 * @param base the address of this page
 * @param personPage the person's page at the desk
 * @param charts one for each questionnaire
 * @param shown the one that was chosen
 * @param alerts how many things ask the therapist to look again
 * @param answers for the desk: every single one, those that do not count too
 * @param why what was typed about setting one aside, where it could not be taken
 */
public record ProgressPage(
        boolean desk,
        String base,
        String personPage,
        String name,
        List<ScoreChart> charts,
        Optional<ScoreChart> shown,
        int alerts,
        List<Response> answers,
        ZoneId zone,
        String why,
        Errors errors) {

    /** Whether the therapist is told that no rule watches the one that is shown. */
    public boolean isUnwatched() {
        return desk
                && shown.filter(chart -> Questionnaires.leavesOutTheQuestion(chart.instrument()))
                        .isPresent();
    }
}
