package tombolo.timeline;

import java.util.UUID;

/** Names one thing on a timeline. */
public record EntryId(UUID value) {}
