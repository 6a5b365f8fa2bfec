package tombolo.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.Awaiting;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Those whom a message that matters did not reach: somebody has to tell them in another way. */
@Component
@Order(30)
class MessagesAwaiting implements Awaiting {
    private static final Duration LOOKED_BACK = Duration.ofDays(14);

    private final MessageRows rows;
    private final People people;
    private final MessagesPart part;
    private final Practices practices;
    private final ProgrammeTime time;

    MessagesAwaiting(MessageRows rows, People people, MessagesPart part, Practices practices, ProgrammeTime time) {
        this.rows = rows;
        this.people = people;
        this.part = part;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public String title() {
        return "messages.desk.waiting";
    }

    @Override
    public String none() {
        return "";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        ZoneId zone = practices.current().zone();
        Map<PersonId, Instant> since = rows.undelivered(time.now().minus(LOOKED_BACK));
        return people.visibleTo(viewer).among(since.keySet(), part).stream()
                .flatMap(person -> Stream.ofNullable(since.get(person.id())).map(at -> line(person, at, zone)))
                .toList();
    }

    private static Line line(Person person, Instant at, ZoneId zone) {
        return new Line(
                person.name().map(Confidential::words).orElse(""),
                "messages.desk.waiting.line",
                LocalDate.ofInstant(at, zone),
                "/desk/people/" + person.id() + "/messages",
                true);
    }
}
