package tombolo.course;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tombolo.instruments.RiskItem;
import tombolo.measures.Response;

/**
 * What the newest answers to the PHQ-9 say to the question whether it is very severe: 20 or more, or 15 or more with thoughts
 * of death on more than half the days. It stands beside that question for a human to weigh, and opens and decides nothing.
 *
 * @param total of all answers
 * @param thoughts how often there were thoughts of death; empty where that was not answered
 */
public record VerySevere(int total, OptionalInt thoughts, Instant taken) {
    private static final int ALONE = 20;
    private static final int WITH_THOUGHTS = 15;
    private static final int MORE_THAN_HALF_THE_DAYS = 2;

    /** By the newest of these answers, in the order in which they were given; empty where the newest PHQ-9 has no score. */
    public static Optional<VerySevere> by(List<Response> answers) {
        return answers.reversed().stream()
                .filter(one -> one.instrument().id().equals("phq-9"))
                .findFirst()
                .flatMap(newest -> newest.score()
                        .map(score -> new VerySevere(score.total().whole(), thoughts(newest), newest.taken())));
    }

    private static OptionalInt thoughts(Response newest) {
        RiskItem last = newest.instrument().risk().orElseThrow();
        return newest.answers().to(last.item());
    }

    /** Whether it is so; empty where the answer that would tell is missing. */
    public Optional<Boolean> holds() {
        if (total >= ALONE || total < WITH_THOUGHTS) {
            return Optional.of(total >= ALONE);
        }
        return thoughts.isPresent() ? Optional.of(thoughts.getAsInt() >= MORE_THAN_HALF_THE_DAYS) : Optional.empty();
    }

    @Override
    public String toString() {
        return "VerySevere[…]";
    }
}
