package tombolo.safety;

import java.time.Instant;

/**
 * What somebody said when asked whether they are safe right now.
 *
 * @param safe false for "no, or I am not sure"
 */
public record HowSafe(boolean safe, Instant at) {}
