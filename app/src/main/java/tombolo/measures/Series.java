package tombolo.measures;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** The courses as their scores see them: how many sessions were agreed on, and what each questionnaire comes to. */
@Repository
public class Series {
    private final JdbcClient jdbc;
    private final Questionnaires questionnaires;
    private final ProgrammeTime time;

    Series(JdbcClient jdbc, Questionnaires questionnaires, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.questionnaires = questionnaires;
        this.time = time;
    }

    /** From now on answers belong to this course. Beginning it twice is beginning it once; a person has one open course. */
    public void begin(PersonId person, UUID course, int plannedSessions) {
        jdbc.sql("insert into series (practice_id, id, person_id, planned, began_at)"
                        + " values (:practice, :id, :person, :planned, :now) on conflict (practice_id, id) do nothing")
                .param("practice", PracticeId.current().value())
                .param("id", course)
                .param("person", person.value())
                .param("planned", plannedSessions)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** Another number of sessions was agreed on. */
    public void plan(UUID course, int plannedSessions) {
        jdbc.sql("update series set planned = :planned where practice_id = :practice and id = :id")
                .param("planned", plannedSessions)
                .param("practice", PracticeId.current().value())
                .param("id", course)
                .update();
    }

    /** No answer belongs to this course any more. Ending it twice is ending it once. */
    public void end(UUID course) {
        jdbc.sql("update series set ended_at = :now where practice_id = :practice and id = :id and ended_at is null")
                .param("now", Timestamp.from(time.now()))
                .param("practice", PracticeId.current().value())
                .param("id", course)
                .update();
    }

    /** What a course comes to in one questionnaire, from the rows: after one of them was set aside. */
    void workOutAnew(UUID response) {
        String which = " from response w where w.practice_id = :practice and w.id = :id and m.practice_id"
                + " = w.practice_id and m.series_id = w.series_id and m.instrument = w.instrument";
        String left = "(select %s from response r where r.practice_id = m.practice_id and r.series_id = m.series_id"
                + " and r.instrument = m.instrument and r.set_aside_at is null and r.total is not null %s)";
        boolean rising = jdbc.sql("select instrument from response where practice_id = :practice and id = :id")
                .param("practice", PracticeId.current().value())
                .param("id", response)
                .query((row, number) ->
                        questionnaires.get(row.getString("instrument")).highIsBetter())
                .single();
        jdbc.sql("delete from series_measure m using response w where w.practice_id = :practice and w.id = :id"
                        + " and m.practice_id = w.practice_id and m.series_id = w.series_id"
                        + " and m.instrument = w.instrument and not exists " + left.formatted("1", ""))
                .param("practice", PracticeId.current().value())
                .param("id", response)
                .update();
        String earliest = "order by r.taken_at, r.kept_at limit 1";
        String latest = "order by r.taken_at desc, r.kept_at desc limit 1";
        jdbc.sql("update series_measure m set scores = " + left.formatted("count(*)", "") + ", first = "
                        + left.formatted("r.total", earliest) + ", first_at = "
                        + left.formatted("r.taken_at", earliest) + ", last = " + left.formatted("r.total", latest)
                        + ", last_at = " + left.formatted("r.taken_at", latest) + ", best = "
                        + left.formatted(rising ? "max(r.total)" : "min(r.total)", "") + which)
                .param("practice", PracticeId.current().value())
                .param("id", response)
                .update();
    }

    /** What each questionnaire comes to in a course. For figures that name nobody, and for whoever may open the course. */
    public List<RollUp> rollUps(UUID course) {
        return jdbc.sql("select instrument, scores, first, last, best from series_measure"
                        + " where practice_id = :practice and series_id = :id order by instrument")
                .param("practice", PracticeId.current().value())
                .param("id", course)
                .query((row, number) -> new RollUp(
                        row.getString("instrument"),
                        row.getInt("scores"),
                        row.getBigDecimal("first"),
                        row.getBigDecimal("last"),
                        row.getBigDecimal("best")))
                .list();
    }

    /**
     * What one questionnaire comes to in one course.
     *
     * @param scores how many there are
     * @param first the earliest, by when it was answered
     * @param last the latest
     * @param best the lowest, or the highest where higher is better
     */
    public record RollUp(String instrument, int scores, BigDecimal first, BigDecimal last, BigDecimal best) {}
}
