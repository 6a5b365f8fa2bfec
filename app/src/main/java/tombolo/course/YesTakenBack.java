package tombolo.course;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.people.Awaiting;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/** People who took back their yes to a contract, or who never gave the one that was put down: until they say yes again. */
@Component
@Order(61)
class YesTakenBack implements Awaiting {
    private final JdbcClient jdbc;
    private final People people;
    private final CoursePart part;
    private final Practices practices;

    YesTakenBack(JdbcClient jdbc, People people, CoursePart part, Practices practices) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.practices = practices;
    }

    @Override
    public String title() {
        return "course.desk.yes-back.title";
    }

    @Override
    public String none() {
        return "";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        ZoneId zone = practices.current().zone();
        Map<PersonId, LocalDate> back = new LinkedHashMap<>();
        jdbc.sql("select k.person_id, max(k.taken_back_at) as at from course_contract k join course c"
                        + " on c.practice_id = k.practice_id and c.id = k.course_id and c.state <> 'ENDED'"
                        + " where k.practice_id = :practice and k.taken_back_at is not null and not exists"
                        + " (select from course_contract later where later.practice_id = k.practice_id"
                        + " and later.course_id = k.course_id and later.agreed_at > k.taken_back_at)"
                        + " group by k.person_id order by at")
                .param("practice", PracticeId.current().value())
                .query(row -> {
                    back.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            LocalDate.ofInstant(row.getTimestamp("at").toInstant(), zone));
                });
        return people.visibleTo(viewer).among(back.keySet(), part).stream()
                .flatMap(person -> Stream.ofNullable(back.get(person.id())).map(day -> line(person, day)))
                .toList();
    }

    private static Line line(Person person, LocalDate day) {
        return new Line(
                person.name().map(Confidential::words).orElse(""),
                "course.desk.yes-back.line",
                day,
                "/desk/people/" + person.id() + "/contract",
                false);
    }
}
