package tombolo.instruments;

/**
 * What happens to the score when answers are missing; the rule differs from one questionnaire to the next.
 *
 * <p>Only {@link CountedAsNothing} lets an unanswered question add nothing, and only De Jong Gierveld publishes it.
 */
public sealed interface MissingRule {

    /** Every item must be answered. */
    record NoneMissing() implements MissingRule {}

    /** Up to so many missing answers are filled with the mean of those given. */
    record MeanOfAnswered(int atMost) implements MissingRule {}

    /** Up to so many missing answers add nothing. */
    record CountedAsNothing(int atMost) implements MissingRule {}

    /** How many answers may be missing for there still to be a score. */
    default int tolerated() {
        return switch (this) {
            case NoneMissing _ -> 0;
            case MeanOfAnswered rule -> rule.atMost();
            case CountedAsNothing rule -> rule.atMost();
        };
    }

    /** The points of all items, from the points of the answered ones. */
    default Total filled(int points, int answered, int items) {
        if (answered == items) {
            return Total.of(points);
        }
        return switch (this) {
            case NoneMissing _ ->
                throw new IllegalStateException("No score is defined: " + (items - answered) + " answers are missing");
            case MeanOfAnswered _ -> Total.of((long) points * items, answered);
            case CountedAsNothing _ -> Total.of(points);
        };
    }
}
