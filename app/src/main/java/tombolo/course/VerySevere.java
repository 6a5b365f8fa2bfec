package tombolo.course;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tombolo.instruments.RiskItem;
import tombolo.measures.Response;

/**
 * What the newest answers to the PHQ-9 say to the question whether it is very severe: 20 or more. From 15 on it depends on the
 * thoughts of death; these are shown as they were answered, and nothing is worked out from them: no code grades risk. It
 * stands beside that question for a human to weigh, and opens and decides nothing.
 *
 * @param total of all answers
 * @param thoughts how often there were thoughts of death; empty where that was not answered
 */
public record VerySevere(int total, OptionalInt thoughts, Instant taken) {
    private static final int ALONE = 20;
    private static final int WITH_THOUGHTS = 15;

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

    /** Whether it is so by the total; empty where a human has to look at the thoughts of death. */
    public Optional<Boolean> holds() {
        return total >= WITH_THOUGHTS && total < ALONE ? Optional.empty() : Optional.of(total >= ALONE);
    }

    @Override
    public String toString() {
        return "VerySevere[…]";
    }
}
