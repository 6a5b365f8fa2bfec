package tombolo.grief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.Involved;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.Timeline;
import tombolo.vault.PersonId;

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

    @Test
    void theDayTheyDiedIsTakenFromTheTimelineWhereItIsAboutThem() {
        RelationshipId gran = new RelationshipId(UUID.randomUUID());
        Timeline timeline = Timeline.begun(new PersonId(UUID.randomUUID()));
        timeline.add(LifeEvent.of(
                FuzzyDate.day(LocalDate.of(2024, 3, 2)),
                LifeEvent.Kind.LOSS,
                null,
                new tombolo.timeline.Words("Gran died", "It rained.", List.of(new Involved(gran, "Gran")))));
        Grief grief = new Grief();
        Step days = grief.steps().get(1);
        Answers hers = grief.remembered(days, Answers.NONE, timeline, Optional.of(gran));
        assertThat(hers.one("date")).isEqualTo("2 March 2024");
        assertThat(hers.one("around")).isEqualTo("It rained.");
        assertThat(grief.remembered(days, Answers.NONE, timeline, Optional.of(new RelationshipId(UUID.randomUUID()))))
                .as("about somebody else")
                .isEqualTo(Answers.NONE);
    }
}
