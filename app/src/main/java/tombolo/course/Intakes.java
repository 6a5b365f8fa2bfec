package tombolo.course;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.database.JsonRow;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is known at the start of each course. It is loaded through the viewer, which is the permission check and is remembered. */
@Repository
public class Intakes {
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final People people;
    private final IntakePart part;
    private final Vault vault;
    private final AuditChain audit;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    Intakes(
            JdbcClient jdbc,
            People people,
            IntakePart part,
            Vault vault,
            AuditChain audit,
            ApplicationEventPublisher events,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.vault = vault;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** What this viewer may open. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may open what was found at their start. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** What is known for this course. */
        public Intake of(Course course) {
            person(course.person());
            audit.record(viewer, Act.READ, course.person(), part.name());
            return new Intake(course.id(), newest(course.person()));
        }

        /**
         * Keeps one task as it stands now.
         *
         * @param seen the version the writer had before them, 0 for none
         * @throws IntakeChanged when somebody else saved it meanwhile; nothing is kept then
         */
        public void write(Course course, IntakeTask task, int seen, boolean finished, Map<String, List<String>> said) {
            person(course.person());
            if (task.needsEpisode() && of(course).episode().isEmpty()) {
                throw new IllegalStateException(task + " is not there before an episode is recorded");
            }
            boolean found = callsSomebody(course, said);
            UUID id = Ids.next();
            int written = jdbc.sql("insert into intake_entry (practice_id, id, person_id, course_id, task, version,"
                            + " finished, words, written_by, written_at) select :practice, :id, :person, :course, :task,"
                            + " :version, :finished, :words, :by, :at where coalesce((select max(e.version) from"
                            + " intake_entry e where e.practice_id = :practice and e.person_id = :person"
                            + " and e.task = :task), 0) = :seen on conflict (practice_id, person_id, task, version)"
                            + " do nothing")
                    .param("practice", PracticeId.current().value())
                    .param("id", id)
                    .param("person", course.person().value())
                    .param("course", course.id().value())
                    .param("task", task.name())
                    .param("version", seen + 1)
                    .param("seen", seen)
                    .param("finished", finished)
                    .param("words", vault.seal(course.person(), place(id), json.writeValueAsString(said)))
                    .param("by", viewer.account().value())
                    .param("at", Timestamp.from(time.now()))
                    .update();
            if (written == 0) {
                throw new IntakeChanged(
                        Objects.requireNonNull(newest(course.person()).get(task)));
            }
            audit.record(viewer, Act.WROTE, course.person(), part.name());
            if (task == Exclusion.ABUSE.asked()) {
                events.publishEvent(new FearAskedAbout(course.person()));
            }
            if (found) {
                events.publishEvent(new PlanToDieFound(
                        course.person(),
                        Optional.of(String.join("", said.getOrDefault("words", List.of())))
                                .filter(words -> !words.isBlank())
                                .map(Confidential::of),
                        viewer.account()));
            }
        }
    }

    /**
     * A plan to die, or not being sure of it, calls somebody. Where that stands already in this course somebody answers for it,
     * and is called again only when what was not sure becomes a yes.
     */
    private boolean callsSomebody(Course course, Map<String, List<String>> said) {
        String answer = String.join("", said.getOrDefault(Exclusion.SUICIDE_PLAN.key(), List.of()));
        String before = new Intake(course.id(), newest(course.person())).answer(Exclusion.SUICIDE_PLAN);
        return Intake.leads(answer) && !answer.equals(before) && !before.equals(Intake.YES);
    }

    /** How somebody wants to be spoken of, as it was told last; it holds for every course of theirs. */
    Glance<String> spokenOf() {
        return new Glance<>(
                part,
                JsonRow.all("select id, words from intake_entry where practice_id = :practice and person_id = :person"
                        + " and task = :details order by version desc limit 1"),
                Map.of("details", IntakeTask.DETAILS.name()),
                (person, found) -> JsonRow.read(found, row -> said(person, row.uuid("id"), row.bytes("words"))).stream()
                        .map(said -> String.join("", said.getOrDefault("pronouns", List.of())))
                        .findFirst()
                        .orElse(""));
    }

    /** Whether a clinician's episode stands in this course. This is for what hangs on it, and for no page of its own. */
    public boolean hasEpisode(Course course) {
        return new Intake(course.id(), newest(course.person())).episode().isPresent();
    }

    /**
     * Since when work on asserting oneself stays closed, because the newest answer at a start about fear and control is not a
     * plain no; a later course that has not asked yet changes nothing. It names nobody, so the work is closed towards everybody.
     * This is for whatever has to stay closed, and for no page of the person's.
     */
    public Optional<Instant> closedToAssertingSince(PersonId person) {
        return jdbc
                .sql("select id, words, written_at from intake_entry where practice_id = :practice"
                        + " and person_id = :person and task = :task order by version desc")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("task", Exclusion.ABUSE.asked().name())
                .query((row, number) -> new FearAnswer(
                        said(person, row.getObject("id", UUID.class), row.getBytes("words"))
                                .getOrDefault(Exclusion.ABUSE.key(), List.of()),
                        row.getTimestamp("written_at").toInstant()))
                .list()
                .stream()
                .filter(FearAnswer::isGiven)
                .findFirst()
                .filter(FearAnswer::closes)
                .map(FearAnswer::at);
    }

    /** What was answered about fear and control, as it was saved once. */
    private record FearAnswer(List<String> said, Instant at) {
        boolean isGiven() {
            return said.stream().anyMatch(one -> !one.isBlank());
        }

        boolean closes() {
            return !said.contains("NO");
        }
    }

    private Map<String, List<String>> said(PersonId person, UUID id, byte[] words) {
        return json.readValue(vault.open(person, place(id), words).words(), FIELDS);
    }

    private Map<IntakeTask, IntakeEntry> newest(PersonId person) {
        Map<IntakeTask, IntakeEntry> newest = new EnumMap<>(IntakeTask.class);
        jdbc.sql("select distinct on (e.task) e.* from intake_entry e where e.practice_id = :practice"
                        + " and e.person_id = :person order by e.task, e.version desc")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .query(row -> {
                    IntakeTask task = IntakeTask.valueOf(row.getString("task"));
                    UUID id = row.getObject("id", UUID.class);
                    newest.put(
                            task,
                            new IntakeEntry(
                                    new CourseId(row.getObject("course_id", UUID.class)),
                                    task,
                                    row.getInt("version"),
                                    row.getBoolean("finished"),
                                    said(person, id, row.getBytes("words")),
                                    new Signature(
                                            new AccountId(row.getObject("written_by", UUID.class)),
                                            row.getTimestamp("written_at").toInstant())));
                });
        return newest;
    }

    private static Place place(UUID id) {
        return new Place("intake_entry", "words", id);
    }
}
