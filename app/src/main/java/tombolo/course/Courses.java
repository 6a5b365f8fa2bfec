package tombolo.course;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.JsonRow;
import tombolo.measures.Series;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** Everyone's courses. They are loaded through the viewer, which is the permission check and is remembered. */
@Repository
public class Courses {
    private final JdbcClient jdbc;
    private final People people;
    private final CoursePart part;
    private final CourseRows rows;
    private final Vault vault;
    private final AuditChain audit;
    private final Series series;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    Courses(
            JdbcClient jdbc,
            People people,
            CoursePart part,
            CourseRows rows,
            Vault vault,
            AuditChain audit,
            Series series,
            ApplicationEventPublisher events,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.rows = rows;
        this.vault = vault;
        this.audit = audit;
        this.series = series;
        this.events = events;
        this.time = time;
    }

    /** The newest course, ended or not. */
    public Glance<Optional<Course>> newest() {
        return new Glance<>(
                part,
                JsonRow.all(CourseRows.ALL
                        + "c.practice_id = :practice and c.person_id = :person order by c.begun_at desc limit 1"),
                Map.of(),
                (person, found) -> JsonRow.read(found, rows::course).stream().findFirst());
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The courses this viewer may open. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may open their course. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** The newest course, ended or not; empty while none was begun. */
        public Optional<Course> of(PersonId person) {
            return all(person).stream().reduce((older, newer) -> newer);
        }

        /** Every course, the first first. */
        public List<Course> all(PersonId person) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return load("c.practice_id = :practice and c.person_id = :person", Map.of("person", person.value()));
        }

        /** Those that have not ended, of everyone whose course this viewer may open; the names of those people come with them. */
        public Map<Person, Course> open() {
            Map<PersonId, Course> byPerson = new HashMap<>();
            List<Person> walking = people.visibleTo(viewer).all(part);
            if (!walking.isEmpty()) {
                load(
                                "c.practice_id = :practice and c.state <> 'ENDED' and c.person_id in (:people)",
                                Map.of(
                                        "people",
                                        walking.stream()
                                                .map(person -> person.id().value())
                                                .toList()))
                        .forEach(course -> byPerson.put(course.person(), course));
            }
            Map<Person, Course> open = new LinkedHashMap<>();
            for (Person person : walking) {
                Course course = byPerson.get(person.id());
                if (course != null) {
                    audit.record(viewer, Act.READ, person.id(), part.name());
                    open.put(person, course);
                }
            }
            return open;
        }

        /**
         * Begins a course; a person has one at a time.
         *
         * @throws CourseChanged when one was begun meanwhile
         */
        public Course begin(PersonId person, Variant variant) {
            person(person);
            Course course = Course.begun(person, variant, signature());
            save(course);
            series.begin(person, course.id().value(), course.sessionsPlanned());
            return course;
        }

        /**
         * Keeps what was done since the course was loaded, and tells whoever wants to know.
         *
         * @throws CourseChanged when somebody changed it meanwhile; nothing is kept then
         */
        public void save(Course course) {
            person(course.person());
            keep(course);
            audit.record(viewer, Act.WROTE, course.person(), part.name());
        }

