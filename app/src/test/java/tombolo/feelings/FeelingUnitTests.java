package tombolo.feelings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Answers;
import tombolo.techniques.Question.One;
import tombolo.techniques.Step;

/** What is asked before a feeling is said to somebody. */
class FeelingUnitTests {
    private final Feeling feeling = new Feeling();

    private final Step way = feeling.steps().stream()
            .filter(step -> step.id().equals("way"))
            .findFirst()
            .orElseThrow();

    @Test
    void sayingItToThemAsksWhomSoThatItCanBeAskedWhetherThatIsSafe() {
        assertThat(feeling.check(way, new Answers(Map.of("way", List.of("them"))))
                        .byField())
                .containsOnlyKeys("who");
        assertThat(feeling.check(way, new Answers(Map.of("way", List.of("them"), "who", List.of("nobody"))))
                        .byField())
                .containsOnlyKeys("who");
        assertThat(feeling.check(way, new Answers(Map.of("way", List.of("them"), "who", List.of("somebody"))))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void somebodyNewWhoIsNamedIsSomebodyToSayItTo() {
        for (String ticked : List.of("", "nobody")) {
            assertThat(feeling.check(
                                    way,
                                    new Answers(Map.of(
                                            "way", List.of("them"), "who", List.of(ticked), "who-new", List.of("Tom"))))
                            .isEmpty())
                    .as(ticked)
                    .isTrue();
        }
    }

    @Test
    void whoeverLetsItBeIsNotAskedHowToSayItNorWhetherThatIsSafe() {
        Step say = feeling.steps().stream()
                .filter(step -> step.id().equals("say"))
                .findFirst()
                .orElseThrow();
        for (String other : List.of("other", "wait", "let-be")) {
            assertThat(feeling.left(say, new Answers(Map.of("way", List.of(other))), true))
                    .as(other)
                    .isEmpty();
        }
        assertThat(feeling.left(say, new Answers(Map.of("way", List.of("them"))), true))
                .contains(say);
        assertThat(feeling.left(say, new Answers(Map.of("way", List.of("wait"), "line", List.of("I was hurt"))), true))
                .as("what was said stays")
                .contains(say);
    }

    @Test
    void whateverElseIsDoneWithItNobodyHasToBeNamed() {
        for (String other : List.of("other", "wait", "let-be")) {
            assertThat(feeling.check(way, new Answers(Map.of("way", List.of(other))))
                            .isEmpty())
                    .as(other)
                    .isTrue();
        }
    }

    @Test
    void onlySayingItWaitsForTheQuestionWhetherItIsSafe() {
        assertThat(feeling.steps().stream().filter(Step::asserting).map(Step::id))
                .containsExactly("say");
    }

    @Test
    void whatIsKeptForLaterWaitsForTheQuestionWhetherItIsSafeAndTheOtherWaysDoNot() {
        Step next = feeling.steps().stream()
                .filter(step -> step.id().equals("next"))
                .findFirst()
                .orElseThrow();
        for (String way : List.of("wait", "other", "let-be")) {
            Answers chosen = new Answers(Map.of("way", List.of(way)));
            assertThat(feeling.mayLeadToAsserting(chosen)).as(way).isEqualTo(way.equals("wait"));
            assertThat(feeling.left(next, chosen, true).orElseThrow().asserting())
                    .as(way)
                    .isEqualTo(way.equals("wait"));
        }
    }

    @Test
    void whatItLeadsToIsClosedWithSayingItAndOpenWithEveryOtherWay() {
        assertThat(feeling.leadsToAsserting(new Answers(Map.of("way", List.of("them")))))
                .isTrue();
        for (String other : List.of("other", "wait", "let-be")) {
            assertThat(feeling.leadsToAsserting(new Answers(Map.of("way", List.of(other)))))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void whereItIsNotSafeTheOtherThreeWaysAreLeft() {
        Step left = way.withoutAsserting();
        assertThat(left.questions())
                .filteredOn(One.class::isInstance)
                .extracting(question -> ((One) question).options())
                .containsExactly(List.of("other", "wait", "let-be"));
        assertThat(left.waits(new Answers(Map.of("way", List.of("them"))))).isTrue();
        assertThat(left.waits(new Answers(Map.of("way", List.of("wait"))))).isFalse();
    }
}
