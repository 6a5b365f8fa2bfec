package tombolo.techniques;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody's name where it stands in words: whole, or a part of it that is a name by itself. It knows English. */
public final class NameInWords {
    /** No names by themselves: how people are called in a family, and what else has a capital. */
    private static final Set<String> NO_NAMES = words(
            "mum mummy mam mom dad daddy aunt auntie uncle gran granny grandma grandad grandpa nan nana sister brother"
                    + " cousin the my our your his her mr mrs ms miss dr old monday tuesday wednesday thursday"
                    + " friday saturday sunday january february march april may june july august september"
                    + " october november december christmas easter eve god english i me you we he she it they"
                    + " and but so no yes ok okay what why how when where who can could would will please"
                    + " love hi hello hey sorry thanks thank fine not this that if or oh well just then is"
                    + " are was do did don have maybe of in on at to for from with wife husband partner friend");

    /** Names that are words as well: only with a capital are they names. */
    private static final Set<String> ALSO_WORDS = words(
            "will may mark grace hope joy rose art bill rob sue pat dawn faith june april august penny jack lily ivy"
                    + " summer max drew miles dean gene guy ray christian angel violet ruby amber daisy holly"
                    + " heather robin carol jean dale lance nick chuck bob frank ernest norm pearl victor");

    private NameInWords() {}

    private static Set<String> words(String all) {
        return Set.copyOf(List.of(all.split(" ")));
    }

    /** Whether words name somebody. */
    static boolean stands(String words, String name) {
        return of(name).stream().anyMatch(one -> pattern(one).matcher(words).find());
    }

    /** The whole name, and those of its words that are names by themselves. */
    public static Set<String> of(String name) {
        String whole = name.strip();
        if (whole.isEmpty()) {
            return Set.of();
        }
        Stream<String> parts = Arrays.stream(whole.split("[\\s,]+"))
                .map(part -> part.replaceFirst("['’]s$", ""))
                .filter(part -> part.length() > 1 && Character.isUpperCase(part.codePointAt(0)))
                .filter(part -> !isNone(part));
        return Stream.concat(Stream.of(whole), parts).collect(Collectors.toUnmodifiableSet());
    }

    /** However it is written; a name that is a word as well only with a capital, or all in capitals. */
    public static Pattern pattern(String name) {
        boolean isWordToo = ALSO_WORDS.contains(name.toLowerCase(Locale.ROOT));
        String written = isWordToo
                ? "(?:" + Pattern.quote(name) + "|" + Pattern.quote(name.toUpperCase(Locale.ROOT)) + ")"
                : Pattern.quote(name);
        int flags = isWordToo ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile("(?<![\\p{L}\\p{N}(])" + written + "(?![\\p{L}\\p{N}])", flags);
    }

    /** Whether a word is no name by itself though it has a capital. */
    public static boolean isNone(String word) {
        return NO_NAMES.contains(word.toLowerCase(Locale.ROOT));
    }
}
