package tombolo.measures;

import java.util.UUID;

/** A link to these questions opens nothing any more: they were taken back, or there is a fresh one. Told in the same transaction. */
public record LinkEnds(UUID asking) {}
