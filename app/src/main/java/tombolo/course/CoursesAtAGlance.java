package tombolo.course;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.course.Course.State;
import tombolo.people.AtAGlance;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** Where each is in the course, beside their name on the desk: numbers and a state, and no word of anyone's. */
@Component
@Order(10)
class CoursesAtAGlance implements AtAGlance {
    private final JdbcClient jdbc;

    CoursesAtAGlance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<PersonId, Said> of(Collection<PersonId> people) {
        Map<PersonId, Said> said = new HashMap<>();
        if (people.isEmpty()) {
            return said;
        }
        jdbc.sql("select distinct on (c.person_id) c.person_id, c.state, (select count(*) from course_session s"
                        + " where s.practice_id = c.practice_id and s.course_id = c.id) as held, k.sessions,"
                        + " k.initial_to, k.middle_to from course c left join course_contract k"
                        + " on k.practice_id = c.practice_id and k.course_id = c.id and k.agreed_at is not null"
                        + " and k.taken_back_at is null"
                        + " where c.practice_id = :practice and c.person_id in (:people)"
                        + " order by c.person_id, c.begun_at desc, k.version desc nulls last")
                .param("practice", PracticeId.current().value())
                .param("people", people.stream().map(PersonId::value).toList())
                .query(row -> {
                    said.put(new PersonId(row.getObject("person_id", UUID.class)), said(row));
                });
        return said;
    }

    /** A course that ended before anything was agreed has no number of sessions to set its own beside. */
    private static Said said(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        int held = row.getInt("held");
        int sessions = row.getInt("sessions");
        String key = "course.desk.glance." + state;
        if (sessions == 0) {
            return Said.of(key + ".open", held);
        }
        Phases phases = new Phases(row.getInt("initial_to"), row.getInt("middle_to"), sessions);
        Phase phase = phases.at(Math.min(held + 1, sessions));
        return Said.of(state == State.UNDERWAY ? key + "." + phase : key, held, sessions);
    }
}
