package tombolo.inventory;

import java.time.Instant;
import tombolo.vault.AccountId;

/** Who changed something on the circles, and when. */
public record Signature(AccountId by, Instant at) {}
