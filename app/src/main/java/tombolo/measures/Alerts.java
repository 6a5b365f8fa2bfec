package tombolo.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.instruments.AlertRule;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** The alerts of all courses. Only whoever walks with a person sees theirs; the person sees the scores themselves. */
@Repository
public class Alerts {
    private static final String OF_PERSON = "select id, person_id, rule, instrument, session, before, now, raised_at,"
            + " acknowledged_at, acknowledged_by, action, words from alert where practice_id = :practice";

    private final JdbcClient jdbc;
    private final People people;
    private final AlertsPart part;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;

    Alerts(JdbcClient jdbc, People people, AlertsPart part, Vault vault, AuditChain audit, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The alerts this viewer may see. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may see their alerts. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** Those nobody has looked at yet, the oldest first. */
        public List<Alert> open(PersonId person) {
            return of(person).stream().filter(Alert::isOpen).toList();
        }

        /** All there ever were, the oldest first. */
        public List<Alert> of(PersonId person) {
            people.visibleTo(viewer).get(person, part);
            audit.record(viewer, Act.READ, person, part.name());
            return jdbc.sql(OF_PERSON + " and person_id = :person order by raised_at, id")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .query((row, number) -> alert(row))
                    .list();
        }

        /** Everybody's that nobody has looked at yet, with whom each is about, the oldest first. */
        public List<Waiting> waiting() {
            List<Alert> open = jdbc.sql(OF_PERSON + " and acknowledged_at is null order by raised_at, id")
                    .param("practice", PracticeId.current().value())
                    .query((row, number) -> alert(row))
                    .list();
            List<Person> seen = people.visibleTo(viewer)
                    .among(open.stream().map(Alert::person).distinct().toList(), part);
            return open.stream()
                    .flatMap(alert -> seen.stream()
                            .filter(person -> person.id().equals(alert.person()))
                            .map(person -> new Waiting(person, alert)))
                    .toList();
        }

        /** Says what will be done. Saying it again changes nothing: what was said first stands. */
        public void acknowledge(PersonId person, UUID alert, AlertAction action, Optional<Confidential> words) {
            people.visibleTo(viewer).get(person, part);
            int found = jdbc.sql("update alert set acknowledged_at = coalesce(acknowledged_at, :now),"
                            + " acknowledged_by = coalesce(acknowledged_by, :by), action = coalesce(action, :action),"
                            + " words = case when acknowledged_at is null then cast(:words as bytea) else words end"
                            + " where practice_id = :practice and person_id = :person and id = :id")
                    .param("now", Timestamp.from(time.now()))
                    .param("by", viewer.account().value())
                    .param("action", action.name())
                    .param(
                            "words",
                            words.map(it -> vault.seal(person, wordsOf(alert), it.words()))
                                    .orElse(null))
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .param("id", alert)
                    .update();
            if (found == 0) {
                throw new NotFound();
            }
            audit.record(viewer, Act.WROTE, person, part.name());
        }
    }

    /** An alert with the person it is about. */
    public record Waiting(Person person, Alert alert) {}

    /**
     * Two in a row were missed, be it questions or hours. While it is open, and until more is missed, it is mentioned once.
     *
     * @param last when the later of the two was
     */
    public void missed(PersonId person, UUID course, java.time.Instant last) {
        jdbc.sql("insert into alert (practice_id, id, person_id, series_id, rule, instrument, raised_at)"
                        + " select :practice, :id, :person, :course, :rule, '', :now where not exists (select from"
                        + " alert where practice_id = :practice and series_id = :course and rule = :rule"
                        + " and raised_at >= :last)"
                        + " on conflict (practice_id, series_id, rule, instrument) where acknowledged_at is null"
                        + " do nothing")
                .param("practice", PracticeId.current().value())
                .param("id", Ids.next())
                .param("person", person.value())
                .param("course", course)
                .param("rule", AlertRule.MISSED.name())
                .param("last", Timestamp.from(last))
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private static Place wordsOf(UUID alert) {
        return new Place("alert", "words", alert);
    }

    private Alert alert(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PersonId person = new PersonId(row.getObject("person_id", UUID.class));
        String instrument = row.getString("instrument");
        return new Alert(
                id,
                person,
                AlertRule.valueOf(row.getString("rule")),
                instrument.isEmpty() ? Optional.empty() : Optional.of(instrument),
                AskingRows.number(row, "session"),
                AskingRows.number(row, "before"),
                AskingRows.number(row, "now"),
                row.getTimestamp("raised_at").toInstant(),
                acknowledgement(person, id, row));
    }

    private Optional<Alert.Acknowledgement> acknowledgement(PersonId person, UUID id, ResultSet row)
            throws SQLException {
        Timestamp at = row.getTimestamp("acknowledged_at");
        if (at == null) {
            return Optional.empty();
        }
        byte[] words = row.getBytes("words");
        return Optional.of(new Alert.Acknowledgement(
                at.toInstant(),
                new AccountId(row.getObject("acknowledged_by", UUID.class)),
                AlertAction.valueOf(row.getString("action")),
                words == null ? Optional.empty() : Optional.of(vault.open(person, wordsOf(id), words))));
    }
}
