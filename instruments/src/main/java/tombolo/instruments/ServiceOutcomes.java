package tombolo.instruments;

/**
 * The outcomes of many courses as a service reports them.
 *
 * <p>Recovery is counted among those who were a case at the start; improvement and deterioration among all finished
 * courses with scores to compare. Finished courses without such scores are counted apart and are in no rate.
 */
public final class ServiceOutcomes {
    private long finished;
    private long notFinished;
    private long unpaired;
    private long notCaseAtStart;
    private long recovered;
    private long reliablyRecovered;
    private long improved;
    private long deteriorated;

    /** Counts one more course. */
    public void add(CourseOutcome outcome) {
        if (!outcome.finished()) {
            notFinished++;
            return;
        }
        finished++;
        outcome.judgement().ifPresentOrElse(this::add, () -> unpaired++);
    }

    private void add(CourseOutcome.Judgement judgement) {
        notCaseAtStart += judgement.caseAtStart() ? 0 : 1;
        recovered += judgement.recovered() ? 1 : 0;
        reliablyRecovered += judgement.reliableRecovery() ? 1 : 0;
        improved += judgement.reliableImprovement() ? 1 : 0;
        deteriorated += judgement.reliableDeterioration() ? 1 : 0;
    }

    public Rate recovery() {
        return new Rate(recovered, cases());
    }

    public Rate reliableRecovery() {
        return new Rate(reliablyRecovered, cases());
    }

    public Rate reliableImprovement() {
        return new Rate(improved, paired());
    }

    public Rate reliableDeterioration() {
        return new Rate(deteriorated, paired());
    }

    /** All finished courses, with or without scores to compare. */
    public long finished() {
        return finished;
    }

    public long notFinished() {
        return notFinished;
    }

    /** Finished courses without two scores of each measure. */
    public long unpaired() {
        return unpaired;
    }

    /** Finished courses with scores to compare that were no case at the start. */
    public long notCaseAtStart() {
        return notCaseAtStart;
    }

    private long paired() {
        return finished - unpaired;
    }

    private long cases() {
        return paired() - notCaseAtStart;
    }
}
