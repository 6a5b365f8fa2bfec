package tombolo.accounts;

import java.text.Normalizer;
import java.util.Locale;
import tombolo.ui.Area;

/** The name somebody signs in with: an e-mail address, or any name they chose. Compared without regard to case and spaces. */
final class Address {

    /** The longest one taken, which is the longest e-mail address there can be. */
    static final int LONGEST = 254;

    private static final int SHORTEST = 3;

    private Address() {}

    static boolean usable(String typed) {
        int length = typed.strip().length();
        return length >= SHORTEST && length <= LONGEST && typed.codePoints().noneMatch(Character::isISOControl);
    }

    /** What is looked up; a person and a member of staff may have the same address. */
    static String indexed(Area area, String typed) {
        return area + "|"
                + Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("\\s", "")
                        .toLowerCase(Locale.ROOT);
    }
}
