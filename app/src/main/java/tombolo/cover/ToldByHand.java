package tombolo.cover;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.diary.Appointment;
import tombolo.vault.AccountId;
import tombolo.vault.PracticeId;

/** Of which hours somebody has told the person themself what an absence makes of them, and who. */
@Repository
class ToldByHand {
    private final JdbcClient jdbc;

    ToldByHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param back that it can take place after all; else that it cannot */
    Map<UUID, AccountId> of(Absence absence, boolean back) {
        Map<UUID, AccountId> told = new HashMap<>();
        jdbc.sql(
                        "select appointment_id, by_id from told_by_hand where practice_id = :practice and absence_id = :absence"
                                + " and back = :back")
                .param("practice", PracticeId.current().value())
                .param("absence", absence.id())
                .param("back", back)
                .query(row -> {
                    told.put(
                            row.getObject("appointment_id", UUID.class),
                            new AccountId(row.getObject("by_id", UUID.class)));
                });
        return told;
    }

    /** Doing it twice changes nothing. */
    void note(Absence absence, Appointment hour, boolean back, AccountId who, Instant now) {
        jdbc.sql("insert into told_by_hand (practice_id, id, absence_id, person_id, appointment_id, back, by_id, at)"
                        + " values (:practice, :id, :absence, :person, :appointment, :back, :by, :now)"
                        + " on conflict (practice_id, absence_id, appointment_id, back) do nothing")
                .param("practice", PracticeId.current().value())
                .param("id", Ids.next())
                .param("absence", absence.id())
                .param("person", hour.person().value())
                .param("appointment", hour.id())
                .param("back", back)
                .param("by", who.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** What they were told does not hold any more. */
    void forget(Absence absence, Appointment hour) {
        jdbc.sql("delete from told_by_hand where practice_id = :practice and absence_id = :absence"
                        + " and appointment_id = :appointment and not back")
                .param("practice", PracticeId.current().value())
                .param("absence", absence.id())
                .param("appointment", hour.id())
                .update();
    }
}
