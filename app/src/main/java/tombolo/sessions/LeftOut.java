package tombolo.sessions;

import java.util.ArrayList;
import java.util.Collection;
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
 */
public final class LeftOut {
    private static final int SHORTEST_NAME = 3;
    private static final Pattern PERHAPS = Pattern.compile("(?<=[\\p{L}\\p{N},;:’”\"] )[\\p{Lu}][\\p{L}’'-]{2,}");
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

    /**
     * @param names each name, and what is said in its place
     * @param words more to leave out
     */
    public LeftOut(Map<String, String> names, Collection<String> words) {
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

    /** Words that stand with a capital inside a sentence: they may be names of people, places or employers. */
    public List<String> perhaps(Collection<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            Matcher matcher = PERHAPS.matcher(in(text));
            while (matcher.find()) {
                String word = matcher.group().replaceAll("[’'](s)?$", "");
                if (!NAMES_NOBODY.contains(word.toLowerCase(Locale.ROOT))) {
                    found.add(word);
                }
            }
        }
        return new ArrayList<>(found);
    }
}
