package tombolo.people;

import java.time.Instant;
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
import tombolo.practice.Practices;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/** Those who have closed the way they are reached by: somebody has to ask them for another when they meet. */
@Component
@Order(15)
class WaysClosed implements Awaiting {
    private final JdbcClient jdbc;
    private final People people;
    private final ContactPart contact;
    private final Practices practices;

    WaysClosed(JdbcClient jdbc, People people, ContactPart contact, Practices practices) {
        this.jdbc = jdbc;
        this.people = people;
        this.contact = contact;
        this.practices = practices;
    }

    @Override
    public String title() {
        return "people.way-closed";
    }

    @Override
    public String none() {
        return "";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        Map<PersonId, Instant> since = new LinkedHashMap<>();
        jdbc.sql("select p.id, p.closed_at from person p where p.practice_id = :practice"
                        + " and p.closed_at is not null order by p.closed_at, p.id")
                .param("practice", PracticeId.current().value())
                .query(row -> {
                    since.put(
                            new PersonId(row.getObject("id", UUID.class)),
                            row.getTimestamp("closed_at").toInstant());
                });
        ZoneId zone = practices.current().zone();
        return people.visibleTo(viewer).among(since.keySet(), contact).stream()
                .flatMap(person -> Stream.ofNullable(since.get(person.id()))
                        .map(at -> line(person, LocalDate.ofInstant(at, zone))))
                .toList();
    }

    private static Line line(Person person, LocalDate since) {
        return new Line(
                person.name().map(Confidential::words).orElse(""),
                "people.way-closed.line",
                since,
                "/desk/people/" + person.id(),
                true);
    }
}
