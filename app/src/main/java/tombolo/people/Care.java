package tombolo.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tombolo.vault.AccountId;

/** A therapist walking with a person, from a day until, perhaps, a day. While it lasts the therapist may open the record. */
public record Care(UUID id, AccountId therapist, Instant began, Optional<Instant> ended) {

    public boolean isOpen() {
        return ended.isEmpty();
    }

    Care endedAt(Instant when) {
        if (!isOpen()) {
            throw new IllegalStateException("This care ended at " + ended.get());
        }
        return new Care(id, therapist, began, Optional.of(when));
    }
}
