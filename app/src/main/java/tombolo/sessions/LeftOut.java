package tombolo.sessions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as it is brought to supervision: every name that is known is left out for what that somebody is to the person, and
 * so is each word the therapist has ticked. What else may name somebody is offered to be ticked; a human looks it through.
 * A word with which a sentence begins has its capital from that, and is offered unless it is known as an ordinary word.
 */
public final class LeftOut {
    private static final int SHORTEST_NAME = 3;
    private static final Pattern PERHAPS = Pattern.compile("(?<![\\p{L}\\p{N}’'-])[\\p{Lu}][\\p{L}’'-]{2,}");
    private static final Pattern WITHIN = Pattern.compile("[\\p{L}\\p{N},;:’”\"] $");
    private static final Pattern ORDINARY =
            Pattern.compile("(?<![\\p{L}\\p{N}’'@.-])\\p{Ll}[\\p{L}’'-]*+(?![@\\p{N}])");
    private static final Pattern SHORTENED = Pattern.compile("I[’'].+|.+(n[’']t|[’'](d|ll|m|re|ve))");
    private static final Set<String> NAMES_TOO =
            Set.of("bill", "drew", "grace", "hope", "joy", "mark", "miles", "rose", "will");
    private static final Set<String> NAMES_NOBODY = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "phq-9",
            "gad-7",
            "ipt",
            "christmas",
            "easter");

    private final Map<Pattern, String> replaced = new LinkedHashMap<>();
    private final Set<String> ordinary;

    /**
     * @param names each name, and what is said in its place
     * @param words more to leave out
     * @param ordinary words that name nobody though a sentence may begin with them, in small letters
     */
    public LeftOut(Map<String, String> names, Collection<String> words, Set<String> ordinary) {
        this.ordinary = ordinary;
        names.entrySet().stream()
                .sorted((one, other) -> other.getKey().length() - one.getKey().length())
                .forEach(name -> replaced.put(whole(name.getKey()), name.getValue()));
        names.forEach((name, instead) -> {
            for (String part : name.split("[\\s-]+")) {
                if (part.length() >= SHORTEST_NAME && Character.isUpperCase(part.codePointAt(0))) {
                    replaced.put(whole(part), instead);
                }
            }
        });
        words.stream().filter(word -> !word.isBlank()).forEach(word -> replaced.put(whole(word.strip()), "…"));
    }

    private static Pattern whole(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public String in(String text) {
        String left = text;
        for (Map.Entry<Pattern, String> one : replaced.entrySet()) {
            left = one.getKey().matcher(left).replaceAll(Matcher.quoteReplacement(one.getValue()));
        }
        return left;
    }

    /** The words of some texts that stand there in small letters, as only ordinary words do. */
    public static Set<String> ordinary(Collection<String> texts) {
        Set<String> found = new HashSet<>();
        for (String text : texts) {
            Matcher matcher = ORDINARY.matcher(text);
            while (matcher.find()) {
                found.add(bare(matcher.group()));
            }
        }
        found.removeAll(NAMES_TOO);
        return found;
    }

    /**
     * Words with a capital: they may be names of people, places or employers. First those inside a sentence, then those with
     * which one begins.
     */
    public List<String> perhaps(Collection<String> texts) {
        List<String> left = texts.stream().map(this::in).toList();
        Set<String> here = ordinary(left);
        Set<String> within = new LinkedHashSet<>();
        Set<String> first = new LinkedHashSet<>();
        for (String text : left) {
            Matcher matcher = PERHAPS.matcher(text);
            while (matcher.find()) {
                String word = bare(matcher.group());
                String small = word.toLowerCase(Locale.ROOT);
                if (NAMES_NOBODY.contains(small) || SHORTENED.matcher(word).matches()) {
                    continue;
                }
                if (WITHIN.matcher(text.substring(0, matcher.start())).find()) {
                    within.add(word);
                } else if (!ordinary.contains(small) && !here.contains(small)) {
                    first.add(word);
                }
            }
        }
        within.addAll(first);
        return new ArrayList<>(within);
    }

    private static String bare(String word) {
        return word.replaceAll("[’'](s)?$", "");
    }
}
