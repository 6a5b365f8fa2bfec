package tombolo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tombolo.techniques.Answers;
import tombolo.techniques.Question;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.ui.Texts;

/** What keeps small steps towards people safe and honest. */
class SmallStepsUnitTests {

    static Stream<Technique> all() {
        return Stream.of(new SupportMap(), new ContactLadder(), new TrustSteps());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whomItIsAboutIsAskedBeforeAnythingIsPlannedTowardsThem(Technique how) {
        assertThat(how.steps().getFirst().questions()).hasAtLeastOneElementOfType(Question.Whom.class);
        assertThat(how.steps().getFirst().asserting()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsTriedIsClosedTowardsSomebodyWithWhomItIsNotSafe(Technique how) {
        Technique.Leads leads = how.leads().orElseThrow();
        List<String> planned = how.steps().stream()
                .filter(Step::asserting)
                .flatMap(step -> step.questions().stream())
                .map(Question::id)
                .toList();
        assertThat(planned).contains(leads.what(), leads.when());
    }

    /** A.5, sensitivity 2: people of earlier years, with both sides, and what comes again. */
    @Test
    void peopleFromBeforeAreLookedAtWithBothSidesByWhoeverWantsTo() {
        Step before = new TrustSteps()
                .steps().stream()
                        .filter(step -> step.id().equals("before"))
                        .findFirst()
                        .orElseThrow();
        assertThat(before.fields()).containsExactly("before-good", "before-hard", "again");
        assertThat(before.least()).isFalse();
        assertThat(before.questions()).noneMatch(Question::needed);
        assertThat(before.asserting())
                .as("it is open wherever else it is closed")
                .isFalse();
    }

    @Test
    void whatWillBeDoneSaysAtWhichPlaceUnlessThatIsTakenOutAgain() {
        ContactLadder ladder = new ContactLadder();
        Answers shed = Answers.NONE.with("where", "Men’s Shed");
        Answers said = ladder.following(shed, shed.with("what", "Stand at the back"));
        assertThat(said.one("what")).isEqualTo("Men’s Shed: Stand at the back");
        assertThat(ladder.following(said, said.with("expect", "Nobody looks")).one("what"))
                .isEqualTo("Men’s Shed: Stand at the back");
        Answers taken = ladder.following(said, said.with("what", "Say hello"));
        assertThat(taken.one("what")).as("it was taken out").isEqualTo("Say hello");
        assertThat(ladder.following(taken, taken.with("expect", "Nobody looks")).one("what"))
                .isEqualTo("Say hello");
        assertThat(ladder.following(shed, shed.with("what", "I go to the men’s shed"))
                        .one("what"))
                .as("it is there already")
                .isEqualTo("I go to the men’s shed");
        assertThat(ladder.following(said, said.with("where", "The choir")).one("what"))
                .as("it is somewhere else")
                .isEqualTo("The choir: Stand at the back");
        assertThat(ladder.following(said, said.with("where", "")).one("what")).isEqualTo("Stand at the back");
        assertThat(ladder.following(Answers.NONE, Answers.NONE.with("what", "Say hello"))
                        .one("what"))
                .isEqualTo("Say hello");
        assertThat(ladder.aboutWhat(shed)).isEqualTo("Men’s Shed");
    }

    @Test
    void aStepTowardsPeopleNeedsNobodyOnTheCircles() {
        assertThat(new ContactLadder().questions())
                .filteredOn(Question.Whom.class::isInstance)
                .noneMatch(Question::needed);
    }

    @Test
    void theLadderSaysWhatIsBorrowedAndWhatHasShownMore() {
        assertThat(new Texts(false).english().get("support.ladder.from"))
                .contains("borrowed from CBT", "helped more than an IPT course", "Käll, 2021");
    }
}
