package tombolo.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tombolo.timeline.FuzzyDate.Precision;
import tombolo.ui.Said;

/** Times as people remember them: read, sorted, refused and written again. */
class FuzzyDateUnitTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2021                    | 2021
            about 2019              | about 2019
            c. 2019                 | about 2019
            2019?                   | about 2019
            summer 2021             | summer 2021
            in the summer of 2021   | summer 2021
            spring                  | spring 2026
            winter 2021             | winter 2021–22
            winter 2020/21          | winter 2020–21
            winter 2020-21          | winter 2020–21
            winter 2026             | winter 2025–26
            winter                  | winter 2025–26
            fall 2020               | autumn 2020
            about March             | about March 2026
            December                | December 2025
            Sept 2024               | September 2024
            early 2021              | early 2021
            the middle of 2021      | mid 2021
            end of 2021             | late 2021
            early March 2021        | about March 2021
            12 March 2021           | 12 March 2021
            12th of March, 2021     | 12 March 2021
            March 12 2021           | 12 March 2021
            12/3/2021               | 12 March 2021
            12.03.21                | 12 March 2021
            3/12/98                 | 3 December 1998
            2021-03-12              | 12 March 2021
            3/2021                  | March 2021
            24 December             | 24 December 2025
            today                   | 25 November 2026
            yesterday               | 24 November 2026
            three weeks ago         | about 4 November 2026
            two months ago          | about September 2026
            5 years ago             | about 2021
            a year ago              | about 2025
            last year               | 2025
            June this year          | June 2026
            about summer last year  | about summer 2025
            early last year         | early 2025
            this summer             | summer 2026
            last month              | October 2026
            29 February 2024        | 29 February 2024
            last Tuesday            | about 24 November 2026
            last Wednesday          | about 18 November 2026
            on Sunday               | 22 November 2026
            Sun.                    | 22 November 2026
            Wednesday               | 18 November 2026
            this Monday             | 23 November 2026
            Tuesday morning         | 24 November 2026
            last Tuesday night      | about 24 November 2026
            Sunday 22 November      | 22 November 2026
            Friday, 12 March 2021   | 12 March 2021
            last night              | 24 November 2026
            yesterday evening       | 24 November 2026
            this morning            | 25 November 2026
            early this morning      | about 25 November 2026
            tonight                 | 25 November 2026
            the day before yesterday | 23 November 2026
            a fortnight ago         | about 11 November 2026
            two fortnights ago      | about 28 October 2026
            a couple of days ago    | about 23 November 2026
            a few weeks ago         | about 4 November 2026
            """)
    void readsATimeAsPeopleSayIt(String typed, String read) {
        SpokenDate.Heard heard = SpokenDate.heard(typed, TODAY);
        assertThat(heard.date().map(FuzzyDate::typed)).as(typed).contains(read);
        assertThat(heard.wrong()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                      | timeline.when.none
            when I was small        | timeline.when.unread
            banana 2021             | timeline.when.unread
            12 summer 2021          | timeline.when.unread
            summer 2020/21          | timeline.when.unread
            winter 2020/25          | timeline.when.unread
            ago                     | timeline.when.unread
            many years ago          | timeline.when.unread
            Monday 12 March 2021    | timeline.when.unread
            Sunday 2021             | timeline.when.unread
            night                   | timeline.when.unread
            2021 night              | timeline.when.unread
            last morning            | timeline.when.unread
            next Tuesday            | timeline.when.unread
            12                      | timeline.when.unread
            -1                      | timeline.when.unread
            31 February 2021        | timeline.when.no-such-day
            29 February 2023        | timeline.when.no-such-day
            13/13/2021              | timeline.when.no-such-day
            2027                    | timeline.when.future
            December 2026           | timeline.when.future
            26 November 2026        | timeline.when.future
            summer 2027             | timeline.when.future
            1066                    | timeline.when.early
            """)
    void refusesWhatItCannotTakeWithAWordThatHelps(String typed, String key) {
        SpokenDate.Heard heard = SpokenDate.heard(typed, TODAY);
        assertThat(heard.date()).as(typed).isEmpty();
        assertThat(heard.wrong().map(Said::key)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?", "~", "of the", "about", "1/2/3/4", "0/0/0000", "9999999999 years ago", "\u0000", "maybe ?"})
    void neverGuessesAndNeverFails(String typed) {
        assertThat(SpokenDate.heard(typed, TODAY).date()).isEmpty();
        assertThat(SpokenDate.heard("x".repeat(5000), TODAY).wrong()).isPresent();
    }

    @Test
    void whatWasReadIsReadTheSameWhenItIsTypedAgain() {
        Stream<FuzzyDate> all = Stream.iterate(LocalDate.of(2019, 1, 1), day -> day.plusDays(1))
                .limit(1000)
                .flatMap(day -> Stream.of(Precision.values()).flatMap(precision -> begun(day, precision).stream()))
                .flatMap(date -> Stream.of(date, date.roughly()));
        assertThat(all)
                .hasSizeGreaterThan(2000)
                .allSatisfy(
                        date -> assertThat(SpokenDate.heard(date.typed(), TODAY).date())
                                .as(date.typed())
                                .contains(date));
    }

    private static List<FuzzyDate> begun(LocalDate day, Precision precision) {
        try {
            return List.of(new FuzzyDate(day, precision, false));
        } catch (IllegalArgumentException notItsBeginning) {
            return List.of();
        }
    }

    @Test
    void liesWhereItsMiddleLies() {
        FuzzyDate year = FuzzyDate.year(2021);
        FuzzyDate spring = FuzzyDate.season(2021, Month.MARCH);
        FuzzyDate march = FuzzyDate.month(YearMonth.of(2021, 3));
        FuzzyDate autumn = FuzzyDate.season(2021, Month.SEPTEMBER);
        FuzzyDate newYear = FuzzyDate.day(LocalDate.of(2021, 1, 1));
        assertThat(Stream.of(autumn, year, spring, newYear, march).sorted())
                .containsExactly(newYear, march, spring, year, autumn);
        assertThat(march.compareTo(march.roughly())).as("equal only to itself").isNotZero();
    }

    @Test
    void endsWithTheTimeThatWasSaid() {
        assertThat(FuzzyDate.season(2023, Month.DECEMBER).last()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(FuzzyDate.year(2021).last()).isEqualTo(LocalDate.of(2021, 12, 31));
        assertThat(FuzzyDate.day(TODAY).last()).isEqualTo(TODAY);
    }

    @Test
    void claimsNoTimeThatDoesNotBeginThere() {
        assertThatThrownBy(() -> new FuzzyDate(TODAY, Precision.MONTH, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FuzzyDate.season(2021, Month.JANUARY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayThatComesRoundIsADayOfAMonthWhateverTheYear() {
        for (String typed :
                List.of("12 June", "12. June", "June 12th", "on the 12th of June", "12 June 2019", "12/6/2019")) {
            assertThat(SpokenDate.yearly(typed)).as(typed).contains(MonthDay.of(6, 12));
        }
        assertThat(SpokenDate.yearly("29 February")).contains(MonthDay.of(2, 29));
        assertThat(SpokenDate.yearly("3 May 2199"))
                .as("a day to come is one as well")
                .contains(MonthDay.of(5, 3));
        for (String typed : List.of("", "June", "31 June", "summer", "2 days ago", "today", "her birthday")) {
            assertThat(SpokenDate.yearly(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void aTimeIsFoundAmongOtherWordsAndNotInAWordThatIsNone() {
        assertThat(SpokenDate.in("Yesterday evening, in the kitchen", TODAY))
                .contains(FuzzyDate.day(TODAY.minusDays(1)));
        assertThat(SpokenDate.in("In the car on 12 June 2020. It was late.", TODAY))
                .contains(FuzzyDate.day(LocalDate.of(2020, 6, 12)));
        assertThat(SpokenDate.said("So on the 12th of June, in the car", TODAY).map(SpokenDate.Within::words))
                .contains("12th june");
        assertThat(SpokenDate.in("We had it out two months ago", TODAY).map(FuzzyDate::precision))
                .contains(Precision.MONTH);
        for (String none : List.of("", "We sat down in the kitchen", "It may have been late", "The sun was out")) {
            assertThat(SpokenDate.in(none, TODAY)).as(none).isEmpty();
        }
    }
}
