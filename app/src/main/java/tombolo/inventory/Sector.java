package tombolo.inventory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which part of a life somebody belongs to; on the picture, in which direction from the middle they stand. */
public enum Sector {
    FAMILY,
    FRIENDS,
    WORK,
    OTHERS;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sector> of(String key) {
        return Arrays.stream(values())
                .filter(sector -> sector.key().equals(key))
                .findFirst();
    }
}
