package tombolo.formulation;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.database.JsonRow;
import tombolo.formulation.Agreement.Side;
import tombolo.formulation.Agreement.Way;
import tombolo.formulation.Formulation.Sentences;
import tombolo.formulation.Formulation.TakenBack;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** Everyone's formulations, every version. They are loaded through the viewer, which is the permission check. */
@Repository
public class Formulations {
    private static final String VERSIONS = "select f.*, (select coalesce(json_agg(a order by a.side), '[]')"
            + " from formulation_agreement a where a.practice_id = f.practice_id and a.formulation_id = f.id)"
            + " as agreements, (select coalesce(json_agg(b order by b.taken_back_at), '[]') from formulation_taken_back b"
            + " where b.practice_id = f.practice_id and b.formulation_id = f.id) as taken_back from formulation f where f.practice_id = :practice and f.person_id = :person"
            + " order by f.version desc";

    private final JdbcClient jdbc;
    private final People people;
    private final FormulationPart part;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    Formulations(
            JdbcClient jdbc, People people, FormulationPart part, Vault vault, AuditChain audit, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
    }

    /** The newest version both have agreed to, though a newer one may wait. */
    public Glance<Optional<Formulation>> agreed() {
        return new Glance<>(
                part,
                JsonRow.all(VERSIONS),
                Map.of(),
                (person, found) -> JsonRow.read(found, row -> formulation(person, row)).stream()
                        .filter(Formulation::isAgreed)
                        .findFirst());
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The formulations this viewer may open. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may open their formulation. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** The newest version, agreed or not; empty while none is written. */
        public Optional<Formulation> of(PersonId person) {
            return versionsOf(person).stream().findFirst();
        }

        /** Every version, the newest first. */
        public List<Formulation> versionsOf(PersonId person) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return load(person);
        }

        /**
         * Writes the next version. Nobody has agreed to it yet.
         *
         * @param seen the version the writer had before them, 0 for none
         * @throws FormulationChanged when somebody has written a newer one; nothing is kept then
         */
        public Formulation write(PersonId person, int seen, Sentences sentences) {
            if (sentences.isNone()) {
                throw new IllegalArgumentException("A formulation says something");
            }
            person(person);
            Formulation next = new Formulation(
                    Ids.next(), person, seen + 1, sentences, viewer.account(), time.now(), List.of(), List.of());
            int written = jdbc.sql("insert into formulation (practice_id, id, person_id, version, words, written_by,"
                            + " written_at) select :practice, :id, :person, :version, :words, :by, :at"
                            + " where coalesce((select max(f.version) from formulation f where f.practice_id ="
                            + " :practice and f.person_id = :person), 0) = :seen"
                            + " on conflict (practice_id, person_id, version) do nothing")
                    .params(whose(person))
                    .param("id", next.id())
                    .param("version", next.version())
                    .param("seen", seen)
                    .param("words", vault.seal(person, place(next.id()), json.writeValueAsString(sentences)))
                    .param("by", next.writtenBy().value())
                    .param("at", Timestamp.from(next.writtenAt()))
                    .update();
            if (written == 0) {
                throw new FormulationChanged(load(person).getFirst());
            }
            audit.record(viewer, Act.WROTE, person, part.name());
            return next;
        }

        /**
         * The viewer agrees to a version for their own side. Agreeing twice is agreeing once.
         *
         * @throws FormulationChanged when a newer version waits by now; nobody agrees to words they have not seen
         */
        public void agree(PersonId person, int version) {
            Side side = viewer.person().equals(Optional.of(person)) ? Side.PERSON : Side.THERAPIST;
            agree(person, version, side, Way.THEMSELF);
        }

        /** A therapist writes down that both agreed, aloud, in the room. */
        public void agreedInTheRoom(PersonId person, int version) {
            if (viewer.person().isPresent()) {
                throw new IllegalStateException("Only a therapist writes down what was agreed in the room");
            }
            agree(person, version, Side.THERAPIST, Way.IN_THE_ROOM);
            agree(person, version, Side.PERSON, Way.IN_THE_ROOM);
        }

        /** The person takes their own yes back, whoever put it down; the words are nobody's agreement from then on. */
        public void takeBack(PersonId person, int version) {
            if (!viewer.person().equals(Optional.of(person))) {
                throw new NotFound();
            }
            Map<String, Object> facts = new HashMap<>(whose(person(person).id()));
            facts.put("version", version);
            facts.put("id", Ids.next());
            facts.put("now", Timestamp.from(time.now()));
            jdbc.sql("with gone as (delete from formulation_agreement a using formulation f"
                            + " where f.practice_id = :practice and f.person_id = :person and f.version = :version"
                            + " and a.practice_id = f.practice_id and a.formulation_id = f.id and a.side = 'PERSON'"
                            + " returning a.formulation_id, a.way, a.recorded_by, a.agreed_at)"
                            + " insert into formulation_taken_back (practice_id, id, person_id, formulation_id, way,"
                            + " recorded_by, agreed_at, taken_back_at) select :practice, :id, :person,"
                            + " g.formulation_id, g.way, g.recorded_by, g.agreed_at, :now from gone g")
                    .params(facts)
                    .update();
            audit.record(viewer, Act.WROTE, person, part.name());
        }

        private void agree(PersonId person, int version, Side side, Way way) {
            person(person);
            Formulation newest = load(person).stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is nothing to agree to yet"));
            if (newest.version() != version) {
                throw new FormulationChanged(newest);
            }
            jdbc.sql("insert into formulation_agreement (practice_id, id, person_id, formulation_id, side, way,"
                            + " recorded_by, agreed_at) values (:practice, :id, :person, :formulation, :side, :way, :by,"
                            + " :at) on conflict (practice_id, formulation_id, side) do nothing")
                    .params(whose(person))
                    .param("id", Ids.next())
                    .param("formulation", newest.id())
                    .param("side", side.name())
                    .param("way", way.name())
                    .param("by", viewer.account().value())
                    .param("at", Timestamp.from(time.now()))
                    .update();
            audit.record(viewer, Act.WROTE, person, part.name());
        }
    }

    private List<Formulation> load(PersonId person) {
        return jdbc.sql(JsonRow.each(VERSIONS))
                .params(whose(person))
                .query((row, number) -> formulation(person, JsonRow.of(row.getString(1))))
                .list();
    }

    private Formulation formulation(PersonId person, JsonRow row) {
        UUID id = row.uuid("id");
        String words = vault.open(person, place(id), row.bytes("words")).words();
        return new Formulation(
                id,
                person,
                row.number("version"),
                json.readValue(words, Sentences.class),
                new AccountId(row.uuid("written_by")),
                row.moment("written_at"),
                row.rows("agreements", it -> agreement(it, Side.valueOf(it.word("side")))),
                row.rows("taken_back", it -> new TakenBack(agreement(it, Side.PERSON), it.moment("taken_back_at"))));
    }

    private static Agreement agreement(JsonRow row, Side side) {
        return new Agreement(
                side, Way.valueOf(row.word("way")), new AccountId(row.uuid("recorded_by")), row.moment("agreed_at"));
    }

    private static Map<String, Object> whose(PersonId person) {
        return Map.of("practice", PracticeId.current().value(), "person", person.value());
    }

    private static Place place(UUID id) {
        return new Place("formulation", "words", id);
    }
}
