package tombolo.accounts;

import java.time.Instant;
import java.util.UUID;

/** A key that lives in a device, as its owner sees it in a list. */
record Passkey(UUID id, String label, Instant addedAt, Instant usedAt, boolean backedUp) {}
