package tombolo.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;

/** What stays open in a dispute with somebody who is not safe to talk to. */
class DisputeUnitTests {
    private final Dispute dispute = new Dispute();

    @Test
    void allThatIsSaidOrDoneTowardsThemWaitsForTheQuestionWhetherItIsSafe() {
        assertThat(dispute.steps().stream().filter(Step::asserting).map(Step::id))
                .containsExactly("next", "words");
        assertThat(dispute.questions()).anyMatch(one -> one instanceof Words words && words.aloud());
    }

    @Test
    void whatIsMournedAndArrangedWhenItIsOverDoesNotWait() {
        assertThat(dispute.steps())
                .filteredOn(step -> step.id().equals("over"))
                .singleElement()
                .satisfies(over -> assertThat(over.asserting()).isFalse());
    }
}
