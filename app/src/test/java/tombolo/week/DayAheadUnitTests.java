package tombolo.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The day a plan is for is read where its words name one, and nothing is taken from words that do not. */
class DayAheadUnitTests {
    /** A Monday. */
    private static final LocalDate SAID = LocalDate.of(2026, 11, 30);

    @Test
    void oneDayThatIsNamedIsRead() {
        Map.of(
                        "Saturday at ten", LocalDate.of(2026, 12, 5),
                        "on Wed, at noon", LocalDate.of(2026, 12, 2),
                        "tomorrow evening", LocalDate.of(2026, 12, 1),
                        "Tomorrow at 10 may be best", LocalDate.of(2026, 12, 1),
                        "Tonight", SAID,
                        "Monday", SAID,
                        "the 12th of December", LocalDate.of(2026, 12, 12),
                        "3 January", LocalDate.of(2027, 1, 3))
                .forEach((words, day) ->
                        assertThat(DayAhead.in(words, SAID)).as(words).contains(day));
    }

    @Test
    void nothingIsTakenFromWordsThatNameNoOneDay() {
        List.of(
                        "",
                        "when he is in a good mood",
                        "Saturday or Sunday",
                        "12 December or 14 December",
                        "before Friday",
                        "every Tuesday",
                        "next week",
                        "at ten")
                .forEach(words -> assertThat(DayAhead.in(words, SAID)).as(words).isEmpty());
    }
}
