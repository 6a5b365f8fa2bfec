package tombolo.instruments;

import java.math.BigDecimal;

/**
 * The total at which a questionnaire's authors, or the service's rules, speak of a case.
 *
 * @param side whether high or low totals are cases
 * @param at the first total that is a case
 * @param source who says so
 */
public record CutOff(Side side, BigDecimal at, String source) {

    /** The side of the cut-off on which the cases lie; the cut-off itself is a case on both. */
    public enum Side {
        AT_LEAST,
        AT_MOST
    }
}
