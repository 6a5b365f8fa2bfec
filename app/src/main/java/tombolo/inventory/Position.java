package tombolo.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where somebody stands: on one of the three rings, or in a place apart from them. */
public sealed interface Position permits Ring, Apart {
    String name();

    /** The word for it in addresses, rows and texts: {@code very-close}. */
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Position> of(String key) {
        return all().filter(position -> position.key().equals(key)).findFirst();
    }

    /** From the middle outwards, then the places apart. */
    static Stream<Position> all() {
        return Stream.concat(Stream.of(Ring.values()), Stream.of(Apart.values()));
    }
}
