package tombolo.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import tombolo.accounts.Account;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.ui.NotFound;
import tombolo.vault.Viewer;

/** Appointments from the first to the last, and what is written about them. */
@SpringBootTest
class DiaryModuleTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final TestHouse house;
    private final Diary diary;
    private final Account ishbel;
    private final Person anna;

    DiaryModuleTests(ApplicationContext context, Diary diary) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.diary = diary;
        this.ishbel = house.ishbel();
        this.anna = house.known("Anna", ishbel);
    }

    private Diary.Visible ishbels() {
        return diary.visibleTo(ishbel.viewer());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    @Test
    void aSeriesKeepsItsTimeOfDayWhenTheClocksChange() {
        List<Appointment> series =
                house.within(() -> ishbels().series(anna.id(), at("2027-03-15T14:00"), 1, 4, Appointment.MINUTES));
        assertThat(series)
                .extracting(one -> one.start().atZone(LONDON).toLocalDateTime().toString())
                .containsExactly("2027-03-15T14:00", "2027-03-22T14:00", "2027-03-29T14:00", "2027-04-05T14:00");
        assertThat(series.get(2).start()).isEqualTo(Instant.parse("2027-03-29T13:00:00Z"));
    }

    @Test
    void everyAppointmentHasOneReminderAndCancellingTakesItBack() {
        Appointment booked = house.within(() -> ishbels().book(anna.id(), at("2030-06-03T10:00"), 50));
        assertThat(house.value("string_agg(state, ' ') from message where practice_id = :practice"))
                .isEqualTo("WAITING");
        house.within(() -> ishbels().cancel(booked.id(), 1, Side.THERAPIST, false));
        assertThat(house.value("string_agg(state, ' ') from message where practice_id = :practice"))
                .isEqualTo("WITHDRAWN");
    }

    /** It waits for the morning; meanwhile they agreed on another time by telephone. */
    @Test
    void wordOfATimeThatHoldsNoMoreDoesNotGoOut() {
        Appointment booked = house.within(() -> ishbels().book(anna.id(), at("2030-06-03T10:00"), 50));
        house.within(() -> ishbels().move(booked.id(), 1, at("2030-06-06T10:00"), 50, true));
        assertThat(changes()).isEqualTo("WAITING");
        house.within(() -> ishbels().move(booked.id(), 2, at("2030-06-07T10:00"), 50, false));
        assertThat(changes()).isEqualTo("WITHDRAWN");
    }

    private String changes() {
        return house.value("string_agg(state, ' ') from message where practice_id = :practice"
                + " and kind = 'APPOINTMENT_CHANGED'");
    }

    @Test
    void nobodyElseFindsAnAppointment() {
        Appointment booked = house.within(() -> ishbels().book(anna.id(), at("2030-06-03T10:00"), 50));
        for (Viewer other : List.of(house.idris().viewer(), house.priya().viewer())) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> house.within(() -> diary.visibleTo(other).get(booked.id())));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> house.within(() -> diary.visibleTo(other).of(anna.id())));
        }
    }
}
