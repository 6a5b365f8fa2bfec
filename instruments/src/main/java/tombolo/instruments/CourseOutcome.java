package tombolo.instruments;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What may be said of one course of therapy by its scores.
 *
 * @param firstPhq9 the earliest PHQ-9 total
 * @param lastPhq9 the latest, which is the earliest too when there is only one
 * @param firstGad7 the earliest GAD-7 total
 * @param lastGad7 the latest
 * @param finished whether it counts as a finished course
 * @param judgement the outcome; empty unless the course is finished and both measures were taken at least twice
 */
public record CourseOutcome(
        OptionalInt firstPhq9,
        OptionalInt lastPhq9,
        OptionalInt firstGad7,
        OptionalInt lastGad7,
        boolean finished,
        Optional<Judgement> judgement) {

    /**
     * A finished course with scores to compare, judged.
     *
     * @param caseAtStart whether the first pair of totals was a case
     * @param recovered whether a case at the start is none at the end
     * @param reliableImprovement at least one measure reliably better and none reliably worse
     * @param reliableDeterioration at least one measure reliably worse and none reliably better
     */
    public record Judgement(
            boolean caseAtStart, boolean recovered, boolean reliableImprovement, boolean reliableDeterioration) {

        /** Recovered, and by more than chance. */
        public boolean reliableRecovery() {
            return recovered && reliableImprovement;
        }
    }
}
