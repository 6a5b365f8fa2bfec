package tombolo.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.practice.Practices;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/** Those who no longer agree to a record, or to this therapy: somebody has to talk with them about what that means. */
@Component
@Order(20)
class ConsentsTakenBack implements Awaiting {
    private static final List<Purpose> TALKED_ABOUT = List.of(Purpose.RECORD, Purpose.CARE);

    private final JdbcClient jdbc;
    private final People people;
    private final ContactPart contact;
    private final Practices practices;

    ConsentsTakenBack(JdbcClient jdbc, People people, ContactPart contact, Practices practices) {
        this.jdbc = jdbc;
        this.people = people;
        this.contact = contact;
        this.practices = practices;
    }

    @Override
    public String title() {
        return "people.taken-back";
    }

    @Override
    public String none() {
        return "";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        return TALKED_ABOUT.stream().flatMap(purpose -> lines(viewer, purpose)).toList();
    }

    private Stream<Line> lines(Viewer viewer, Purpose purpose) {
        Map<PersonId, Instant> since = new LinkedHashMap<>();
        jdbc.sql("select c.person_id, max(c.withdrawn_at) as at from consent c where c.practice_id = :practice"
                        + " and c.purpose = :purpose group by c.person_id"
                        + " having bool_and(c.withdrawn_at is not null) order by at")
                .param("practice", PracticeId.current().value())
                .param("purpose", purpose.name())
                .query(row -> {
                    Timestamp at = row.getTimestamp("at");
                    since.put(new PersonId(row.getObject("person_id", UUID.class)), at.toInstant());
                });
        return people.visibleTo(viewer).among(since.keySet(), contact).stream()
                .flatMap(person -> Stream.ofNullable(since.get(person.id())).map(at -> line(person, purpose, at)));
    }

    private Line line(Person person, Purpose purpose, Instant at) {
        return new Line(
                person.name().map(Confidential::words).orElse(""),
                "people.taken-back.line." + purpose,
                LocalDate.ofInstant(at, practices.current().zone()),
                "/desk/people/" + person.id(),
                false);
    }
}
