package tombolo.instruments;

/**
 * The question about ending one's life or hurting oneself, and the points from which a human is brought.
 *
 * @param item the question
 * @param from the points, after any reversing, that are above "not at all"
 */
public record RiskItem(Item item, int from) {}
