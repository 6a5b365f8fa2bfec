package tombolo.course;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
                        + " where s.practice_id = c.practice_id and s.course_id = c.id) as held, coalesce((select"
                        + " k.sessions from course_contract k where k.practice_id = c.practice_id and k.course_id = c.id"
                        + " and k.agreed_at is not null order by k.version desc limit 1), 0) as planned from course c"
                        + " where c.practice_id = :practice and c.person_id in (:people)"
                        + " order by c.person_id, c.begun_at desc")
                .param("practice", PracticeId.current().value())
                .param("people", people.stream().map(PersonId::value).toList())
                .query(row -> {
                    // A course that ended before anything was agreed has no number of sessions to set its own beside.
                    boolean agreed = row.getInt("planned") > 0;
                    said.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            Said.of(
                                    "course.desk.glance." + row.getString("state") + (agreed ? "" : ".open"),
                                    row.getInt("held"),
                                    row.getInt("planned")));
                });
        return said;
    }
}
