package tombolo.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The number a questionnaire comes to, kept as an exact fraction.
 *
 * <p>A missing answer filled with the mean of the others gives totals such as 15 3/7. Kept exact, such a total is
 * rounded once, half up, for whatever is asked of it; rounding twice would move people across a cut-off.
 */
public final class Total implements Comparable<Total> {
    private static final int[] TENS = {1, 10, 100, 1000};

    private final long numerator;
    private final long denominator;

    private Total(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** A whole total. */
    public static Total of(long whole) {
        return new Total(whole, 1);
    }

    /**
     * A total as a fraction.
     *
     * @throws IllegalArgumentException if the denominator is not positive
     */
    public static Total of(long numerator, long denominator) {
        if (denominator <= 0) {
            throw new IllegalArgumentException("A total needs a positive denominator, not " + denominator);
        }
        return new Total(numerator, denominator);
    }

    Total times(long factor) {
        return new Total(numerator * factor, denominator);
    }

    Total over(long divisor) {
        return of(numerator, denominator * divisor);
    }

    /** The nearest whole number, half up: what bands and cut-offs are read from. */
    public int whole() {
        return (int) scaled(0);
    }

    /** The total in units of ten to the minus {@code decimals}, rounded half up. */
    long scaled(int decimals) {
        long tens = TENS[decimals];
        return denominator == 1 ? numerator * tens : Math.floorDiv(2 * numerator * tens + denominator, 2 * denominator);
    }

    /** At most two decimals, trailing zeros dropped. */
    public BigDecimal toDecimal() {
        BigDecimal twoPlaces = new BigDecimal(numerator).divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP);
        BigDecimal bare = twoPlaces.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    @Override
    public int compareTo(Total other) {
        return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Total total && compareTo(total) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode((double) numerator / denominator);
    }

    /** As it is written in files and on pages: {@code 9}, {@code 15.43}. */
    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : toDecimal().toPlainString();
    }
}
