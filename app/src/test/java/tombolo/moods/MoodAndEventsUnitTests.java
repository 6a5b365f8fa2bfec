package tombolo.moods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Step;

/** Mood and events, linked by the person (T7). */
class MoodAndEventsUnitTests {
    private final MoodAndEvents how = new MoodAndEvents();

    @Test
    void itIsAskedInBothDirectionsBeforeTheLinkIsSaid() {
        assertThat(how.leastPath()).extracting(Step::id).containsExactly("mood", "event", "link", "next");
    }

    @Test
    void theMoodOfTheLastWeeksIsInViewWhereItIsLookedAtAndNowhereElse() {
        assertThat(how.steps().stream().filter(how::looksAtMoods).map(Step::id))
                .containsExactlyElementsOf(List.of("mood", "event", "link"));
    }

    @Test
    void whatIsTriedIsSaidToNobody() {
        assertThat(how.steps()).noneMatch(Step::asserting);
        assertThat(how.leads().orElseThrow().withThem()).isFalse();
    }
}
