package tombolo.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Question.Some;

/** What can be marked in a talk, by the patterns of E.1. */
class CommunicationAnalysisUnitTests {
    private final CommunicationAnalysis how = new CommunicationAnalysis();

    @Test
    void everyPatternOfTheTaxonomyCanBeMarked() {
        assertThat(marks("patterns").options())
                .as("IPT's own")
                .contains("no-words", "assumed-said", "assumed-understood", "hinted", "went-quiet", "harsh")
                .as("the four of the Gottmans")
                .contains("attack", "contempt", "defended", "wall")
                .as("between two people")
                .contains("pushed", "drew-back", "gave-back", "too-much", "guessed", "countered", "cut-in")
                .contains("missed-repair", "gave-in", "sideways", "reassure", "worst")
                .as("by text")
                .contains("read-tone", "delay", "no-answer")
                .doesNotHaveDuplicates();
        assertThat(marks("helps").options())
                .containsExactlyInAnyOrder(
                        "clear-request",
                        "i-said-how-i-felt",
                        "took-them-in",
                        "asked",
                        "checked",
                        "repaired",
                        "appreciated",
                        "limit");
    }

    @Test
    void nobodyFacesMoreThanAFewOfThemAtOnce() {
        assertThat(marks("patterns").first()).hasSizeBetween(4, 8);
        assertThat(marks("patterns").further())
                .allSatisfy(group -> assertThat(group.options()).hasSizeBetween(2, 8));
    }

    /** What was marked once stays readable. */
    @Test
    void noneThatCouldBeMarkedEarlierIsGone() {
        assertThat(marks("patterns").options())
                .containsAll(List.of(
                        "hinted",
                        "no-words",
                        "assumed-said",
                        "assumed-understood",
                        "went-quiet",
                        "attack",
                        "contempt",
                        "defended",
                        "pushed",
                        "drew-back",
                        "guessed",
                        "too-much",
                        "reassure"));
    }

    private Some marks(String id) {
        return how.questions()
                .filter(question -> question.id().equals(id))
                .map(Some.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
