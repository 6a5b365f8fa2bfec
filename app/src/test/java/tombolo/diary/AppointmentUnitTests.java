package tombolo.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tombolo.database.Ids;
import tombolo.diary.Appointment.State;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/** What can become of an appointment. */
class AppointmentUnitTests {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final AccountId ISHBEL = new AccountId(Ids.next());

    private static Appointment at(Instant start) {
        return Appointment.booked(new PersonId(Ids.next()), ISHBEL, start, 50, ISHBEL, NOW);
    }

    @Test
    void nobodySaysWhatBecameOfItBeforeItBegan() {
        Appointment ahead = at(NOW.plus(Duration.ofHours(2)));
        assertThatIllegalStateException().isThrownBy(() -> ahead.held(ISHBEL, NOW));
        assertThatIllegalStateException().isThrownBy(() -> ahead.missed(Side.PERSON, false, ISHBEL, NOW));
    }

    @Test
    void theTwoMayBeginALittleEarly() {
        assertThat(at(NOW.plus(Duration.ofMinutes(20))).held(ISHBEL, NOW).state())
                .isEqualTo(State.HELD);
    }

    @Test
    void whoeverIsHereEarlierThatDayIsNotWaitedFor() {
        Appointment begun = at(NOW.plus(Duration.ofHours(5))).begun(ISHBEL, NOW);
        assertThat(begun.state()).isEqualTo(State.HELD);
    }

    @Test
    void whatWasWrittenDownByMistakeIsPutRight() {
        Appointment missed = at(NOW.minus(Duration.ofHours(2))).missed(Side.PERSON, true, ISHBEL, NOW);
        assertThat(missed.by()).contains(Side.PERSON);
        assertThat(missed.told()).isTrue();
        Appointment held = missed.held(ISHBEL, NOW);
        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(held.by()).isEmpty();
        assertThat(held.told()).isFalse();
    }

    @Test
    void whatWasCalledOffIsNeitherMovedNorHeld() {
        Appointment off = at(NOW.plus(Duration.ofDays(1))).cancelled(Side.THERAPIST, Optional.empty(), ISHBEL, NOW);
        assertThatIllegalStateException().isThrownBy(() -> off.movedTo(NOW, 50, ISHBEL, NOW));
        assertThatIllegalStateException().isThrownBy(() -> off.held(ISHBEL, NOW.plus(Duration.ofDays(2))));
    }

    @Test
    void oneEndingAsTheOtherBeginsDoesNotClash() {
        Appointment first = at(NOW);
        assertThat(first.overlaps(at(first.end()))).isFalse();
        assertThat(first.overlaps(at(first.end().minusSeconds(1)))).isTrue();
        assertThat(first.overlaps(at(NOW.minus(Duration.ofMinutes(49))))).isTrue();
    }

    @Test
    void anHourHasALength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Appointment.booked(new PersonId(Ids.next()), ISHBEL, NOW, 0, ISHBEL, NOW));
    }
}
