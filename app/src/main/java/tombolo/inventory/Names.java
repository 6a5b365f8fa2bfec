package tombolo.inventory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people type them, several in one go: one a line, or with commas between. A name may be anything one can write. */
public final class Names {
    /** Characters in one name. */
    public static final int LONGEST = 80;

    private static final Pattern BETWEEN = Pattern.compile("[\\n\\r,;،、]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private Names() {}

    /** Each name once, in the order typed. */
    public static List<String> typed(String text) {
        return Arrays.stream(BETWEEN.split(text))
                .map(Names::tidy)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** One name without line breaks and doubled spaces; otherwise as it was written. */
    public static String tidy(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return SPACES.matcher(UNPRINTABLE.matcher(composed).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    public static boolean isTooLong(String name) {
        return name.codePointCount(0, name.length()) > LONGEST;
    }

    /** Whether two names could not be told apart when they are read out. */
    public static boolean alike(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
