package tombolo.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Answers;
import tombolo.techniques.Picture.Dumbbell;
import tombolo.techniques.Picture.Dumbbells;

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

    private List<String> labels(Map<String, List<String>> given) {
        return needs.picture(new Answers(given)).stream()
                .map(Dumbbells.class::cast)
                .flatMap(picture -> picture.lines().stream())
                .map(Dumbbell::label)
                .toList();
    }
}
