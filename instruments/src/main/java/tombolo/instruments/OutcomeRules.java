package tombolo.instruments;

import java.util.Optional;

/**
 * The outcome definitions of NHS Talking Therapies (England), with PHQ-9 and GAD-7 as the pair of measures.
 *
 * <p>Whole totals throughout, and "at least". The thresholds are the questionnaires' own data, so they are the ones the
 * person's page is drawn with. A score of a course is over all its scored contacts, the assessment among them.
 */
public final class OutcomeRules {
    /** A course of fewer treatment contacts was never finished, whatever its scores. */
    public static final int TREATMENTS_OF_A_FINISHED_COURSE = 2;

    private final int phq9Case;
    private final int gad7Case;
    private final ReliableChange phq9Change;
    private final ReliableChange gad7Change;

    private OutcomeRules(Instrument phq9, Instrument gad7) {
        this.phq9Case = caseFrom(phq9);
        this.gad7Case = caseFrom(gad7);
        this.phq9Change = phq9.reliableChange().orElseThrow();
        this.gad7Change = gad7.reliableChange().orElseThrow();
    }

    /** The rules as NHS Talking Therapies states them. */
    public static OutcomeRules nhs() {
        return new OutcomeRules(
                Instruments.bundled("phq-9").orElseThrow(),
                Instruments.bundled("gad-7").orElseThrow());
    }

    private static int caseFrom(Instrument instrument) {
        return instrument.total().cutOff().orElseThrow().at().intValueExact();
    }

    /** A case on at least one of the two measures. */
    public boolean isCase(int phq9, int gad7) {
        return phq9 >= phq9Case || gad7 >= gad7Case;
    }

    /** The outcome of a course, as far as these rules give one. */
    public CourseOutcome outcomeOf(CourseContacts course) {
        FirstAndLast phq9 = course.phq9();
        FirstAndLast gad7 = course.gad7();
        Optional<CourseOutcome.Judgement> judgement = course.finished() && phq9.paired() && gad7.paired()
                ? Optional.of(judge(
                        phq9.first().getAsInt(),
                        phq9.last().getAsInt(),
                        gad7.first().getAsInt(),
                        gad7.last().getAsInt()))
                : Optional.empty();
        return new CourseOutcome(phq9.first(), phq9.last(), gad7.first(), gad7.last(), course.finished(), judgement);
    }

    /**
     * Compares two pairs of totals.
     *
     * <p>One measure reliably better and the other reliably worse is neither an improvement nor a deterioration.
     */
    public CourseOutcome.Judgement judge(int firstPhq9, int lastPhq9, int firstGad7, int lastGad7) {
        Change phq9 = phq9Change.between(firstPhq9, lastPhq9);
        Change gad7 = gad7Change.between(firstGad7, lastGad7);
        boolean better = phq9 == Change.IMPROVED || gad7 == Change.IMPROVED;
        boolean worse = phq9 == Change.DETERIORATED || gad7 == Change.DETERIORATED;
        boolean caseAtStart = isCase(firstPhq9, firstGad7);
        return new CourseOutcome.Judgement(
                caseAtStart, caseAtStart && !isCase(lastPhq9, lastGad7), better && !worse, worse && !better);
    }

    /** The thresholds in a line, to be shown wherever a figure made with them is. */
    public String thresholds() {
        return "a case is PHQ-9 " + phq9Case + " or more, or GAD-7 " + gad7Case
                + " or more; a reliable change is " + phq9Change.points() + " points or more on PHQ-9, "
                + gad7Change.points() + " or more on GAD-7; a finished course is discharged after "
                + TREATMENTS_OF_A_FINISHED_COURSE + " treatment contacts or more";
    }
}
