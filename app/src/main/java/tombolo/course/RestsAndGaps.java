package tombolo.course;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Courses somebody may drift out of unnoticed: a rest whose day has come, a rest without a day after six weeks, and a course in
 * its middle with no hour booked. Six weeks are our choice: long enough for what makes people rest, and short enough that
 * nobody is forgotten over it. Days and ids only; why it rests is sealed.
 */
@Component
@Order(62)
class RestsAndGaps implements Awaiting {
    private static final Period UNASKED = Period.ofWeeks(6);

    private static final String ALL = "select c.person_id, c.state, r.detail as rest, r.made_at as rests_at, h.last_at"
            + " from course c left join lateral (select s.detail, s.made_at from course_step s"
            + " where s.practice_id = c.practice_id and s.course_id = c.id and s.kind = 'PAUSED'"
            + " order by s.made_at desc, s.id desc limit 1) r on true"
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
        all(zone).stream().filter(one -> one.isToBeSeenTo(today)).forEach(one -> quiet.put(one.person(), one));
        Set<PersonId> booked =
                hours.withAnHourFrom(quiet.keySet(), today.atStartOfDay(zone).toInstant());
        quiet.values().removeIf(one -> one.why() == Why.NO_HOUR && booked.contains(one.person()));
        return people.visibleTo(viewer).among(quiet.keySet(), part).stream()
                .flatMap(person -> Stream.ofNullable(quiet.get(person.id())).map(one -> line(person, one, today)))
                .toList();
    }

    /** Why nothing lies ahead. */
    private enum Why {
        RESTS("course.desk.gap.rest"),
        RESTS_WITHOUT_A_DAY("course.desk.gap.rest.open"),
        NO_HOUR("course.desk.gap.hour");

        private final String says;

        Why(String says) {
            this.says = says;
        }
    }

    /** A course in which nothing lies ahead: the day its rest was to end, since when it rests, or the day of the last session. */
    private record Quiet(PersonId person, Why why, LocalDate day) {
        boolean isToBeSeenTo(LocalDate today) {
            return switch (why) {
                case RESTS -> !day.isAfter(today);
                case RESTS_WITHOUT_A_DAY -> !day.plus(UNASKED).isAfter(today);
                case NO_HOUR -> true;
            };
        }

        boolean isOverdue(LocalDate today) {
            return why == Why.RESTS && day.isBefore(today);
        }
    }

    private List<Quiet> all(ZoneId zone) {
        return jdbc.sql(ALL)
                .param("practice", PracticeId.current().value())
                .query((row, number) -> quiet(row, zone))
                .list();
    }

    private static Quiet quiet(ResultSet row, ZoneId zone) throws SQLException {
        PersonId person = new PersonId(row.getObject("person_id", UUID.class));
        if (State.valueOf(row.getString("state")) != State.PAUSED) {
            return new Quiet(person, Why.NO_HOUR, day(row, "last_at", zone));
        }
        String until = row.getString("rest");
        return until.isEmpty()
                ? new Quiet(person, Why.RESTS_WITHOUT_A_DAY, day(row, "rests_at", zone))
                : new Quiet(person, Why.RESTS, LocalDate.parse(until));
    }

    private static LocalDate day(ResultSet row, String column, ZoneId zone) throws SQLException {
        return LocalDate.ofInstant(row.getTimestamp(column).toInstant(), zone);
    }

    private static Line line(Person person, Quiet one, LocalDate today) {
        return new Line(
                person.name().map(Confidential::words).orElse(""),
                one.why().says,
                one.day(),
                "/desk/people/" + person.id() + (one.why() == Why.NO_HOUR ? "/appointments" : "/course"),
                one.isOverdue(today));
    }
}
