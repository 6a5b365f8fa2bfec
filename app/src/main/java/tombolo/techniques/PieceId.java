package tombolo.techniques;

import java.util.UUID;

/** Names one piece of work. */
public record PieceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
