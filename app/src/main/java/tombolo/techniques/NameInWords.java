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

    /** What stands in a name on the circles and is none by itself. */
    private static final Set<String> BESIDE_A_NAME = words(
            "the my our your his her mr mrs ms miss dr old big little new best and of from at in on next who that there"
                    + " friend friends neighbour neighbor boss colleague mate work job school church club group team doctor"
                    + " teacher nurse gp therapist son daughter baby kids children family dog cat door street shop lives");

    /** After these a name that is a word as well means somebody however it is written. */
    private static final String SPOKEN_TO =
            "(?:tell|ask|ring|call|phone|text|email|message|thank|visit|meet|with|talk to|speak to|say to|write to)";

    private static final String SAYING =
            "(?:tell|ask|ring|call|phone|text|email|message|write|confront|talk|speak|answer"
                    + "|have it out|stand up|let|send|give)";

    private static final String SAYING_TO =
            "(?:say|explain|write|letter|word|talk it|speak about|bring it up|send|give)";

    /** Names that stand in many a plan as words: only with a capital do they mean somebody. */
    private static final Set<String> WORDS_FIRST =
            words("will may mark grace hope joy rose art bill pat dawn faith summer guy miles penny");

    private NameInWords() {}

    private static Set<String> words(String all) {
        return Set.copyOf(List.of(all.split(" ")));
    }

    /**
     * Whether words name somebody, where it has to be asked whether that is safe: rather once too often than once too little,
     * however the name was written, and whatever stands around it.
     */
    static boolean stands(String words, String name) {
        return namesFor(name).anyMatch(one -> meant(one).matcher(words).find());
    }

    /**
     * Whether words are to be said to somebody: "tell Dad", "talk to my Dad", "Dad, it has to stop". Telling somebody else of them
     * is none of it.
     */
    static boolean isSpokenTo(String words, String name) {
        return namesFor(name)
                .anyMatch(one -> spoken(Pattern.quote(one)).matcher(words).find());
    }

    /** Whether words are to be said to anybody, whoever that is. */
    static boolean isSpoken(String words) {
        return spoken("\\p{L}[\\p{L}'’-]*").matcher(words).find();
    }

    private static Pattern spoken(String name) {
        String one = "(?:(?:my|our|both|to|with|up)\\s+){0,3}(?:\\p{L}+(?:,\\s*|\\s+(?:and|or|&)\\s+)){0,3}(?:my\\s+)?"
                + name + "(?![\\p{L}\\p{N}])";
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + SAYING + "\\s+" + one + "|(?<![\\p{L}\\p{N}])" + SAYING_TO
                        + "\\b[^.!?\\n]{0,80}?\\b(?:to|with)\\s+" + one + "|\\A\\W*" + name + "\\s*[,:]",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Those by which somebody of this name may be meant. */
    private static Stream<String> namesFor(String name) {
        return Stream.concat(
                Stream.of(name.strip()).filter(whole -> !whole.isEmpty()),
                Arrays.stream(name.split("[^\\p{L}\\p{N}'’]+"))
                        .map(part -> part.replaceFirst("['’]s$", ""))
                        .filter(part -> part.length() > 1)
                        .filter(part -> !BESIDE_A_NAME.contains(part.toLowerCase(Locale.ROOT))));
    }

    private static Pattern meant(String name) {
        String anyhow = "(?i:" + Pattern.quote(name) + ")";
        String lower = name.toLowerCase(Locale.ROOT);
        String written = WORDS_FIRST.contains(lower)
                ? Pattern.quote(lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1)) + "|"
                        + Pattern.quote(name.toUpperCase(Locale.ROOT)) + "|(?<=\\b(?i:" + SPOKEN_TO + ")\\s)" + anyhow
                : anyhow;
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + written + ")(?![\\p{L}\\p{N}])", Pattern.UNICODE_CASE);
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
