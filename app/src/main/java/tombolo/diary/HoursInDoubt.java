package tombolo.diary;

import java.sql.Timestamp;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/**
 * Booked hours in which the therapist is away: nobody knows whether they take place, nobody is reminded of them, and the
 * person's own pages say so. For whoever keeps the absences; who may see them is asked in the diary.
 */
@Repository
public class HoursInDoubt {
    private final JdbcClient jdbc;
    private final Reminders reminders;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;

    HoursInDoubt(JdbcClient jdbc, Reminders reminders, ApplicationEventPublisher events, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.reminders = reminders;
        this.events = events;
        this.time = time;
    }

    public void doubt(Appointment hour) {
        jdbc.sql("insert into appointment_in_doubt (practice_id, appointment_id, person_id, since) values (:practice,"
                        + " :id, :person, :now) on conflict (practice_id, appointment_id) do nothing")
                .param("practice", PracticeId.current().value())
                .param("id", hour.id())
                .param("person", hour.person().value())
                .param("now", Timestamp.from(time.now()))
                .update();
        reminders.holdBack(hour);
        events.publishEvent(new AppointmentInDoubt(hour.id(), hour.person()));
    }

    /** It takes place after all: the reminder goes at its time, unless that is over. */
    public void takesPlace(Appointment hour) {
        forget(hour);
        reminders.afterAll(hour);
    }

    /** It is at another time now, of which nothing of the kind is known. */
    void forget(Appointment hour) {
        jdbc.sql("delete from appointment_in_doubt where practice_id = :practice and appointment_id = :id")
                .param("practice", PracticeId.current().value())
                .param("id", hour.id())
                .update();
    }

    /** Those of one person. */
    Set<UUID> of(PersonId person) {
        return jdbc.sql("select appointment_id from appointment_in_doubt where practice_id = :practice"
                        + " and person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .query((row, number) -> row.getObject("appointment_id", UUID.class))
                .set();
    }
}
