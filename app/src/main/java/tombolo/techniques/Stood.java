package tombolo.techniques;

import java.time.Instant;

/**
 * How something stood between two people, and when that was said.
 *
 * @param how the option that was chosen
 */
public record Stood(String how, Instant at) {}
