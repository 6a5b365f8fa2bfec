package tombolo.measures;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
public class MissedQuestions implements Job {
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

    private record Put(UUID course, PersonId person, boolean kept, Instant closed) {}

    @Override
    @Transactional
    public void run() {
        put("", Map.of()).values().stream()
                .filter(MissedQuestions::isMissed)
                .map(List::getLast)
                .forEach(last -> alerts.missed(last.person(), last.course(), last.closed()));
    }

    /** Whether the last two in a row were left out in this course. */
    @Transactional
    public boolean inARow(UUID course) {
        return put(" and a.series_id = :course", Map.of("course", course)).values().stream()
                .anyMatch(MissedQuestions::isMissed);
    }

    private static boolean isMissed(List<Put> put) {
        return AlertRules.missed(put.stream().map(Put::kept).toList());
    }

    private Map<UUID, List<Put>> put(String which, Map<String, ?> more) {
        return jdbc
                .sql("select a.series_id, a.person_id, a.closes_at, (a.answered_at is not null or exists (select from"
                        + " response r where r.practice_id = a.practice_id and r.series_id = a.series_id"
                        + " and (r.session = a.session or " + AskingRows.ANSWERED_APART
                        + "))) as kept from asking a join series s"
                        + " on s.practice_id = a.practice_id and s.id = a.series_id and s.ended_at is null"
                        + " where a.practice_id = :practice and a.withdrawn_at is null and not a.in_room"
                        + " and (a.answered_at is not null or a.closes_at <= :now)" + which + " order by a.closes_at")
                .param("practice", PracticeId.current().value())
                .param("now", Timestamp.from(time.now()))
                .params(more)
                .query((row, number) -> new Put(
                        row.getObject("series_id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getBoolean("kept"),
                        row.getTimestamp("closes_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Put::course, LinkedHashMap::new, Collectors.toList()));
    }
}
