package tombolo.people;

import java.time.Instant;
import java.util.Optional;

/** Somebody agreed to one thing, having read one wording of it in one language; and may have taken it back. */
public record Consent(Purpose purpose, int textVersion, String language, Instant given, Optional<Instant> withdrawn) {

    public boolean stands() {
        return withdrawn.isEmpty();
    }

    /** It holds, but the words were others than people read today: they are read anew, and until then it holds on. */
    public boolean isToOtherWords() {
        return stands() && textVersion != purpose.version();
    }
}
