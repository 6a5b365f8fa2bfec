package tombolo.people;

import java.time.Instant;
import java.util.Optional;
import tombolo.vault.AccountId;

/**
 * Somebody agreed to one thing, having read one wording of it in one language; and may have taken it back.
 *
 * @param recordedBy who put it down for them, in the room; empty where it was their own hand
 * @param withdrawnBy the same for having taken it back
 */
public record Consent(
        Purpose purpose,
        int textVersion,
        String language,
        Instant given,
        Optional<AccountId> recordedBy,
        Optional<Instant> withdrawn,
        Optional<AccountId> withdrawnBy) {

    /** Who put down how it stands now, where it was not their own hand. */
    public Optional<AccountId> putDownBy() {
        return stands() ? recordedBy : withdrawnBy;
    }

    public boolean stands() {
        return withdrawn.isEmpty();
    }

    /** It holds, but the words were others than people read today: they are read anew, and until then it holds on. */
    public boolean isToOtherWords() {
        return stands() && textVersion != purpose.version();
    }
}
