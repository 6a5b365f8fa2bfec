package tombolo.measures;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.database.JsonRow;
import tombolo.instruments.AlertRule;
import tombolo.instruments.AlertRules.Finding;
import tombolo.people.Glance;
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
    private static final String ALL = "select id, person_id, rule, instrument, session, before, now, raised_at,"
            + " acknowledged_at, acknowledged_by, action, words from alert where practice_id = :practice"
            + " and withdrawn_at is null";

    /** Which alerts one of a kind is open at a time of. */
    static final String WHERE_OPEN = " where acknowledged_at is null and withdrawn_at is null";

    private static final String OPEN = " and acknowledged_at is null";
    private static final String OLDEST_FIRST = " order by raised_at, id";

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

    /** Those of the course under way that nobody has looked at yet, the oldest first. */
    public Glance<List<Alert>> open() {
        return new Glance<>(
                part,
                JsonRow.all(ALL + " and person_id = :person and series_id in (select s.id from series s"
                        + " where s.practice_id = :practice and s.person_id = :person and s.ended_at is null)" + OPEN
                        + OLDEST_FIRST),
                Map.of(),
                (person, found) -> JsonRow.read(found, this::alert));
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
            return load(" and person_id = :person", Map.of("person", person.value()));
        }

        /** Everybody's that nobody has looked at yet, with whom each is about, the oldest first. */
        public List<Waiting> waiting() {
            List<Alert> open = load(OPEN, Map.of());
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
    public void missed(PersonId person, UUID course, Instant last) {
        jdbc.sql("insert into alert (practice_id, id, person_id, series_id, rule, instrument, raised_at)"
                        + " select :practice, :id, :person, :course, :rule, '', :now where not exists (select from"
                        + " alert where practice_id = :practice and series_id = :course and rule = :rule"
                        + " and raised_at >= :last and withdrawn_at is null)"
                        + " on conflict (practice_id, series_id, rule, instrument)" + WHERE_OPEN + " do nothing")
                .param("practice", PracticeId.current().value())
                .param("id", Ids.next())
                .param("person", person.value())
                .param("course", course)
                .param("rule", AlertRule.MISSED.name())
                .param("last", Timestamp.from(last))
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /**
     * It has been put right that one of two was missed: what was mentioned after it, and nobody has looked at, says nothing
     * any more.
     *
     * @param put when that one was
     */
    public void notMissed(UUID course, Instant put) {
        jdbc.sql(
                        "update alert set withdrawn_at = :now where practice_id = :practice and series_id = :course"
                                + " and rule = :rule and raised_at >= :put and acknowledged_at is null and withdrawn_at is null")
                .param("now", Timestamp.from(time.now()))
                .param("practice", PracticeId.current().value())
                .param("course", course)
                .param("rule", AlertRule.MISSED.name())
                .param("put", Timestamp.from(put))
                .update();
    }

    /**
     * What answers have raised that are set aside now, or what was measured against them alone, says nothing any more where
     * nobody has looked at it.
     */
    List<Withdrawn> withdraw(Response setAside) {
        return jdbc.sql("update alert a set withdrawn_at = :now where practice_id = :practice and series_id = :course"
                        + " and instrument = :instrument and acknowledged_at is null and withdrawn_at is null"
                        + " and (now = :score and session is not distinct from cast(:session as smallint)"
                        + " or before = :score and not exists (select from response r"
                        + " where r.practice_id = a.practice_id and r.series_id = a.series_id"
                        + " and r.instrument = a.instrument and r.set_aside_at is null and round(r.total) = :score))"
                        + " returning rule, session, now")
                .params(kept(setAside))
                .param("now", Timestamp.from(time.now()))
                .param("score", wholeScore(setAside))
                .query((row, number) -> new Withdrawn(
                        AlertRule.valueOf(row.getString("rule")), AskingRows.number(row, "session"), row.getInt("now")))
                .list();
    }

    /** An alert that says nothing any more: its rule, and the session and the whole score it was found in. */
    record Withdrawn(AlertRule rule, Optional<Integer> session, int now) {
        boolean isAbout(Response response) {
            return response.session().equals(session)
                    && response.score()
                            .filter(score -> score.total().whole() == now)
                            .isPresent();
        }
    }

    /** What the rules find in what is left, after others were set aside; not what somebody has looked at before. */
    void raise(Response response, Finding finding) {
        Map<String, @Nullable Object> facts = kept(response);
        facts.put("id", Ids.next());
        facts.put("person", response.person().value());
        facts.put("rule", finding.rule().name());
        facts.put("before", finding.before().getAsInt());
        facts.put("score", finding.now().getAsInt());
        facts.put("now", Timestamp.from(time.now()));
        jdbc.sql("insert into alert (practice_id, id, person_id, series_id, rule, instrument, session, before, now,"
                        + " raised_at) select :practice, :id, :person, :course, :rule, :instrument,"
                        + " cast(:session as smallint), :before, :score, :now where not exists (select from alert a"
                        + " where a.practice_id = :practice and a.series_id = :course and a.rule = :rule"
                        + " and a.instrument = :instrument and a.now = :score and a.acknowledged_at is not null"
                        + " and a.session is not distinct from cast(:session as smallint))"
                        + " on conflict (practice_id, series_id, rule, instrument)" + WHERE_OPEN + " do nothing")
                .params(facts)
                .update();
    }

    private static Map<String, @Nullable Object> kept(Response response) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("practice", PracticeId.current().value());
        facts.put("course", response.course().orElse(null));
        facts.put("instrument", response.instrument().id());
        facts.put("session", response.session().orElse(null));
        return facts;
    }

    private static @Nullable Integer wholeScore(Response response) {
        return response.score().map(score -> score.total().whole()).orElse(null);
    }

    private static Place wordsOf(UUID alert) {
        return new Place("alert", "words", alert);
    }

    private List<Alert> load(String condition, Map<String, ?> parameters) {
        return jdbc.sql(JsonRow.each(ALL + condition + OLDEST_FIRST))
                .param("practice", PracticeId.current().value())
                .params(parameters)
                .query((row, number) -> alert(JsonRow.of(row.getString(1))))
                .list();
    }

    private Alert alert(JsonRow row) {
        UUID id = row.uuid("id");
        PersonId person = new PersonId(row.uuid("person_id"));
        return new Alert(
                id,
                person,
                AlertRule.valueOf(row.word("rule")),
                row.perhaps("instrument", JsonRow::word).filter(instrument -> !instrument.isEmpty()),
                row.perhaps("session", JsonRow::number),
                row.perhaps("before", JsonRow::number),
                row.perhaps("now", JsonRow::number),
                row.moment("raised_at"),
                row.perhaps("acknowledged_at", JsonRow::moment).map(at -> acknowledgement(person, id, at, row)));
    }

    private Alert.Acknowledgement acknowledgement(PersonId person, UUID id, Instant at, JsonRow row) {
        return new Alert.Acknowledgement(
                at,
                new AccountId(row.uuid("acknowledged_by")),
                AlertAction.valueOf(row.word("action")),
                row.perhaps("words", JsonRow::bytes).map(words -> vault.open(person, wordsOf(id), words)));
    }
}
