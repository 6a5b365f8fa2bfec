package tombolo.grief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;

/** Mourning is not hurried, and nobody has to be brave to somebody else for it. */
class GriefUnitTests {
    private final List<Technique> both = List.of(new Grief(), new GriefLetter());

    @Test
    void nothingOfItIsSaidToSomebodyWhoMayNotLikeIt() {
        assertThat(both).allSatisfy(how -> {
            assertThat(how.steps()).noneMatch(Step::asserting);
            assertThat(how.questions()).noneMatch(one -> one instanceof Words words && words.aloud());
        });
    }

    @Test
    void nothingOfItIsDueByADay() {
        assertThat(both).allSatisfy(how -> assertThat(how.leads()).isEmpty());
    }

    @Test
    void nothingHardHasToBeWritten() {
        assertThat(both)
                .allSatisfy(how -> assertThat(how.questions())
                        .filteredOn(question -> List.of("hard", "around", "unsaid", "sorry", "goodbye")
                                .contains(question.id()))
                        .isNotEmpty()
                        .noneMatch(question -> question.needed()));
    }
}
