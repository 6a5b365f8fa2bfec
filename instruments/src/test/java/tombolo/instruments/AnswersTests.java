package tombolo.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person answered, and what may be done with it. */
class AnswersTests {
    private final Instrument phq9 = Instruments.bundled("phq-9").orElseThrow();

    @Test
    void anAnswerCanBeGivenChangedAndTakenBack() {
        Answers answers = phq9.noAnswers().with(1, 3).with(1, 2).with(2, 1).without(2);
        assertThat(answers.to(phq9.item(1))).hasValue(2);
        assertThat(answers.to(phq9.item(2))).isEmpty();
        assertThat(answers.unanswered()).hasSize(8).doesNotContain(phq9.item(1));
        assertThat(answers).isEqualTo(phq9.answers(Map.of(1, 2)));
    }

    @Test
    void theQuestionOnDifficultyIsNotScored() {
        Answers answers = phq9.scoredAnswers(0, 0, 0, 0, 0, 0, 0, 0, 0).with(10, 3);
        assertThat(phq9.score(answers)).hasToString("0 (minimal)");
    }

    @Test
    void refusesAValueTheFormDoesNotOffer() {
        assertThatThrownBy(() -> phq9.noAnswers().with(1, 4)).hasMessageContaining("item 1 offers [0, 1, 2, 3], not 4");
        assertThatThrownBy(() -> phq9.noAnswers().with(11, 0)).hasMessageContaining("phq-9 has no item 11");
        assertThatThrownBy(() -> phq9.scoredAnswers(0, 1)).hasMessageContaining("9 scored items, not 2");
    }

    @Test
    void refusesToScoreTheAnswersToAnotherQuestionnaire() {
        Answers others = Instruments.bundled("gad-7").orElseThrow().noAnswers();
        assertThatThrownBy(() -> phq9.score(others)).hasMessageContaining("gad-7");
    }

    @Test
    void isNeverWrittenIntoALog() {
        assertThat(phq9.noAnswers().with(9, 3)).hasToString("answers to phq-9");
    }

    @Test
    void theRiskQuestionIsAnsweredWhetherOrNotThereIsAScore() {
        assertThat(phq9.score(phq9.noAnswers().with(9, 1)).risk()).isEqualTo(RiskAnswer.ABOVE_NOT_AT_ALL);
        assertThat(phq9.score(phq9.noAnswers().with(9, 3)).risk()).isEqualTo(RiskAnswer.ABOVE_NOT_AT_ALL);
        assertThat(phq9.score(phq9.noAnswers().with(9, 0)).risk()).isEqualTo(RiskAnswer.NOT_AT_ALL);
        assertThat(phq9.score(phq9.noAnswers()).risk()).isEqualTo(RiskAnswer.UNANSWERED);
    }
}
