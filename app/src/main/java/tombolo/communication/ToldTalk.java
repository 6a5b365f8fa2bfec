package tombolo.communication;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What each of two people said last, in a talk that is told in a few lines: "She said: you are late. I said “Again, I know.”" It
 * knows English, and is only ever where somebody begins.
 */
final class ToldTalk {
    private static final Pattern SAID = Pattern.compile(
            "\\b(\\p{L}+) (?:then )?(?:said|asked|answered|shouted|replied|wrote|yelled|told me)(?: back| again| to me)?"
                    + "(?:[:,]?\\s*[“\"]([^”\"]+)[”\"]|:\\s*([^\\n]+?(?:[.!?…](?=\\s|$)|(?=\\n|$))))",
            Pattern.CASE_INSENSITIVE);

    private ToldTalk() {}

    /** Empty where it cannot be told. */
    static String theirs(String told) {
        return last(told, speaker -> !isMe(speaker));
    }

    static String mine(String told) {
        return last(told, ToldTalk::isMe);
    }

    private static boolean isMe(String speaker) {
        return speaker.equalsIgnoreCase("I");
    }

    private static String last(String told, Predicate<String> speaker) {
        return SAID.matcher(told)
                .results()
                .filter(one -> speaker.test(one.group(1)))
                .reduce((earlier, later) -> later)
                .map(ToldTalk::words)
                .orElse("");
    }

    private static String words(MatchResult one) {
        return (one.group(2) == null ? one.group(3) : one.group(2)).strip();
    }
}
