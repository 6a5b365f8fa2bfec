package tombolo.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day a promise ends: counted in days on which somebody is there, where they are. */
class WorkingDaysUnitTests {
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** Christmas Day, Boxing Day (kept on Monday the 28th) and New Year's Day in the winter of 2026. */
    private static final Set<LocalDate> WINTER =
            Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 1));

    private final WorkingDays days = new WorkingDays(WEEK, WINTER);

    @ParameterizedTest
    @CsvSource({
        // a Monday, a Friday, a Saturday and a Sunday: the day it arrives is never counted
        "2026-11-23, 1, 2026-11-24",
        "2026-11-23, 4, 2026-11-27",
        "2026-11-23, 5, 2026-11-30",
        "2026-11-27, 1, 2026-11-30",
        "2026-11-28, 1, 2026-11-30",
        "2026-11-29, 2, 2026-12-01",
        // over Christmas and New Year
        "2026-12-24, 1, 2026-12-29",
        "2026-12-23, 3, 2026-12-30",
        "2026-12-31, 1, 2027-01-04",
        // a day that is shut is a day like a Sunday
        "2026-12-25, 1, 2026-12-29"
    })
    void skipsWeekendsAndBankHolidays(LocalDate arrived, int promised, LocalDate by) {
        assertThat(days.after(arrived, promised)).isEqualTo(by);
    }

    @Test
    void agreesWithCountingOnOnesFingers() {
        for (LocalDate arrived = LocalDate.of(2026, 12, 1);
                arrived.isBefore(LocalDate.of(2027, 2, 1));
                arrived = arrived.plusDays(1)) {
            for (int promised = 1; promised <= 10; promised++) {
                LocalDate by = days.after(arrived, promised);
                assertThat(days.isOpen(by)).isTrue();
                assertThat(days.since(arrived, by)).isEqualTo(promised);
                assertThat(days.since(arrived, by.minusDays(1))).isEqualTo(promised - 1);
            }
        }
    }

    @Test
    void aWeekOfAnyShapeIsAWeek() {
        WorkingDays twoDays =
                new WorkingDays(EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY), Set.of(LocalDate.of(2026, 11, 28)));
        assertThat(twoDays.after(LocalDate.of(2026, 11, 23), 1)).isEqualTo("2026-11-24");
        assertThat(twoDays.after(LocalDate.of(2026, 11, 24), 1)).isEqualTo("2026-12-01");
        assertThat(twoDays.after(LocalDate.of(2026, 11, 24), 2)).isEqualTo("2026-12-05");
    }

    @Test
    void waitingIsCountedFromTheDayAfter() {
        LocalDate friday = LocalDate.of(2026, 11, 27);
        assertThat(IntStream.rangeClosed(0, 4).map(later -> days.since(friday, friday.plusDays(later))))
                .containsExactly(0, 0, 0, 1, 2);
        assertThat(days.since(friday, friday.minusDays(3))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // the last second of Sunday and the first of Monday at the practice, in winter and in summer time
        "2026-11-22T23:59:59Z, Europe/London, 2026-11-23",
        "2026-11-23T00:00:00Z, Europe/London, 2026-11-24",
        "2026-06-21T22:59:59Z, Europe/London, 2026-06-22",
        "2026-06-21T23:00:00Z, Europe/London, 2026-06-23",
        // the night the clocks go forward, and the one they go back: an hour twice is still one day
        "2026-03-29T00:30:00Z, Europe/London, 2026-03-30",
        "2026-10-25T00:30:00Z, Europe/London, 2026-10-26",
        "2026-10-25T01:30:00Z, Europe/London, 2026-10-26",
        // one moment, three practices
        "2026-11-23T11:30:00Z, Pacific/Auckland, 2026-11-25",
        "2026-11-23T11:30:00Z, Europe/London, 2026-11-24",
        "2026-11-23T04:30:00Z, America/New_York, 2026-11-23"
    })
    void theTimeOfDayOnlyMattersAtMidnightWhereThePracticeIs(Instant arrives, ZoneId zone, LocalDate by) {
        assertThat(new Promise(1, new WorkingDays(WEEK, Set.of()), zone).answerBy(arrives))
                .isEqualTo(by);
    }

    @Test
    void anyTimeOfOneDayGivesOneDay() {
        Promise promise = new Promise(2, days, LONDON);
        Instant midnight = LocalDate.of(2026, 11, 23).atStartOfDay(LONDON).toInstant();
        assertThat(IntStream.range(0, 24 * 60).mapToObj(minute -> promise.answerBy(midnight.plusSeconds(60L * minute))))
                .containsOnly(LocalDate.of(2026, 11, 25));
    }

    @Test
    void aPracticeThatNeverOpensCannotPromise() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkingDays(Set.of(), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> days.after(LocalDate.of(2026, 11, 23), 0));
        Set<LocalDate> allShut = LocalDate.of(2026, 11, 1)
                .datesUntil(LocalDate.of(2029, 11, 1))
                .collect(java.util.stream.Collectors.toSet());
        assertThatIllegalStateException()
                .isThrownBy(() -> new WorkingDays(WEEK, allShut).after(LocalDate.of(2026, 11, 23), 1));
    }
}
