package tombolo.week;

import java.util.regex.Pattern;

/**
 * Looks whether words tell of many times at once ("we always", "every night") where one time tells more (T1: not an average). It
 * knows English. It only ever asks for the last time, and keeps nobody from going on.
 */
public final class LastTime {
    /** What somebody said stands in quotes, and may well be "you never": those were the words. */
    private static final Pattern QUOTED = Pattern.compile("[“\"][^”\"]*[”\"]");

    /** "You always" is what people say to each other, and not how they tell of it. */
    private static final Pattern MANY_TIMES = Pattern.compile(
            "(?<!\\byou )(?<!\\byou are )(?<!\\byou['’]re )(?<!\\bdo you )(?<!\\bare you )\\b(always|constantly)\\b"
                    + "|\\b(we|i|he|she|they|it) never\\b(?! (said|meant|told|did|mind|thought))"
                    + "|(?-i:\\b(?!(You|But|And|Or|As|So|If) )\\p{Lu}\\p{Ll}+) never\\b(?! (said|meant|told|did|mind|thought))"
                    + "|\\b(we|i|he|she|they) (usually|keep|keeps)\\b"
                    + "|\\b(it|this|that) keeps (on )?\\w+ing\\b"
                    + "|\\b(every ?time|every single time|each time|each and every time|all the time)\\b"
                    + "|\\b(time and again|again and again|over and over|(?<again>day|night|week) after \\k<again>)\\b"
                    + "|\\b(every|every single|each|each and every|most) "
                    + "(days?|nights?|weeks?|evenings?|mornings?|weekends?|\\w+days?)\\b"
                    + "|\\bwhenever (?!(you|i|we|he|she|they) (like|want|wish|can|could|need)s?\\b)(?!possible\\b)\\w",
            Pattern.CASE_INSENSITIVE);

    private LastTime() {}

    /** Whether the last time is worth asking for. */
    public static boolean isWorthAsking(String words) {
        return MANY_TIMES.matcher(QUOTED.matcher(words).replaceAll("…")).find();
    }
}
