package tombolo.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tombolo.database.Ids;
import tombolo.timeline.TimelinePicture.Bar;
import tombolo.timeline.TimelinePicture.Flag;
import tombolo.vault.PersonId;

/** The picture shows everything in its years, no words over others, no pole through words, and always the same way. */
class TimelinePictureUnitTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String LONG =
            "The winter in which nobody came and the boiler broke twice and then the letter ";

    static Stream<Timeline> anyLife() {
        SplittableRandom chance = new SplittableRandom(20261125);
        return IntStream.range(0, 150).mapToObj(i -> {
            Timeline timeline = Timeline.begun(new PersonId(Ids.next()));
            int things = 1 + chance.nextInt(60);
            int years = 1 + chance.nextInt(30);
            for (int n = 0; n < things; n++) {
                timeline.add(thing(chance, years, n));
            }
            return timeline;
        });
    }

    private static Entry thing(SplittableRandom chance, int years, int n) {
        LocalDate day = TODAY.minusDays(chance.nextInt(years * 365));
        FuzzyDate when = switch (chance.nextInt(3)) {
            case 0 -> FuzzyDate.day(day);
            case 1 -> FuzzyDate.month(YearMonth.from(day)).roughly();
            default -> FuzzyDate.year(day.getYear());
        };
        Words words = Words.of((chance.nextInt(4) == 0 ? LONG : "Thing ") + n);
        Integer mood = chance.nextBoolean() ? Integer.valueOf(chance.nextInt(11)) : null;
        return switch (chance.nextInt(3)) {
            case 0 -> SymptomMark.of(when, SymptomMark.Turn.values()[chance.nextInt(4)], mood, words);
            case 1 -> LifeEvent.of(when, LifeEvent.Kind.values()[chance.nextInt(6)], mood, words);
            default -> RoleBar.of(when, chance.nextBoolean() ? null : FuzzyDate.day(TODAY), words);
        };
    }

    private static TimelinePicture drawn(Timeline timeline) {
        return TimelinePicture.of(
                timeline,
                List.of(),
                List.of(),
                TimelinePicture.firstYear(timeline, TODAY),
                TODAY.getYear(),
                TODAY,
                entry -> entry.words().what());
    }

    @ParameterizedTest
    @MethodSource("anyLife")
    void noWordsLieOverOthersAndEverythingIsThere(Timeline timeline) {
        TimelinePicture picture = drawn(timeline);
        assertThat(picture.marks()).hasSameSizeAs(timeline.marks());
        assertThat(picture.events()).hasSameSizeAs(timeline.events());
        assertThat(picture.roles()).hasSameSizeAs(timeline.roles());
        assertApart(picture.marks());
        assertApart(picture.events());
        assertBarsApart(picture.roles());
        assertThat(drawn(timeline)).isEqualTo(picture);
    }

    private static void assertApart(List<Flag> flags) {
        for (Flag one : flags) {
            assertThat(one.x()).isBetween(TimelinePicture.START, TimelinePicture.END);
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(TimelinePicture.WIDTH);
            for (Flag other : flags) {
                if (one == other) {
                    continue;
                }
                boolean beside = one.x() + one.width() <= other.x() || other.x() + other.width() <= one.x();
                assertThat(one.lane() != other.lane() || beside)
                        .as("%s and %s", one.label(), other.label())
                        .isTrue();
                boolean polePasses =
                        other.lane() > one.lane() && other.x() > one.x() && other.x() < one.x() + one.width();
                assertThat(polePasses)
                        .as("the pole of %s through %s", other.label(), one.label())
                        .isFalse();
            }
        }
    }

    private static void assertBarsApart(List<Bar> bars) {
        for (Bar one : bars) {
            assertThat(one.x() + one.reach()).isLessThanOrEqualTo(TimelinePicture.WIDTH);
            assertThat(bars.stream()
                            .filter(other -> other != one && other.y() == one.y())
                            .allMatch(other ->
                                    one.x() + one.reach() <= other.x() || other.x() + other.reach() <= one.x()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("anyLife")
    void nothingLiesOutsideThePictureNorAboveItsTop(Timeline timeline) {
        TimelinePicture picture = drawn(timeline);
        assertThat(picture.marks())
                .allSatisfy(flag -> assertThat(flag.y()).isBetween(8, picture.line() - TimelinePicture.MOODS));
        assertThat(picture.events())
                .allSatisfy(flag -> assertThat(flag.y()).isBetween(picture.line(), picture.barsFrom()));
        assertThat(picture.roles()).allSatisfy(bar -> assertThat(bar.y()).isLessThan(picture.height()));
        assertThat(picture.moods())
                .allSatisfy(
                        dot -> assertThat(dot.y()).isBetween(picture.line() - TimelinePicture.MOODS, picture.line()));
    }

    @Test
    void whatCameLaterStandsFurtherRightAndAYearIsHeldInItsMiddle() {
        Timeline timeline = Timeline.begun(new PersonId(Ids.next()));
        timeline.add(LifeEvent.of(FuzzyDate.year(2022), LifeEvent.Kind.CHANGE, null, Words.of("A year")));
        timeline.add(LifeEvent.of(
                FuzzyDate.day(LocalDate.of(2022, 3, 1)), LifeEvent.Kind.CHANGE, null, Words.of("A day in it")));
        Flag day = drawn(timeline).events().getFirst();
        Flag year = drawn(timeline).events().getLast();
        assertThat(day.x()).isLessThan(year.x());
        assertThat(day.spanTo()).isEqualTo(day.spanFrom());
        assertThat(year.spanFrom()).isEqualTo(TimelinePicture.START);
        assertThat(year.x()).isEqualTo((year.spanFrom() + year.spanTo()) / 2);
    }

    @Test
    void showsTheYearsChosenAndBeginsWithWhenTheyWereLastWell() {
        Timeline timeline = Timeline.begun(new PersonId(Ids.next()));
        timeline.add(LifeEvent.of(FuzzyDate.year(2001), LifeEvent.Kind.LOSS, null, Words.of("Gran")));
        timeline.add(SymptomMark.of(FuzzyDate.year(2024), SymptomMark.Turn.WELL, 8, Words.NONE));
        timeline.add(SymptomMark.of(FuzzyDate.year(2026), SymptomMark.Turn.ONSET, 3, Words.NONE));
        assertThat(TimelinePicture.years(timeline, TODAY)).containsExactly(2024, 2026);
        assertThat(TimelinePicture.firstYear(timeline, TODAY)).isEqualTo(2001);
        TimelinePicture picture = TimelinePicture.of(
                timeline,
                List.of(),
                List.of(),
                2024,
                2026,
                TODAY,
                entry -> entry.words().what());
        assertThat(picture.events()).isEmpty();
        assertThat(picture.marks()).hasSize(2);
        assertThat(picture.moodLine()).contains(" ");
    }

    @Test
    void aLowScoreStandsAsHighAsAGoodMood() {
        Timeline timeline = Timeline.begun(new PersonId(Ids.next()));
        timeline.add(SymptomMark.of(FuzzyDate.day(TODAY), SymptomMark.Turn.WELL, 10, Words.NONE));
        List<TimelinePicture.Reading> readings = List.of(
                new TimelinePicture.Reading(LocalDate.of(2025, 12, 31), 27, 27),
                new TimelinePicture.Reading(LocalDate.of(2026, 3, 1), 27, 27),
                new TimelinePicture.Reading(TODAY, 0, 27));
        TimelinePicture picture = TimelinePicture.of(
                timeline,
                readings,
                List.of(),
                2026,
                2026,
                TODAY,
                entry -> entry.words().what());
        assertThat(picture.scores()).as("those of the year").hasSize(2);
        assertThat(picture.scores().getFirst().y()).isEqualTo(picture.line());
        assertThat(picture.scores().getLast().y())
                .isEqualTo(picture.moods().getFirst().y());
    }

    @Test
    void daysOfWorkStandOnTheLineOnceEachAsFarAsTheYearsAreShown() {
        Timeline timeline = Timeline.begun(new PersonId(Ids.next()));
        timeline.add(SymptomMark.of(FuzzyDate.day(TODAY), SymptomMark.Turn.WELL, 10, Words.NONE));
        List<LocalDate> along = List.of(TODAY, TODAY, LocalDate.of(2026, 1, 1), LocalDate.of(2025, 6, 1));
        TimelinePicture picture = TimelinePicture.of(
                timeline,
                List.of(),
                along,
                2026,
                2026,
                TODAY,
                entry -> entry.words().what());
        assertThat(picture.along()).containsExactly(TimelinePicture.START, TimelinePicture.END);
    }

    @Test
    void anEmptyLifeIsAnEmptyPicture() {
        Timeline timeline = Timeline.begun(new PersonId(Ids.next()));
        assertThat(drawn(timeline).isEmpty()).isTrue();
        assertThat(TimelinePicture.years(timeline, TODAY)).containsExactly(2026, 2026);
    }
}