        /** The viewer's hand, now. */
        public Signature signature() {
            return new Signature(viewer.account(), time.now());
        }
    }

    /** For what comes round by itself and for what a lower module tells: nobody looks, and nothing is shown. */
    Optional<Course> openOf(PersonId person) {
        return load(
                        "c.practice_id = :practice and c.person_id = :person and c.state <> 'ENDED'",
                        Map.of("person", person.value()))
                .stream()
                .findFirst();
    }

    /** All that have not ended, for what comes round by itself. */
    List<Course> allOpen() {
        return load("c.practice_id = :practice and c.state <> 'ENDED'", Map.of());
    }

    void keep(Course course) {
        if (write(course) != 1) {
            throw new CourseChanged();
        }
        course.takenBack().forEach(session -> remove(course, session));
        course.contracts().forEach(contract -> keep(course, contract));
        course.sessions().forEach(session -> keep(course, session));
        course.steps().forEach(step -> keep(course, step));
        course.told().forEach(events::publishEvent);
    }

    private int write(Course course) {
        String sql = course.version() == 0
                ? "insert into course (practice_id, id, person_id, variant, variant_version, state, begun_by, begun_at,"
                        + " version) values (:practice, :id, :person, :variant, :variantVersion, :state, :by, :at, 1)"
                        + " on conflict do nothing"
                : "update course set state = :state, version = version + 1 where practice_id = :practice and id = :id"
                        + " and version = :version";
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).params(of(course)).param("state", course.state().name());
        return course.version() == 0
                ? statement
                        .param("variant", course.variant().id())
                        .param("variantVersion", course.variant().version())
                        .param("by", course.begun().by().value())
                        .param("at", Timestamp.from(course.begun().at()))
                        .update()
                : statement.param("version", course.version()).update();
    }

    private void keep(Course course, Contract contract) {
        Optional<Contract.Agreement> agreed = contract.agreed();
        jdbc.sql("insert into course_contract (practice_id, id, course_id, person_id, version, sessions, initial_to,"
                        + " middle_to, end_date, areas, words, proposed_by, proposed_at, agreed_way, agreed_by, agreed_at,"
                        + " taken_back_at) values (:practice, :contract, :id, :person, :version, :sessions, :initial,"
                        + " :middle, :end, :areas, :words, :by, :at, :way, :agreedBy, :agreedAt, :takenBack)"
                        + " on conflict (practice_id, id) do update set agreed_way = excluded.agreed_way,"
                        + " agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at,"
                        + " taken_back_at = excluded.taken_back_at"
                        + " where course_contract.agreed_at is null and excluded.agreed_at is not null"
                        + " or course_contract.taken_back_at is null and excluded.taken_back_at is not null")
                .params(of(course))
                .param("contract", contract.id())
                .param("version", contract.version())
                .param("sessions", contract.sessions())
                .param("initial", contract.phases().initialTo())
                .param("middle", contract.phases().middleTo())
                .param("end", contract.endDate())
                .param("areas", String.join(",", contract.areas()))
                .param(
                        "words",
                        vault.seal(
                                course.person(),
                                CourseRows.words("course_contract", contract.id()),
                                json.writeValueAsString(contract.terms())))
                .param("by", contract.proposed().by().value())
                .param("at", Timestamp.from(contract.proposed().at()))
                .param("way", agreed.map(it -> it.way().name()).orElse(null))
                .param("agreedBy", agreed.map(it -> it.by().value()).orElse(null))
                .param("agreedAt", agreed.map(it -> Timestamp.from(it.at())).orElse(null), java.sql.Types.TIMESTAMP)
                .param("takenBack", contract.takenBack().map(Timestamp::from).orElse(null), java.sql.Types.TIMESTAMP)
                .update();
    }

    private void keep(Course course, HeldSession session) {
        jdbc.sql("insert into course_session (practice_id, course_id, number, person_id, held_at, appointment_id,"
                        + " recorded_by) values (:practice, :id, :number, :person, :at, :appointment, :by)"
                        + " on conflict do nothing")
                .params(of(course))
                .param("number", session.number())
                .param("at", Timestamp.from(session.at()))
                .param("appointment", session.appointment().orElse(null))
                .param("by", session.recorded().by().value())
                .update();
    }

    private void remove(Course course, HeldSession session) {
        jdbc.sql("delete from course_session where practice_id = :practice and course_id = :id and number = :number"
                        + " and person_id = :person")
                .params(of(course))
                .param("number", session.number())
                .update();
    }

    private void keep(Course course, Step step) {
        jdbc.sql(
                        "insert into course_step (practice_id, id, course_id, person_id, kind, detail, words, made_by, made_at)"
                                + " values (:practice, :step, :id, :person, :kind, :detail, :words, :by, :at)"
                                + " on conflict (practice_id, id) do nothing")
                .params(of(course))
                .param("step", step.id())
                .param("kind", step.kind().name())
                .param("detail", step.detail())
                .param(
                        "words",
                        step.words().isEmpty()
                                ? null
                                : vault.seal(course.person(), CourseRows.words("course_step", step.id()), step.words()))
                .param("by", step.signed().by().value())
                .param("at", Timestamp.from(step.signed().at()))
                .update();
    }

    private static Map<String, Object> of(Course course) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("practice", PracticeId.current().value());
        parameters.put("id", course.id().value());
        parameters.put("person", course.person().value());
        return parameters;
    }

    private List<Course> load(String condition, Map<String, ?> parameters) {
        return jdbc.sql(JsonRow.each(CourseRows.ALL + condition + " order by c.begun_at"))
                .param("practice", PracticeId.current().value())
                .params(parameters)
                .query((row, number) -> rows.course(JsonRow.of(row.getString(1))))
                .list();
    }
}
