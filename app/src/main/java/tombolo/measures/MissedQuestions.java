package tombolo.measures;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Job;
import tombolo.instruments.AlertRules;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/**
 * Notices that somebody has left questions unanswered twice in a row. Answers on paper for the same session count, or from the
 * same days where nobody wrote the session down.
 */
@Component
class MissedQuestions implements Job {
    private final JdbcClient jdbc;
    private final Alerts alerts;
    private final ProgrammeTime time;

    MissedQuestions(JdbcClient jdbc, Alerts alerts, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.time = time;
    }

    @Override
    public String name() {
        return "measures-missed";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    private record Put(PersonId person, boolean kept, Instant closed) {}

    @Override
    @Transactional
    public void run() {
        Map<UUID, List<Put>> byCourse = new LinkedHashMap<>();
        jdbc.sql("select a.series_id, a.person_id, a.closes_at, (a.answered_at is not null or exists (select from"
                        + " response r where r.practice_id = a.practice_id and r.series_id = a.series_id"
                        + " and (r.session = a.session or " + AskingRows.ANSWERED_APART
                        + "))) as kept from asking a join series s"
                        + " on s.practice_id = a.practice_id and s.id = a.series_id and s.ended_at is null"
                        + " where a.practice_id = :practice and a.withdrawn_at is null and not a.in_room"
                        + " and (a.answered_at is not null or a.closes_at <= :now) order by a.closes_at")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .query(row -> {
                    byCourse.computeIfAbsent(row.getObject("series_id", UUID.class), course -> new ArrayList<>())
                            .add(new Put(
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    row.getBoolean("kept"),
                                    row.getTimestamp("closes_at").toInstant()));
                });
        byCourse.forEach((course, put) -> {
            if (AlertRules.missed(put.stream().map(Put::kept).toList())) {
                alerts.missed(put.getLast().person(), course, put.getLast().closed());
            }
        });
    }
}
