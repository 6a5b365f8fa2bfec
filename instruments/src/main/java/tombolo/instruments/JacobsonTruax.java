package tombolo.instruments;

/**
 * Reliable and clinically significant change after Jacobson and Truax (1991), from a sample's spread and a measure's
 * reliability.
 *
 * <p>SE = s·√(1 − r); S<sub>diff</sub> = √(2·SE²); RC = (after − before) / S<sub>diff</sub>; a change is reliable when
 * |RC| is strictly more than 1.96. The NHS's rule of whole points with "at least" is {@link ReliableChange}.
 *
 * @param standardDeviation the spread of the sample before treatment
 * @param reliability the measure's reliability, from 0 up to but not 1
 */
public record JacobsonTruax(double standardDeviation, double reliability) {
    /** The value of a standard normal variable that 2.5 % exceed. */
    public static final double CRITICAL = 1.96;

    public JacobsonTruax {
        if (!(standardDeviation > 0)) {
            throw new IllegalArgumentException("A standard deviation is above 0, not " + standardDeviation);
        }
        if (!(reliability >= 0 && reliability < 1)) {
            throw new IllegalArgumentException("A reliability is from 0 up to but not 1, not " + reliability);
        }
    }

    /** The standard error of one measurement. */
    public double standardError() {
        return standardDeviation * Math.sqrt(1 - reliability);
    }

    /** The standard error of a difference between two measurements. */
    public double differenceError() {
        return Math.sqrt(2) * standardError();
    }

    /** The reliable change index. */
    public double index(double before, double after) {
        return (after - before) / differenceError();
    }

    /** Whether the change is more than chance, either way. */
    public boolean isReliable(double before, double after) {
        return Math.abs(index(before, after)) > CRITICAL;
    }

    /** What the change amounts to, given where the functional range begins. */
    public Outcome outcome(double before, double after, CutOffScore cutOff) {
        if (!isReliable(before, after)) {
            return Outcome.UNCHANGED;
        }
        boolean improved = cutOff.highIsBetter() == after > before;
        boolean wasFunctional = cutOff.isFunctional(before);
        boolean isFunctional = cutOff.isFunctional(after);
        if (improved) {
            return !wasFunctional && isFunctional ? Outcome.RECOVERED : Outcome.IMPROVED;
        }
        return wasFunctional && !isFunctional ? Outcome.HARMED : Outcome.DETERIORATED;
    }

    /** The categories of clinically significant change. */
    public enum Outcome {
        /** Reliably better, and from the clinical into the functional range. */
        RECOVERED,
        /** Reliably better. */
        IMPROVED,
        /** No more than chance. */
        UNCHANGED,
        /** Reliably worse. */
        DETERIORATED,
        /** Reliably worse, and from the functional into the clinical range. */
        HARMED
    }

    /** The scores of a group of people: those in distress, or those who are well. */
    public record Population(double mean, double standardDeviation) {}

    /**
     * The score that parts the functional from the clinical range; a score exactly on it is in neither, so it is not
     * functional yet.
     */
    public record CutOffScore(double at, boolean highIsBetter) {

        /** Cut-off a: two standard deviations from the clinical mean towards the functional range. */
        public static CutOffScore a(Population clinical, boolean highIsBetter) {
            double step = 2 * clinical.standardDeviation();
            return new CutOffScore(highIsBetter ? clinical.mean() + step : clinical.mean() - step, highIsBetter);
        }

        /** Cut-off b: two standard deviations from the functional mean towards the clinical range. */
        public static CutOffScore b(Population functional, boolean highIsBetter) {
            double step = 2 * functional.standardDeviation();
            return new CutOffScore(highIsBetter ? functional.mean() - step : functional.mean() + step, highIsBetter);
        }

        /** Cut-off c: where the two populations are equally likely; the one to use when both are known and overlap. */
        public static CutOffScore c(Population clinical, Population functional) {
            double at = (functional.standardDeviation() * clinical.mean()
                            + clinical.standardDeviation() * functional.mean())
                    / (functional.standardDeviation() + clinical.standardDeviation());
            return new CutOffScore(at, functional.mean() > clinical.mean());
        }

        boolean isFunctional(double score) {
            return highIsBetter ? score > at : score < at;
        }
    }
}
