package tombolo.inventory;

import java.util.EnumMap;
import java.util.Map;

/** What comes to the person from somebody, and what goes from the person to them. What was not said is absent, never none. */
public record Exchange(Map<Support, Amount> received, Map<Support, Amount> given) {
    public static final Exchange UNSAID = new Exchange(Map.of(), Map.of());

    public Exchange {
        received = ordered(received);
        given = ordered(given);
    }

    private static Map<Support, Amount> ordered(Map<Support, Amount> amounts) {
        Map<Support, Amount> ordered = new EnumMap<>(Support.class);
        ordered.putAll(amounts);
        return java.util.Collections.unmodifiableMap(ordered);
    }
}
