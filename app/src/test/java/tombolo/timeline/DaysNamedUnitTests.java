package tombolo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tombolo.timeline.DaysNamed.Named;

/** Hard days are named as they come to mind, and each that is a day comes round. */
class DaysNamedUnitTests {
    private static final MonthDay HER_BIRTHDAY = MonthDay.of(3, 3);

    @Test
    void readsEachDayOutOfTheWordsThatNameItAndLeavesTheRestToThem() {
        DaysNamed named = DaysNamed.in("her birthday 3 March, Christmas, the day he fell ill in June 2019");
        assertThat(named.days())
                .containsExactly(
                        new Named(HER_BIRTHDAY, "her birthday 3 March"), new Named(MonthDay.of(12, 25), "Christmas"));
        assertThat(named.others()).isTrue();
    }

    @Test
    void whatIsSaidOfADayAndTheDayItselfMayStandApart() {
        assertThat(DaysNamed.in("Her birthday, 3 March. Our day: 14th of June 2001\nNew Year’s Eve, when he called")
                        .days())
                .containsExactly(
                        new Named(HER_BIRTHDAY, "Her birthday, 3 March"),
                        new Named(MonthDay.of(6, 14), "Our day: 14th of June 2001"),
                        new Named(MonthDay.of(12, 31), "New Year’s Eve"));
        assertThat(DaysNamed.in("His birthday. 14. June and 24. December. It was in 2019. Christmas")
                        .days())
                .extracting(Named::day)
                .containsExactly(MonthDay.of(6, 14), MonthDay.of(12, 24), MonthDay.of(12, 25));
        assertThat(DaysNamed.in("June 12. December 25").days())
                .extracting(Named::day)
                .containsExactly(MonthDay.of(6, 12), MonthDay.of(12, 25));
        assertThat(DaysNamed.in("Dad's birthday is March 3. Mum died May 9.").days())
                .extracting(Named::day)
                .containsExactly(HER_BIRTHDAY, MonthDay.of(5, 9));
        assertThat(DaysNamed.in("March 3. Then Christmas").days())
                .extracting(Named::day)
                .containsExactly(HER_BIRTHDAY, MonthDay.of(12, 25));
        assertThat(DaysNamed.in("March 3, 1950 and 24/12/2020").days())
                .extracting(Named::day)
                .containsExactly(HER_BIRTHDAY, MonthDay.of(12, 24));
    }

    @Test
    void nothingIsLeftWhereEveryPartIsADay() {
        assertThat(DaysNamed.in("3 March; Christmas Eve and Boxing Day.").others())
                .isFalse();
        assertThat(DaysNamed.in("Her birthday, 3 March, 1950").others()).isFalse();
        assertThat(DaysNamed.in("").others()).isFalse();
    }

    @Test
    void whatIsNoDayIsNone() {
        for (String words : new String[] {
            "", "the song from the car", "in June", "31 June", "every Sunday", "Easter", "2019", "the 3rd", "3-5 March"
        }) {
            assertThat(DaysNamed.in(words).days()).as(words).isEmpty();
        }
    }

    @Test
    void aDayThatIsNamedShowsNoWordOfItself() {
        assertThat(DaysNamed.in("her birthday 3 March").toString()).doesNotContain("birthday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dec. 24", "Sept. 3", "24 December"})
    void oneDayIsReadAsItStands(String told) {
        DaysNamed named = DaysNamed.in(told);
        assertThat(named.days()).hasSize(1);
        assertThat(named.others()).isFalse();
    }
}
