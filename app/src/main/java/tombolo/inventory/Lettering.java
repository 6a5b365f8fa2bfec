package tombolo.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How wide words are in a picture, before anybody's typeface is known: rather too wide than too narrow. */
public final class Lettering {
    private static final Pattern SEEN = Pattern.compile("\\X");
    private static final String LEFT_OUT = "…";

    /** Below the first mark that joins the letter before it, every sign is a letter of its own. */
    private static final int JOINING = 0x300;

    private Lettering() {}

    /** In letters' heights. */
    public static double width(String text) {
        if (isPlain(text)) {
            return text.chars().mapToDouble(Lettering::widthOfSign).sum();
        }
        return SEEN.matcher(text)
                .results()
                .mapToDouble(letter -> widthOfLetter(letter.group()))
                .sum();
    }

    /** The whole text, or as much of its beginning as fits with a mark that there is more. */
    public static String fitting(String text, double wide) {
        if (width(text) <= wide) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double width = width(LEFT_OUT);
        for (String letter : letters(text)) {
            width += width(letter);
            if (width > wide) {
                break;
            }
            kept.append(letter);
        }
        return kept.toString().strip() + LEFT_OUT;
    }

    /** What is seen as one letter each. */
    static List<String> letters(String text) {
        if (isPlain(text)) {
            return new ArrayList<>(text.chars().mapToObj(Character::toString).toList());
        }
        return new ArrayList<>(
                SEEN.matcher(text).results().map(MatchResult::group).toList());
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(sign -> sign < JOINING && sign != '\r');
    }

    private static double widthOfLetter(String letter) {
        int code = letter.codePointAt(0);
        if (letter.length() > 1 && (code >= 0x1F000 || letter.codePointCount(0, letter.length()) > 1)) {
            return code >= 0x2000 ? 1.4 : 0.8;
        }
        return widthOfSign(code);
    }

    private static double widthOfSign(int code) {
        if (code >= 0x1100 && code != '…' && code != '’' && code != '—' && code != '–') {
            return wideScript(code) ? 1.1 : 0.85;
        }
        if ("ijlI.,:;'|!()[] ’".indexOf(code) >= 0) {
            return 0.36;
        }
        if ("frtJ-".indexOf(code) >= 0) {
            return 0.45;
        }
        if ("csz".indexOf(code) >= 0) {
            return 0.55;
        }
        if ("mwMW@%—…".indexOf(code) >= 0) {
            return 0.97;
        }
        return Character.isUpperCase(code) && "EFLTS".indexOf(code) < 0 || code > 0x600 ? 0.77 : 0.65;
    }

    private static boolean wideScript(int code) {
        return switch (Character.UnicodeScript.of(code)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> code >= 0x1F000 || code >= 0x2190 && code < 0x2E00;
        };
    }
}
