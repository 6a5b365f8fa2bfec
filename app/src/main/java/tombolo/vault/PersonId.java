package tombolo.vault;

import java.util.UUID;

/** A person who seeks connection; a name that says nothing about them. */
public record PersonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
