package tombolo.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hours at which somebody may be written to. */
class WishUnitTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Wish MORNINGS =
            new Wish(LocalTime.of(9, 0), LocalTime.of(12, 0), EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), true);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    @Test
    void withinTheHoursItIsThisVeryMoment() {
        assertThat(MORNINGS.nextFrom(at("2026-11-23T09:00"), LONDON)).isEqualTo(at("2026-11-23T09:00"));
        assertThat(MORNINGS.nextFrom(at("2026-11-23T11:59"), LONDON)).isEqualTo(at("2026-11-23T11:59"));
    }

    @Test
    void outsideThemItIsTheNextBeginning() {
        assertThat(MORNINGS.nextFrom(at("2026-11-23T08:59"), LONDON)).isEqualTo(at("2026-11-23T09:00"));
        assertThat(MORNINGS.nextFrom(at("2026-11-23T12:00"), LONDON)).isEqualTo(at("2026-11-24T09:00"));
        assertThat(MORNINGS.nextFrom(at("2026-11-24T13:00"), LONDON)).isEqualTo(at("2026-11-30T09:00"));
    }

    @Test
    void onADayOfItsOwnItComesRoundAWeekLater() {
        Wish sundays = new Wish(LocalTime.of(10, 0), LocalTime.of(11, 0), Set.of(DayOfWeek.SUNDAY), true);
        assertThat(sundays.nextFrom(at("2026-11-22T11:00"), LONDON)).isEqualTo(at("2026-11-29T10:00"));
    }

    @Test
    void keepsToTheClockOnTheWallWhenTheClocksChange() {
        assertThat(MORNINGS.nextFrom(at("2027-03-27T22:00"), LONDON)).isEqualTo(Instant.parse("2027-03-29T08:00:00Z"));
        assertThat(MORNINGS.nextFrom(at("2026-10-24T22:00"), LONDON)).isEqualTo(Instant.parse("2026-10-26T09:00:00Z"));
    }

    @Test
    void neverIsNoWish() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wish(LocalTime.NOON, LocalTime.NOON, Set.of(DayOfWeek.MONDAY), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wish(LocalTime.of(9, 0), LocalTime.NOON, Set.of(), true));
    }
}
