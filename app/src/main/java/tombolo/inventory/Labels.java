package tombolo.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names shortened to fit into a circle; the whole name stands in the list, and is what is read out. */
final class Labels {
    /** Size of the letters on a small screen, in units of the picture. */
    static final double LITTLE = 22;

    /** Size of the letters on a large screen. */
    static final double LARGE = 16;

    private static final Pattern SEEN = Pattern.compile("\\X");

    private Labels() {}

    static Map<RelationshipId, String> fitting(List<Someone> people, int radius, double size) {
        double wide = (2 * Math.sqrt(radius * radius - size * size / 4) - 5) / size;
        Map<RelationshipId, String> labels = new HashMap<>();
        people.forEach(someone -> labels.put(someone.id(), fitting(someone.name(), wide)));
        Map<String, Long> often =
                labels.values().stream().collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        people.stream()
                .filter(someone -> often.getOrDefault(labels.get(someone.id()), 0L) > 1)
                .filter(someone -> width(someone.name()) > wide)
                .forEach(someone -> labels.put(someone.id(), cut(initials(someone.name()), wide)));
        return labels;
    }

    /** The whole name, else its first word, else as much of it as fits. */
    private static String fitting(String name, double wide) {
        if (width(name) <= wide) {
            return name;
        }
        String first = name.split("\\s", 2)[0];
        if (width(first) <= wide) {
            return first;
        }
        String begun = cut(first, wide - width("…"));
        return begun.isEmpty() ? letters(first).getFirst() : begun + "…";
    }

    private static String cut(String name, double wide) {
        StringBuilder kept = new StringBuilder();
        double width = 0;
        for (String letter : letters(name)) {
            width += width(letter);
            if (width > wide) {
                break;
            }
            kept.append(letter);
        }
        return kept.toString();
    }

    /** Where two shortened names would be the same: the first letter of each word. */
    private static String initials(String name) {
        return java.util.Arrays.stream(name.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> letters(word).getFirst())
                .collect(Collectors.joining());
    }

    private static List<String> letters(String name) {
        return SEEN.matcher(name).results().map(MatchResult::group).toList();
    }

    /** In letters' heights, and rather too wide than too narrow, since the reader's typeface is not known. */
    static double width(String text) {
        return letters(text).stream().mapToDouble(Labels::widthOfLetter).sum();
    }

    private static double widthOfLetter(String letter) {
        int code = letter.codePointAt(0);
        if (letter.length() > 1 && (code >= 0x1F000 || letter.codePointCount(0, letter.length()) > 1)) {
            return code >= 0x2000 ? 1.4 : 0.8;
        }
        if ("iljItf.,:;'|!()[] ’".indexOf(code) >= 0) {
            return 0.38;
        }
        if ("mwMW@%—…".indexOf(code) >= 0) {
            return 1.02;
        }
        if (code >= 0x1100 && !Character.UnicodeScript.of(code).equals(Character.UnicodeScript.GREEK)) {
            return wideScript(code) ? 1.1 : 0.85;
        }
        return Character.isUpperCase(code) || code > 0x600 ? 0.8 : 0.65;
    }

    private static boolean wideScript(int code) {
        return switch (Character.UnicodeScript.of(code)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> code >= 0x1F000 || code >= 0x2190 && code < 0x2E00;
        };
    }
}
