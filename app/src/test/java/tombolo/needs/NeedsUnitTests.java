package tombolo.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tombolo.techniques.Answers;
import tombolo.techniques.Picture.Dumbbell;
import tombolo.techniques.Picture.Dumbbells;
import tombolo.techniques.Shape;
import tombolo.techniques.Shapes;
import tombolo.techniques.Step;
import tombolo.ui.Texts;

/** What is missed with somebody, and in which order. */
class NeedsUnitTests {
    private final Needs needs = new Needs();

    @Test
    void theWidestGapComesFirst() {
        assertThat(labels(Map.of(
                        "need", List.of("support"),
                        "now", List.of("2"),
                        "wanted", List.of("3"),
                        "all-belonging-now", List.of("0"),
                        "all-belonging-wanted", List.of("3"))))
                .containsExactly("needs.need.belonging", "needs.need.support");
    }

    @Test
    void aSmallerGapThatMattersMoreComesBeforeAWiderOne() {
        assertThat(labels(Map.of(
                        "need", List.of("support"),
                        "now", List.of("1"),
                        "wanted", List.of("3"),
                        "all-support-matters", List.of("4"),
                        "all-belonging-now", List.of("0"),
                        "all-belonging-wanted", List.of("3"))))
                .containsExactly("needs.need.support", "needs.need.belonging");
    }

    @Test
    void whatIsNeededFromOneselfIsChosenAndDrawnLikeTheOthers() {
        assertThat(Needs.KINDS).contains("myself");
        assertThat(labels(Map.of(
                        "need", List.of("myself"),
                        "now", List.of("0"),
                        "wanted", List.of("3"),
                        "all-support-now", List.of("1"),
                        "all-support-wanted", List.of("2"))))
                .containsExactly("needs.need.myself", "needs.need.support");
        assertThat(labels(Map.of("all-myself-now", List.of("1"), "all-myself-wanted", List.of("2"))))
                .containsExactly("needs.need.myself");
    }

    @Test
    void numbersStayWithTheNeedTheyWereSaidOfWhenAnotherIsChosen() {
        Answers support = new Answers(Map.of(
                "need", List.of("support"),
                "now", List.of("1"),
                "wanted", List.of("3"),
                "aloud", List.of("yes"),
                "all-belonging-now", List.of("0"),
                "all-belonging-wanted", List.of("4")));
        Answers belonging = needs.following(support, support.with("need", "belonging"));
        assertThat(belonging.given())
                .as("its own come along, and nothing tells yet whether it was said aloud")
                .containsOnly(
                        Map.entry("need", List.of("belonging")),
                        Map.entry("now", List.of("0")),
                        Map.entry("wanted", List.of("4")),
                        Map.entry("all-support-now", List.of("1")),
                        Map.entry("all-support-wanted", List.of("3")));
        Answers intimacy = needs.following(belonging, belonging.with("need", "intimacy"));
        assertThat(intimacy.has("now") || intimacy.has("wanted")).isFalse();
        Answers back = needs.following(intimacy, intimacy.with("need", "support"));
        assertThat(back.one("now") + back.one("wanted")).isEqualTo("13");
        assertThat(needs.following(support, support.with("need", "support"))).isEqualTo(support);
        assertThat(needs.following(Answers.NONE, support)).isEqualTo(support);
    }

    @Test
    void theNeedThatWasChosenIsNotAskedAgainAmongAll() {
        Answers chosen = new Answers(Map.of("need", List.of("support"), "now", List.of("1"), "wanted", List.of("3")));
        assertThat(needs.left(step("all"), chosen, true).orElseThrow().fields())
                .contains("all-support-matters", "all-belonging-now", "all-belonging-wanted")
                .doesNotContain("all-support-now", "all-support-wanted");
        assertThat(needs.left(step("all"), Answers.NONE, true)).contains(step("all"));
        assertThat(needs.left(step("myself"), chosen, true)).isPresent();
        assertThat(needs.left(step("myself"), chosen.with("need", "myself"), true))
                .isEmpty();
        assertThat(needs.left(step("myself"), chosen.with("need", "myself").with("myself", "To lie down"), true))
                .as("what was said already is not hidden")
                .isPresent();
        assertThat(needs.left(step("myself"), chosen.with("need", "myself"), false))
                .as("where it could not be asked for, it is not asked twice")
                .isPresent();
    }

    private Step step(String id) {
        return needs.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsSaidToOneselfHasItsOwnWordsInEveryStepThatWouldAskSomebody() {
        Texts texts = new Texts(false);
        for (String step : List.of("sentence", "request", "rehearse", "barrier")) {
            String key = "needs.step." + step + ".for.myself";
            assertThat(Stream.concat(
                            Stream.of(key),
                            Stream.of("older", "parent", "student", "alone").map(life -> key + ".example." + life)))
                    .allMatch(texts::has);
        }
    }

    @ParameterizedTest(name = "{0}, {1} of {2}, said {3}: {4}")
    @CsvSource({
        "support, 0, 3, no, HAND HELP SOFT",
        "intimacy, 1, 3, no, NEARER HELP SOFT",
        "understanding, 1, 3, partly, WHEN HELP ASK",
        "independence, 1, 3, yes, LIMIT BOTH STILL",
        "belonging, 1, 3, no, COMPANY SOFT ASK",
        "support, 4, 1, no, LIMIT SOFT ASK",
        "intimacy, 4, 2, yes, LIMIT STILL BOTH"
    })
    void theShapesThatFitTheNeedAndTheGapComeFirst(String need, String now, String wanted, String aloud, String first) {
        Shapes shapes = needs.shapes(new Answers(Map.of(
                "need", List.of(need), "now", List.of(now), "wanted", List.of(wanted), "aloud", List.of(aloud))));
        assertThat(shapes.fitting())
                .containsExactlyElementsOf(
                        Stream.of(first.split(" ")).map(Shape::valueOf).toList());
        assertThat(shapes.others())
                .as("the others are there still")
                .hasSize(Shapes.ANY.others().size() - shapes.fitting().size())
                .doesNotContainAnyElementsOf(shapes.fitting());
    }

    @Test
    void nobodyIsAskedForWhatOneNeedsFromOneself() {
        for (Map<String, List<String>> to :
                List.of(Map.of("need", List.of("myself")), Map.of("who", List.of("me"), "need", List.of("support")))) {
            assertThat(needs.shapes(new Answers(to)).fitting()).containsExactly(Shape.PLAN, Shape.FRIEND);
            assertThat(needs.shapes(new Answers(to)).others()).isEmpty();
        }
    }

    @Test
    void everyShapeSaysHowItGoesAndWhoseItIs() {
        Texts texts = new Texts(false);
        assertThat(Shape.values())
                .allSatisfy(shape ->
                        assertThat(List.of("", ".words", ".from")).allMatch(part -> texts.has(shape.key() + part)));
    }

    private List<String> labels(Map<String, List<String>> given) {
        return needs.picture(new Answers(given)).stream()
                .map(Dumbbells.class::cast)
                .flatMap(picture -> picture.lines().stream())
                .map(Dumbbell::label)
                .toList();
    }
}
