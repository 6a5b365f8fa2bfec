package tombolo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Answers;
import tombolo.techniques.Picture.Dumbbell;
import tombolo.techniques.Picture.Dumbbells;
import tombolo.ui.Texts;

/** How much of each kind of support there is, and is wished for. */
class SupportMapUnitTests {
    private final SupportMap map = new SupportMap();

    @Test
    void drawsWhatIsAndWhatIsWishedWithTheWidestGapFirst() {
        Answers answers = new Answers(Map.of(
                "much-advice-is", List.of("3"),
                "much-advice-wished", List.of("1"),
                "much-appraisal-is", List.of("0"),
                "much-appraisal-wished", List.of("2")));
        assertThat(map.picture(answers))
                .contains(new Dumbbells(
                        3,
                        List.of(
                                new Dumbbell("support.map.much.appraisal", 0, 2),
                                new Dumbbell("support.map.much.advice", 3, 1))));
    }

    @Test
    void beingToldHonestlyWhatOneDoesWellIsTheSameOnTheCirclesAndOnTheMap() {
        Map<String, String> texts = new Texts(false).english();
        for (String key : List.of(
                "inventory.support.appraisal",
                "support.map.get.appraisal",
                "support.map.give.appraisal",
                "support.map.miss.appraisal",
                "support.map.much.appraisal")) {
            assertThat(texts.get(key)).as(key).containsPattern("[Hh]onest.*(does|do) well");
        }
        assertThat(texts.get("inventory.gives.short.appraisal")).isEqualTo("Honest words");
    }

    @Test
    void drawsNothingOfHalfAnAnswer() {
        assertThat(map.picture(new Answers(Map.of("much-advice-is", List.of("3")))))
                .isEmpty();
        assertThat(map.picture(new Answers(Map.of("miss", List.of("company"))))).isEmpty();
    }
}
