package tombolo.techniques;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
        Answers kept = moods.onTheirDay(Answers.NONE, all, TODAY, TODAY);
        assertThat(moods.day(kept, () -> TODAY.plusDays(9))).isEqualTo(Optional.ofNullable(day));
    }

    @Test
    void staysOnItsDayWhenTheWordsAroundTheTimeAreMended() {
        Answers told = said(moods, Answers.NONE.with("before", "3").with("when", "on Tuesday in teh kitchen"), TODAY);
        Answers mended = moods.onTheirDay(
                told, told.with("when", "On Tuesday, in the kitchen"), TODAY.plusDays(9), TODAY.plusDays(9));
        assertThat(day(moods, mended)).isEqualTo(day(moods, told));
        Answers another = moods.onTheirDay(
                told, told.with("when", "yesterday in the kitchen"), TODAY.plusDays(9), TODAY.plusDays(9));
        assertThat(day(moods, another)).isEqualTo(TODAY.plusDays(8));
    }

    /** "On Tuesday" is the Tuesday before the day it was first said on. */
    @Test
    void whatWasToldBeforeIsOfTheDayOnWhichItWasTold() {
        Answers all = Answers.NONE.with("before", "3").with("when", "yesterday at supper");
        assertThat(day(moods, moods.onTheirDay(Answers.NONE, all, TODAY.minusDays(6), TODAY)))
                .isEqualTo(TODAY.minusDays(7));
    }

    @Test
    void oneKeptBeforeThereWasADayStaysWhereItStood() {
        Answers kept = moods.asKept(Answers.NONE.with("before", "3").with("when", "at supper"), TODAY.minusDays(20));
        assertThat(day(moods, moods.onTheirDay(kept, kept.with("before", "4"), TODAY, TODAY)))
                .isEqualTo(TODAY.minusDays(20));
    }

    @Test
    void whereNoTimeIsAskedForAnotherMoodIsOfAnotherDay() {
        Moods untold = new Moods("before", "after", Optional.empty());
        Answers first = said(untold, Answers.NONE.with("before", "3"), TODAY);
        Answers both = untold.onTheirDay(first, first.with("after", "6"), TODAY.plusDays(1), TODAY.plusDays(1));
        assertThat(day(untold, both)).as("only the other of the two").isEqualTo(TODAY);
        Answers anew = untold.onTheirDay(
                both, both.with("before", "5").with("after", "8"), TODAY.plusDays(21), TODAY.plusDays(21));
        assertThat(day(untold, anew)).isEqualTo(TODAY.plusDays(21));
    }

    private static Answers said(Moods moods, Answers all, LocalDate today) {
        return moods.onTheirDay(Answers.NONE, all, today, today);
    }

    private static LocalDate day(Moods moods, Answers kept) {
        return moods.day(kept, () -> TODAY.plusDays(99)).orElseThrow();
    }
}
