package tombolo.time;

import java.time.Duration;

/** The demo's clock was moved on: what has fallen due meanwhile need not wait for the next look at it. */
public record TimeMovedOn(Duration by) {}
