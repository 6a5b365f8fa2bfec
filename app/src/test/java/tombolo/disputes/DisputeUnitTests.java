package tombolo.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.ui.Language;
import tombolo.ui.Texts;

/** What stays open in a dispute with somebody who is not safe to talk to. */
class DisputeUnitTests {
    private final Dispute dispute = new Dispute();

    @Test
    void allThatIsSaidOrDoneTowardsThemWaitsForTheQuestionWhetherItIsSafe() {
        assertThat(dispute.steps().stream().filter(Step::asserting).map(Step::id))
                .containsExactly("next", "words", "meet", "ways", "keeps");
        assertThat(dispute.questions()).anyMatch(one -> one instanceof Words words && words.aloud());
    }

    @Test
    void nothingIsAdvisedTowardsThemBeforeThatQuestion() {
        Texts texts = new Texts(false);
        List<String> asks = dispute.steps(false).stream()
                .flatMap(step -> step.questions().stream())
                .flatMap(question -> Stream.concat(
                        Stream.of("disputes." + question.id() + ".hint"),
                        question instanceof One one
                                ? one.options().stream()
                                        .map(option -> "disputes." + question.id() + "." + option + ".hint")
                                : Stream.of()))
                .filter(texts::has)
                .map(key -> texts.say(new Language("en"), key))
                .toList();
        assertThat(asks).isNotEmpty().noneMatch(hint -> hint.contains("ask") || hint.contains("name it aloud"));
        assertThat(texts.say(new Language("en"), "disputes.next.hint"))
                .contains("ask for one clear thing", "name it aloud again");
    }

    @Test
    void whatIsMournedAndArrangedWhenItIsOverDoesNotWait() {
        assertThat(dispute.steps())
                .filteredOn(step -> step.id().equals("over"))
                .singleElement()
                .satisfies(over -> assertThat(over.asserting()).isFalse());
    }
}
