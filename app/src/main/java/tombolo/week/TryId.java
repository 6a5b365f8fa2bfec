package tombolo.week;

import java.util.UUID;

/** Which try. */
public record TryId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
