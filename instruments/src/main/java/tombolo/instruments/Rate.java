package tombolo.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** So many of so many; never shown without both numbers. */
public record Rate(long numerator, long denominator) {

    public Rate {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("A rate is of no more than all: " + numerator + " of " + denominator);
        }
    }

    /** The share to four decimals, half up; empty when there is nobody to count. */
    public Optional<BigDecimal> value() {
        return denominator == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), 4, RoundingMode.HALF_UP));
    }
}
