package tombolo.vault;

import java.util.UUID;

/** A way of signing in; it belongs to one practice. */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
