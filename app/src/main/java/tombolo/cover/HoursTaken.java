package tombolo.cover;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.diary.Appointment;
import tombolo.diary.TakenHours;
import tombolo.vault.AccountId;
import tombolo.vault.PracticeId;

/** The hours covers have taken: in their own diary for as long as the one they cover is away. */
@Repository
class HoursTaken implements TakenHours {
    private final JdbcClient jdbc;

    HoursTaken(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of one absence. */
    Set<UUID> of(Absence absence) {
        return jdbc.sql("select appointment_id from taken_over where practice_id = :practice and absence_id = :absence")
                .param("practice", PracticeId.current().value())
                .param("absence", absence.id())
                .query((row, number) -> row.getObject("appointment_id", UUID.class))
                .set();
    }

    /** Whoever has taken this hour. */
    Set<AccountId> whoTook(UUID hour) {
        return jdbc.sql("select by_id from taken_over where practice_id = :practice and appointment_id = :hour")
                .param("practice", PracticeId.current().value())
                .param("hour", hour)
                .query((row, number) -> new AccountId(row.getObject("by_id", UUID.class)))
                .set();
    }

    /** Doing it twice changes nothing. */
    void take(Absence absence, Appointment hour, AccountId who, Instant now) {
        jdbc.sql("insert into taken_over (practice_id, id, absence_id, person_id, appointment_id, by_id, at)"
                        + " values (:practice, :id, :absence, :person, :appointment, :by, :now)"
                        + " on conflict (practice_id, absence_id, appointment_id) do nothing")
                .param("practice", PracticeId.current().value())
                .param("id", Ids.next())
                .param("absence", absence.id())
                .param("person", hour.person().value())
                .param("appointment", hour.id())
                .param("by", who.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Nobody sees the person at that hour any more. */
    void letGo(Absence absence, Appointment hour) {
        jdbc.sql("delete from taken_over where practice_id = :practice and absence_id = :absence"
                        + " and appointment_id = :appointment")
                .param("practice", PracticeId.current().value())
                .param("absence", absence.id())
                .param("appointment", hour.id())
                .update();
    }

    @Override
    public List<UUID> by(AccountId who, Instant from, Instant to) {
        return jdbc.sql("select t.appointment_id from taken_over t join absence a on a.practice_id = t.practice_id"
                        + " and a.id = t.absence_id join appointment p on p.practice_id = t.practice_id"
                        + " and p.id = t.appointment_id where t.practice_id = :practice and t.by_id = :who"
                        + " and p.therapist_id = a.therapist_id and p.start_at >= :from and p.start_at < :to"
                        + " and p.start_at >= a.from_at and p.start_at < coalesce(a.ended_at, a.until_at)")
                .param("practice", PracticeId.current().value())
                .param("who", who.value())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> row.getObject("appointment_id", UUID.class))
                .list();
    }
}
