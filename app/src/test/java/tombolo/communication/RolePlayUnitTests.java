package tombolo.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tombolo.techniques.Answers;
import tombolo.techniques.Step;

/** Seven or more of ten is sure enough to plan it; whoever is less sure tries once more first, and needs no day. */
class RolePlayUnitTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private final RolePlay play = new RolePlay();

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "6"})
    void whoeverIsNotSureTriesOnceMoreFirst(String sure) {
        Answers answers = Answers.NONE.with("sure", sure);
        assertThat(play.minded(answers, TODAY)).contains("communication.play.unsure");
        assertThat(play.first(answers)).containsExactly("again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "10"})
    void whoeverIsSureEnoughIsToldNothing(String sure) {
        Answers answers = sure.isEmpty() ? Answers.NONE : Answers.NONE.with("sure", sure);
        assertThat(play.minded(answers, TODAY)).isEmpty();
        assertThat(play.first(answers)).isEmpty();
    }

    @Test
    void aDayIsNotNeededToGoOn() {
        Step sure = play.steps().stream()
                .filter(step -> step.id().equals("sure"))
                .findFirst()
                .orElseThrow();
        assertThat(sure.waits(Answers.NONE.with("sure", "2"))).isFalse();
        assertThat(sure.waits(Answers.NONE)).isTrue();
    }
}
