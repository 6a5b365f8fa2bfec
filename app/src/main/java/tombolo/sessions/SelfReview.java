package tombolo.sessions;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import tombolo.vault.AccountId;

/**
 * How a therapist looks back at one hour of their own. It is self-review, not fidelity: a supervisor's rating of a recording,
 * or of a case brought, is a record of its own and never this one. What did not apply, and what was not said, counts nowhere.
 */
public record SelfReview(Hour hour, AccountId reviewer, Map<Item, Answer> answers, Instant filledAt) {

    public SelfReview {
        answers = Map.copyOf(answers);
    }

    /** What an hour of IPT has in it, in the order of the hour. */
    public enum Item {
        MEASURES,
        MOOD_AND_EVENT,
        FOCUS,
        INCIDENT,
        AFFECT,
        TECHNIQUE,
        OPTIONS,
        REHEARSAL,
        NEXT_STEP,
        TIME_LIMIT,
        SAFETY,
        /** Only in the first sessions: inventory, timeline, formulation, contract. */
        GROUNDWORK,
        /** Only in the last sessions: the ending named, what would help if it comes back. */
        ENDING;

        /** Text key of what is looked back at. */
        public String title() {
            return "sessions.desk.review." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Those that belong to an hour in this part of the course. */
        public static List<Item> in(boolean first, boolean last) {
            return Arrays.stream(values())
                    .filter(item -> item != GROUNDWORK || first)
                    .filter(item -> item != ENDING || last)
                    .toList();
        }
    }

    /** How far it was done. */
    public enum Answer {
        NOT_DONE(0),
        PARTLY(1),
        DONE(2),
        DID_NOT_APPLY(-1);

        private final int points;

        Answer(int points) {
            this.points = points;
        }

        public int points() {
            return points;
        }

        /** Text key of how far it was done. */
        public String title() {
            return "sessions.desk.review.answer."
                    + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Answer of(int points) {
            return Arrays.stream(values())
                    .filter(answer -> answer.points == points)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No answer is worth " + points));
        }
    }

    /** The points out of twice the number that applied, in hundredths; empty where nothing applied. */
    public OptionalInt percentage() {
        List<Answer> applied = answers.values().stream()
                .filter(answer -> answer != Answer.DID_NOT_APPLY)
                .toList();
        if (applied.isEmpty()) {
            return OptionalInt.empty();
        }
        int points = applied.stream().mapToInt(Answer::points).sum();
        return OptionalInt.of(Math.round(100f * points / (2 * applied.size())));
    }

    static Map<Item, Answer> of(String[] items, Short[] points) {
        Map<Item, Answer> answers = new EnumMap<>(Item.class);
        for (int i = 0; i < items.length; i++) {
            answers.put(Item.valueOf(items[i]), Answer.of(points[i]));
        }
        return answers;
    }
}
