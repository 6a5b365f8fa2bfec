package tombolo.course;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.course.Course.State;
import tombolo.diary.BookedHours;
import tombolo.people.Awaiting;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/**
 * Courses somebody may drift out of unnoticed: a rest whose day has come, and a course in its middle with no hour booked. Days
 * and ids only; why it rests is sealed.
 */
@Component
@Order(62)
class RestsAndGaps implements Awaiting {
    private static final String ALL = "select c.person_id, c.state, (select s.detail from course_step s"
            + " where s.practice_id = c.practice_id and s.course_id = c.id and s.kind = 'PAUSED'"
            + " order by s.made_at desc, s.id desc limit 1) as rest, h.last_at from course c"
            + " left join lateral (select count(*) as held, max(s.held_at) as last_at from course_session s"
            + " where s.practice_id = c.practice_id and s.course_id = c.id) h on true"
            + " left join lateral (select k.sessions from course_contract k where k.practice_id = c.practice_id"
            + " and k.course_id = c.id and k.agreed_at is not null and k.taken_back_at is null order by k.version desc limit 1) k on true"
            + " where c.practice_id = :practice and (c.state = 'PAUSED' or c.state in ('INTAKE', 'UNDERWAY')"
            + " and h.held > 0 and (k.sessions is null or h.held < k.sessions))";

    private final JdbcClient jdbc;
    private final BookedHours hours;
    private final People people;
    private final CoursePart part;
    private final Practices practices;
    private final ProgrammeTime time;

    RestsAndGaps(
            JdbcClient jdbc,
            BookedHours hours,
            People people,
            CoursePart part,
            Practices practices,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.people = people;
        this.part = part;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public String title() {
        return "course.desk.gap.title";
    }

    @Override
    public String none() {
        return "";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        ZoneId zone = practices.current().zone();
        LocalDate today = time.today(zone);
        Map<PersonId, Quiet> quiet = new LinkedHashMap<>();
        all(zone).stream()
                .filter(one -> !one.resting() || !one.day().isAfter(today))
                .forEach(one -> quiet.put(one.person(), one));
        Set<PersonId> booked =
                hours.withAnHourFrom(quiet.keySet(), today.atStartOfDay(zone).toInstant());
        quiet.values().removeIf(one -> !one.resting() && booked.contains(one.person()));
        return people.visibleTo(viewer).among(quiet.keySet(), part).stream()
                .flatMap(person -> Stream.ofNullable(quiet.get(person.id())).map(one -> line(person, one, today)))
                .toList();
    }

    /** A course in which nothing lies ahead: the day its rest was to end, or else the day of the last session. */
    private record Quiet(PersonId person, boolean resting, LocalDate day) {}

    private List<Quiet> all(ZoneId zone) {
        return jdbc
                .sql(ALL)
                .param("practice", PracticeId.current().value())
                .query((row, number) -> {
                    boolean resting = State.valueOf(row.getString("state")) == State.PAUSED;
                    Optional<LocalDate> day = resting
                            ? Optional.ofNullable(row.getString("rest"))
                                    .filter(rest -> !rest.isEmpty())
                                    .map(LocalDate::parse)
                            : Optional.of(LocalDate.ofInstant(
                                    row.getTimestamp("last_at").toInstant(), zone));
                    PersonId person = new PersonId(row.getObject("person_id", UUID.class));
                    return day.map(it -> new Quiet(person, resting, it));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Line line(Person person, Quiet one, LocalDate today) {
        return new Line(
                person.name().map(Confidential::words).orElse(""),
                one.resting() ? "course.desk.gap.rest" : "course.desk.gap.hour",
                one.day(),
                "/desk/people/" + person.id() + (one.resting() ? "/course" : "/appointments"),
                one.resting() && one.day().isBefore(today));
    }
}
