package tombolo.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tombolo.sessions.SessionPlan.Line;
import tombolo.sessions.SessionPlan.Source;

/** How much of a plan stands in sight beside the rest of the hour; what does not is one press away. */
class PlanInSightUnitTests {

    private static List<Line> lines(Source source, int count, String words) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Line(source, words, false))
                .toList();
    }

    @Test
    void nineLinesAreReadAndOfMoreTheLastIsWhatOpensTheOthers() {
        assertThat(new SessionPage.Plan(lines(Source.CONTENT, 9, "Look back"), 0, false).inSight())
                .isEqualTo(9);
        SessionPage.Plan plan = new SessionPage.Plan(lines(Source.CONTENT, 14, "Look back"), 0, false);
        assertThat(plan.inSight()).isEqualTo(8);
        assertThat(plan.beyond()).isEqualTo(6);
    }

    @Test
    void longLinesTakeMoreOfThePage() {
        assertThat(new SessionPage.Plan(lines(Source.CONTENT, 8, "a".repeat(110)), 0, false).inSight())
                .isEqualTo(8);
        assertThat(new SessionPage.Plan(lines(Source.CONTENT, 10, "a".repeat(110)), 0, false).inSight())
                .as("the line that opens the rest takes room as well")
                .isEqualTo(7);
    }

    @Test
    void whatComesFirstOnThePageTakesRoomFromWhatComesAfter() {
        List<Line> lines = Stream.of(
                        lines(Source.ITEM_NINE, 1, "Ask about safety"), lines(Source.CONTENT, 8, "a".repeat(80)))
                .flatMap(List::stream)
                .toList();
        assertThat(new SessionPage.Plan(lines, 0, false).inSight())
                .isLessThan(new SessionPage.Plan(lines(Source.CONTENT, 9, "a".repeat(80)), 0, false).inSight());
    }

    @Test
    void whatIsAboutSafetyIsAlwaysInSight() {
        List<Line> lines = Stream.of(lines(Source.ALERT, 12, "It has risen"), lines(Source.CONTENT, 3, "Look back"))
                .flatMap(List::stream)
                .toList();
        assertThat(new SessionPage.Plan(lines, 0, false).inSight()).isEqualTo(12);
    }

    @Test
    void aNoteThatIsLateStandsAboveAndTakesRoomToo() {
        List<Line> lines = lines(Source.CONTENT, 9, "a".repeat(80));
        assertThat(new SessionPage.Plan(lines, 0, true).inSight())
                .isLessThan(new SessionPage.Plan(lines, 0, false).inSight());
    }
}
