package tombolo.techniques;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mood around a talk stands on the week on the day that was told, and on none where none was. */
class MoodsUnitTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 12);
    private final Moods moods = new Moods("before", "after", Optional.of("when"));

    @ParameterizedTest
    @CsvSource({
        "yesterday, 2026-11-11",
        "3 November, 2026-11-03",
        "last week, ",
        "two months ago, ",
        "at the table, 2026-11-12"
    })
    void standsOnTheDayThatWasToldAndOnNoneThatWasNot(String when, LocalDate day) {
        Answers all = Answers.NONE.with("before", "3").with("when", when);
        Answers kept = moods.onTheirDay(Answers.NONE, all, TODAY);
        assertThat(moods.day(kept, () -> TODAY.plusDays(9))).isEqualTo(Optional.ofNullable(day));
    }
}
