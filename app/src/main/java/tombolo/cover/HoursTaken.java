package tombolo.cover;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
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
