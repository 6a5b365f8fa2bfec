package tombolo.safety;

import java.time.Instant;
import java.util.Optional;
import tombolo.vault.AccountId;

/** Whether a colleague is away, and who is there instead. Whoever keeps absences offers it as a bean. */
public interface WhoIsAway {

    /** What holds for a colleague at a moment; empty while they are there. */
    Optional<Instead> at(AccountId colleague, Instant when);

    /**
     * @param cover who is there instead; nobody, where nobody is
     * @param until when they are back
     */
    record Instead(Optional<AccountId> cover, Instant until) {}
}
