package tombolo.places;

import java.util.List;
import java.util.UUID;

/**
 * A place, a group or a line nearby where somebody is welcome, in the words of the directory. All but the name may be empty.
 *
 * @param addresses each in one line
 * @param website begins with http or https
 */
public record PlaceToBelong(
        UUID id,
        String name,
        String organisation,
        String description,
        String forWhom,
        String cost,
        String email,
        String website,
        List<String> addresses,
        List<Hours> hours,
        List<Phone> phones) {
    private static final int SHORT = 260;
    private static final int SHORTEST = 120;

    public PlaceToBelong {
        if (!website.isEmpty() && !website.matches("(?i)https?://\\S+")) {
            throw new IllegalArgumentException("A website begins with http or https");
        }
        addresses = List.copyOf(addresses);
        hours = List.copyOf(hours);
        phones = List.copyOf(phones);
    }

    /** Its beginning, up to the end of a sentence where there is one, else of a word. */
    public String inShort() {
        if (!isLong()) {
            return description;
        }
        int end =
                description.offsetByCodePoints(0, Math.min(SHORT, description.codePointCount(0, description.length())));
        String beginning = description.substring(0, end);
        int sentence = beginning.lastIndexOf(". ");
        if (sentence >= SHORTEST) {
            return beginning.substring(0, sentence + 1);
        }
        int word = beginning.lastIndexOf(' ');
        return (word >= SHORTEST ? beginning.substring(0, word) : beginning) + "…";
    }

    /** True where {@link #inShort} leaves something out. */
    public boolean isLong() {
        return description.codePointCount(0, description.length()) > SHORT;
    }
}
