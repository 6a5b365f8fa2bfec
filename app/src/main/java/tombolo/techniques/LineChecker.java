package tombolo.techniques;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tombolo.ui.Said;

/**
 * Looks at a line somebody might say to somebody else, and hints at what often gets in its way: always and never, "you
 * are", guessing at the other's mind, too much at once, nothing asked for, and no time. It explains; it never rewrites, and it
 * counts nothing. It knows English.
 */
public final class LineChecker {
    /** Words that can be taken in at one go. */
    static final int ENOUGH_WORDS = 40;

    private static final Pattern ABSOLUTE = words("always|never|every (single )?time|constantly|nothing ever");
    private static final Pattern YOU_ARE =
            words("you( are|['’]re) (so |such |just |being |too |really )?(an? |the )?(?!ok\\b|okay\\b|able\\b|free\\b"
                    + "|home\\b|right\\b|tired\\b|busy\\b|going\\b|here\\b|in\\b|at\\b|welcome\\b)\\w+");
    private static final Pattern MIND = words(
            "you (don['’]t|do not) (even )?(care|love|want|notice|listen)|you (just|only) (want|think|care)"
                    + "|you think (i|that i|you)|you (meant|mean|were trying|are trying) to|you must (think|hate|feel)");
    /** Something asked for. What stands at the very end ("will you?") belongs to what was asked before it. */
    private static final Pattern REQUEST =
            words("(would|could|can|will) you(?! ?\\?)|i['’]d like (you|us|it if)|i would like (you|us|it if)"
                    + "|i need you to|i want you to|(may|can|could) i(?! ask)|can we|could we|shall we|let['’]s");

    /** "Please" asks for something of its own only where a sentence, or what follows an "and", begins with it. */
    private static final Pattern PLEASE_DO = Pattern.compile(
            "(?:^|[.?!;:]|\\b(?:and|then))\\s*please\\s+(?=\\w)(?!(?:(?!\\band\\b)[^.?!;:])*\\b(?:would|could|can|will|may)"
                    + " (?:you|i|we)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** Asks for something too, where nothing else in the line does; else it only leads up to that. */
    private static final Pattern LEADING_UP =
            words("please|i['’]m asking|would it be|are you free|do you have time|(would|could|can|will) you"
                    + "|(may|can|could) i");

    private static final Pattern TIME = words(
            "today|tonight|tomorrow|now|(this|next) \\w+|on \\w+day|\\w+days?|at \\d.*|\\d{1,2}([:.]\\d\\d)?( ?(am|pm))?"
                    + "|o['’]clock|morning|afternoon|evening|weekend|lunch|supper|dinner|tea|bedtime|minutes?|hours?"
                    + "|once a \\w+|when you .*|before \\w+|after \\w+");

    private LineChecker() {}

    /** What might be worth a second look, the weightiest first; empty for an empty line and for one that needs nothing. */
    public static List<Said> hints(String line) {
        List<Said> hints = new ArrayList<>();
        if (line.isBlank()) {
            return hints;
        }
        if (ABSOLUTE.matcher(line).find()) {
            hints.add(Said.of("techniques.line.always"));
        }
        if (YOU_ARE.matcher(line).find()) {
            hints.add(Said.of("techniques.line.you-are"));
        }
        if (MIND.matcher(line).find()) {
            hints.add(Said.of("techniques.line.mind"));
        }
        if (line.strip().split("\\s+").length > ENOUGH_WORDS) {
            hints.add(Said.of("techniques.line.long", ENOUGH_WORDS));
        }
        long asked = asked(line);
        if (asked == 0 && !line.contains("?")) {
            hints.add(Said.of("techniques.line.no-request"));
        } else if (asked > 1) {
            hints.add(Said.of("techniques.line.two-requests"));
        } else if (!TIME.matcher(line).find()) {
            hints.add(Said.of("techniques.line.no-time"));
        }
        return hints;
    }

    private static long asked(String line) {
        long asked = REQUEST.matcher(line).results().count()
                + PLEASE_DO.matcher(line).results().count();
        return asked == 0 && LEADING_UP.matcher(line).find() ? 1 : asked;
    }

    private static Pattern words(String any) {
        return Pattern.compile("(?<!\\w)(?:" + any.toLowerCase(Locale.ROOT) + ")(?!\\w)", Pattern.CASE_INSENSITIVE);
    }
}
