package tombolo.instruments;

/**
 * A published number of points from which a change counts as more than chance, the number itself included.
 *
 * <p>This is the rule NHS Talking Therapies uses: whole totals, at least so many points. {@link JacobsonTruax} computes
 * such a figure from a sample instead, and asks for strictly more; the two are kept apart on purpose.
 *
 * @param points how many points
 * @param highIsBetter whether a rise is the improvement
 * @param source who says so
 */
public record ReliableChange(int points, boolean highIsBetter, String source) {

    public ReliableChange {
        if (points < 1) {
            throw new IllegalArgumentException("A reliable change needs at least one point, not " + points);
        }
    }

    /** The change from one whole total to a later one. */
    public Change between(int first, int last) {
        int better = highIsBetter ? last - first : first - last;
        if (better >= points) {
            return Change.IMPROVED;
        }
        return -better >= points ? Change.DETERIORATED : Change.NOT_RELIABLE;
    }

    /** The change between two totals, each rounded half up to a whole number first. */
    public Change between(Total first, Total last) {
        return between(first.whole(), last.whole());
    }
}
