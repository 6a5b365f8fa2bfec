package tombolo.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tombolo.techniques.Answers;
import tombolo.techniques.Question;
import tombolo.techniques.Step;
import tombolo.ui.Errors;
import tombolo.ui.Said;

/** What makes a decision one. */
class DecisionUnitTests {
    private final Decision decision = new Decision();

    @ParameterizedTest
    @ValueSource(strings = {"Move in the spring", "Move in the spring\n\n  \n"})
    void asksForAnotherWayWhereThereIsOnlyOne(String ways) {
        assertThat(options(ways).at("options")).contains(Said.of("decisions.wrong.one-way"));
    }

    @Test
    void itsFirstStepIsOnesOwnWhomeverTheQuestionIsAbout() {
        assertThat(decision.isTriedWithThem(Answers.NONE)).isFalse();
        assertThat(decision.mayBeAboutTheDead()).isFalse();
    }

    @Test
    void takesWaitingAsAWay() {
        assertThat(options("Move in the spring\nWait").isEmpty()).isTrue();
    }

    @Test
    void leavesAnEmptyAnswerToTheQuestionItself() {
        assertThat(options("").isEmpty()).isTrue();
        assertThat(decision.questions())
                .filteredOn(question -> question.id().equals("options"))
                .allMatch(Question::needed);
    }

    @Test
    void looksAtNoOtherStep() {
        Answers answers = new Answers(Map.of("options", List.of("Move in the spring")));
        assertThat(decision.steps())
                .filteredOn(step -> !step.id().equals("options"))
                .allSatisfy(step ->
                        assertThat(decision.check(step, answers).isEmpty()).isTrue());
    }

    @Test
    void theFirstStepIsClosedTowardsSomebodyWithWhomItIsNotSafe() {
        assertThat(decision.steps())
                .filteredOn(Step::asserting)
                .extracting(Step::id)
                .containsExactly("plan", "barrier");
    }

    private Errors options(String ways) {
        Step step = decision.steps().stream()
                .filter(one -> one.id().equals("options"))
                .findFirst()
                .orElseThrow();
        return decision.check(step, new Answers(Map.of("options", List.of(ways))));
    }
}
