package tombolo.sessions;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.JsonRow;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The plans that were kept, an hour each. They are loaded through the viewer, which is the permission check. */
@Repository
public class SessionPlans {
    private static final TypeReference<List<SessionPlan.Line>> LINES = new TypeReference<>() {};

    private static final String OF_PERSON = "select id, course_id, session, version, words from session_plan"
            + " where practice_id = :practice and person_id = :person";
    private static final int LATELY = 3;

    private final JdbcClient jdbc;
    private final People people;
    private final SessionNotePart part;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    SessionPlans(
            JdbcClient jdbc, People people, SessionNotePart part, Vault vault, AuditChain audit, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
    }

    /** Those that were kept last, the newest first; a plan nobody has touched is not among them. */
    public Glance<List<SessionPlan>> lately() {
        return new Glance<>(
                part,
                JsonRow.all(OF_PERSON + " order by changed_at desc limit " + LATELY),
                Map.of(),
                (person, found) -> JsonRow.read(found, row -> plan(person, row)));
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The plans this viewer may open. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** @throws PlanChanged when it was kept elsewhere since it was loaded */
        public void save(SessionPlan plan) {
            PersonId person =
                    people.visibleTo(viewer).get(plan.hour().person(), part).id();
            int kept = jdbc.sql("insert into session_plan (practice_id, id, person_id, course_id, session, words,"
                            + " version, changed_by, changed_at) select :practice, :id, :person, :course, :session,"
                            + " :words, 1, :by, :at where :version = 0 on conflict (practice_id, course_id, session)"
                            + " do nothing")
                    .params(columns(person, plan))
                    .update();
            if (kept == 0) {
                kept = jdbc.sql("update session_plan set words = :words, version = version + 1, changed_by = :by,"
                                + " changed_at = :at where practice_id = :practice and id = :id"
                                + " and version = :version")
                        .params(columns(person, plan))
                        .update();
            }
            if (kept == 0) {
                throw new PlanChanged(load(plan.hour()).orElseThrow());
            }
            audit.record(viewer, Act.WROTE, person, part.name());
        }

        private Map<String, Object> columns(PersonId person, SessionPlan plan) {
            Map<String, Object> columns = new HashMap<>();
            columns.put("practice", PracticeId.current().value());
            columns.put("id", plan.id());
            columns.put("person", person.value());
            columns.put("course", plan.hour().course());
            columns.put("session", plan.hour().number());
            columns.put("words", vault.seal(person, place(plan.id()), json.writeValueAsString(plan.lines())));
            columns.put("version", plan.version());
            columns.put("by", viewer.account().value());
            columns.put("at", Timestamp.from(time.now()));
            return columns;
        }
    }

    private Optional<SessionPlan> load(Hour hour) {
        return jdbc.sql(JsonRow.each(OF_PERSON + " and course_id = :course and session = :session"))
                .param("practice", PracticeId.current().value())
                .param("person", hour.person().value())
                .param("course", hour.course())
                .param("session", hour.number())
                .query((row, number) -> plan(hour.person(), JsonRow.of(row.getString(1))))
                .optional();
    }

    private SessionPlan plan(PersonId person, JsonRow row) {
        UUID id = row.uuid("id");
        String words = vault.open(person, place(id), row.bytes("words")).words();
        return new SessionPlan(
                id,
                new Hour(person, row.uuid("course_id"), row.number("session")),
                row.number("version"),
                json.readValue(words, LINES));
    }

    private static Place place(UUID id) {
        return new Place("session_plan", "words", id);
    }
}
