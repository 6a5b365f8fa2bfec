package tombolo.instruments;

/**
 * How answers become a total; a questionnaire names its kind in its data.
 *
 * <p>A kind that is not here yet is one more record: the compiler then names each switch to extend.
 */
public sealed interface ScoringRule {

    /** The answers added up, times a factor: WHO-5 adds up to 25 and is published out of 100, so its factor is 4. */
    record Sum(int times) implements ScoringRule {}

    /** The mean of the answers: MSPSS. */
    record Mean() implements ScoringRule {}

    /** How many answers are among those that count: De Jong Gierveld. */
    record Count() implements ScoringRule {}

    /** What one answer adds. */
    default int points(Item item, int value) {
        return switch (this) {
            case Sum _, Mean _ -> item.direct(value);
            case Count _ -> item.counts(value) ? 1 : 0;
        };
    }

    /** The published score, from the points of all items. */
    default Total published(Total points, int items) {
        return switch (this) {
            case Sum sum -> sum.times() == 1 ? points : points.times(sum.times());
            case Mean _ -> points.over(items);
            case Count _ -> points;
        };
    }
}
