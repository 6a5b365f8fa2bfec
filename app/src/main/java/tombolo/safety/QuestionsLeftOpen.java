package tombolo.safety;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Ids;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/**
 * The questions about ending one's life that people left open in a questionnaire. Whoever walks with a person asks again,
 * face to face; no clock runs, and nothing is read into the silence.
 */
@Repository
@Transactional
public class QuestionsLeftOpen {
    private final JdbcClient jdbc;
    private final ConcernRows rows;
    private final People people;
    private final ConcernPart part;
    private final AuditChain audit;
    private final ProgrammeTime time;

    QuestionsLeftOpen(
            JdbcClient jdbc, ConcernRows rows, People people, ConcernPart part, AuditChain audit, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.people = people;
        this.part = part;
        this.audit = audit;
        this.time = time;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The questions left open by those this viewer walks with. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** Those not asked again yet, the oldest first. */
        public List<LeftOpen> all() {
            return load("true", Map.of());
        }

        /** Those one person left open. */
        public List<LeftOpen> of(PersonId person) {
            return load("l.person_id = :person", Map.of("person", person.value()));
        }

        private List<LeftOpen> load(String condition, Map<String, ?> parameters) {
            record Row(UUID id, PersonId person, UUID response, Instant at) {}
            List<Row> all = jdbc.sql(
                            "select l.id, l.person_id, l.response_id, l.at from left_open l where l.practice_id ="
                                    + " :practice and l.asked_at is null and " + condition + " order by l.at, l.id")
                    .param("practice", PracticeId.current().value())
                    .params(parameters)
                    .query((row, number) -> new Row(
                            row.getObject("id", UUID.class),
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getObject("response_id", UUID.class),
                            row.getTimestamp("at").toInstant()))
                    .list();
            Map<PersonId, Person> mine =
                    people.visibleTo(viewer).among(all.stream().map(Row::person).toList(), part).stream()
                            .collect(Collectors.toMap(Person::id, Function.identity()));
            return all.stream()
                    .flatMap(one -> Optional.ofNullable(mine.get(one.person())).stream()
                            .map(person -> new LeftOpen(one.id(), person, one.at(), rows.howSafe(one.response()))))
                    .toList();
        }

        /** The viewer has asked, face to face. */
        public void asked(UUID leftOpen) {
            LeftOpen one = all().stream()
                    .filter(it -> it.id().equals(leftOpen))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            jdbc.sql("update left_open set asked_at = :now, asked_by = :by where practice_id = :practice and id = :id"
                            + " and asked_at is null")
                    .param("now", Timestamp.from(time.now()))
                    .param("by", viewer.account().value())
                    .param("practice", PracticeId.current().value())
                    .param("id", leftOpen)
                    .update();
            audit.record(viewer, Act.WROTE, one.who().id(), part.name());
        }
    }

    /** Somebody left it open in these answers; hearing them again adds nothing. */
    void leaveOpen(PersonId person, UUID response, Instant at) {
        jdbc.sql("insert into left_open (practice_id, id, person_id, response_id, at) values (:practice, :id, :person,"
                        + " :response, :at) on conflict (practice_id, response_id) do nothing")
                .param("practice", PracticeId.current().value())
                .param("id", Ids.next())
                .param("person", person.value())
                .param("response", response)
                .param("at", Timestamp.from(at))
                .update();
    }
}
