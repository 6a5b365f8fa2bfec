package tombolo.course;

import java.time.Instant;
import tombolo.vault.AccountId;

/** Whose hand put something down in the course, and when. */
public record Signature(AccountId by, Instant at) {}
