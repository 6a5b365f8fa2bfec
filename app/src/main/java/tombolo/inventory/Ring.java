package tombolo.inventory;

import java.util.Optional;

/**
 * How close somebody is, from the middle outwards. The three rings of the convoy model (Kahn and Antonucci 1980): hard to
 * imagine life without; not quite so close but still very important; less close, and still they matter.
 */
public enum Ring implements Position {
    VERY_CLOSE,
    CLOSE,
    FURTHER_OUT;

    public Optional<Ring> closer() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    public Optional<Ring> further() {
        return ordinal() == values().length - 1 ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    public boolean isCloserThan(Ring other) {
        return ordinal() < other.ordinal();
    }
}
