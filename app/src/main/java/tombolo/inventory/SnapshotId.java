package tombolo.inventory;

import java.util.UUID;

/** Which kept picture. */
public record SnapshotId(UUID value) {}
