package tombolo.people;

import java.time.Instant;
import java.util.Optional;

/** Somebody agreed to one thing, having read one wording of it in one language; and may have taken it back. */
public record Consent(Purpose purpose, int textVersion, String language, Instant given, Optional<Instant> withdrawn) {

    public boolean stands() {
        return withdrawn.isEmpty();
    }
}
