package tombolo.instruments;

import java.math.BigDecimal;

/**
 * A named stretch of a scale, from its lowest total up to the next band's.
 *
 * @param key what programs call it: {@code moderate}, {@code moderately-severe}
 * @param from the lowest total that belongs to it
 */
public record Band(String key, BigDecimal from) {}
