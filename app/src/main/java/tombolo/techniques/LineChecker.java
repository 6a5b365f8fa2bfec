package tombolo.techniques;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tombolo.ui.Said;

/**
 * Looks at a line somebody might say to somebody else, and hints at what often gets in its way: always and never, "you
 * are", guessing at the other's mind, too much at once, nothing asked for, and no time. It explains; it never rewrites, and it
 * counts nothing. It knows English.
 */
public final class LineChecker {
    /** Words that can be taken in at one go. */
    public static final int ENOUGH_WORDS = 40;

    /** What may follow on "you are" without a verdict: what is going on with somebody, where they are, and all that is kind. */
    private static final String KIND_OR_A_FACT =
            "not|always|never|new|ok|okay|able|free|home|right|tired|busy|going|here|there|in|at|on|up|out"
                    + "|away|off|back|late|early|welcome|worn|sad|hurt|worried|upset|ill|sick|unwell|afraid|scared|lonely|alone|safe"
                    + "|sure|ready|glad|happy|well|better|fine|kind|good|great|nice|lovely|dear|sweet|brave|strong|loved|patient"
                    + "|thoughtful|generous|helpful|funny|clever|important|special|wonderful|still|both|all|my|from|with|friends?"
                    + "|(?!boring|annoying|lying|cheating|nagging|disgusting)\\w+ing";

    /** What can be seen by a few words of it. */
    public enum Sees {
        ALWAYS("always|never(?! mind)|every (single )?time|constantly|nothing ever"),
        /** A verdict on who the other one is. A kind word, a fact, or what somebody only heard or noticed is none. */
        YOU_ARE("(?<!\\b(when|whenever|if|while|that|so|how|where|who|what|as) )you( are|['’]re)"
                + "( (so|such|just|being|too|really))?+( (an?|the))?+ (?!(" + KIND_OR_A_FACT + ")\\b)\\w+"),
        MIND("you (don['’]t|do not) (even )?(care|love|want|notice|listen)|you (just|only) (want|think|care)"
                + "|you think (i|that i|you)|you (meant|mean|were trying|are trying) to|you must (think|hate|feel)"),
        /** Something asked for. What stands at the very end ("will you?") belongs to what was asked before it. */
        REQUEST("(would|could|can|will) you(?! ?\\?)|i['’]d like (you|us|it if)|i would like (you|us|it if)"
                + "|i need you to|i want you to|(may|can|could) i(?! ask)|can we|could we|shall we|let['’]s");

        private final Pattern words;

        Sees(String any) {
            words = LineChecker.words(any);
        }
    }

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
        if (wrote(Sees.ALWAYS, line).isPresent()) {
            hints.add(Said.of("techniques.line.always"));
        }
        if (wrote(Sees.YOU_ARE, line).isPresent()) {
            hints.add(Said.of("techniques.line.you-are"));
        }
        if (wrote(Sees.MIND, line).isPresent()) {
            hints.add(Said.of("techniques.line.mind"));
        }
        if (isLong(line)) {
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

    /** The same for what somebody says to themself: nothing is asked of anybody there. */
    public static List<Said> hintsToOneself(String line) {
        List<Said> hints = new ArrayList<>();
        if (line.isBlank()) {
            return hints;
        }
        if (isLong(line)) {
            hints.add(Said.of("techniques.line.long", ENOUGH_WORDS));
        }
        if (!TIME.matcher(line).find()) {
            hints.add(Said.of("techniques.line.no-time"));
        }
        return hints;
    }

    /** The words of the line by which it is seen, as they stand there. */
    public static Optional<String> wrote(Sees what, String line) {
        return what.words.matcher(line).results().map(MatchResult::group).findFirst();
    }

    /** Whether it is more than can be taken in at one go. */
    public static boolean isLong(String line) {
        return line.strip().split("\\s+").length > ENOUGH_WORDS;
    }

    private static long asked(String line) {
        long asked = Sees.REQUEST.words.matcher(line).results().count()
                + PLEASE_DO.matcher(line).results().count();
        return asked == 0 && LEADING_UP.matcher(line).find() ? 1 : asked;
    }

    /** Finds any of these as whole words, whatever their case. */
    public static Pattern words(String any) {
        return Pattern.compile("(?<!\\w)(?:" + any + ")(?!\\w)", Pattern.CASE_INSENSITIVE);
    }
}
