package tombolo.course;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** The course as a part of the record: open to the person and to whoever walks with them. */
@Component
@Order(20)
public final class CoursePart implements PartOfRecord {
    private final JdbcClient jdbc;

    CoursePart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "course";
    }

    @Override
    public String title() {
        return "course.my.part";
    }

    @Override
    public String titleForStaff() {
        return "course.desk.part";
    }

    @Override
    public String about() {
        return "course.my.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/course");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/course");
    }

    /** What was found at the start goes first: it points to the course. */
    @Override
    public void forget(PersonId person) {
        for (String table : new String[] {
            "course_asking", "intake_entry", "course_contract", "course_step", "course_session", "course"
        }) {
            jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .update();
        }
    }
}
