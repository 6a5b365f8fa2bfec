package tombolo.sessions;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.JsonRow;
import tombolo.inventory.RelationshipId;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.sessions.SessionNote.Addendum;
import tombolo.sessions.SessionNote.Agreed;
import tombolo.sessions.SessionNote.Safety;
import tombolo.sessions.SessionNote.Signing;
import tombolo.sessions.SessionNote.Words;
import tombolo.ui.Draft;
import tombolo.ui.Drafts;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** Everyone's session notes, in hand and signed. They are loaded through the viewer, which is the permission check. */
@Repository
public class SessionNotes {
    private static final String DRAFTS = "session_note";
    private static final String SIGNED = "signed_note";
    private static final String ADDENDA = "note_addendum";
    private static final String COLUMNS = "practice_id, id, person_id, course_id, session, begun_by, begun_at, words,"
            + " privately, techniques, safety, time_left_said, version";

    private static final String UNSIGNED = "null::uuid as signed_by, null::timestamptz as signed_at";
    private static final String OF_PERSON = " where practice_id = :practice and person_id = :person";
    private static final String IN_ORDER = " order by n.begun_at, n.session, n.id";
    private static final String JOTTED = "sessions.private:";
    private static final int LATELY = 3;

    private final JdbcClient jdbc;
    private final People people;
    private final SessionNotePart part;
    private final Drafts drafts;
    private final Vault vault;
    private final AuditChain audit;
    private final JsonMapper json = JsonMapper.builder().build();

    SessionNotes(JdbcClient jdbc, People people, SessionNotePart part, Drafts drafts, Vault vault, AuditChain audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.drafts = drafts;
        this.vault = vault;
        this.audit = audit;
    }

    /** The form in which words are jotted down beside a note. */
    public static String jottings(UUID note) {
        return JOTTED + note;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The notes this viewer may open. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may open the notes about them. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /**
         * Every draft about a person and the newest signed notes, in the order of the sessions; without what was added later,
         * and with the private part of what this viewer has in hand alone.
         */
        public Glance<List<SessionNote>> lately() {
            return new Glance<>(
                    part,
                    JsonRow.all("select n.*, '[]'::json as addenda from ((select " + COLUMNS + ", " + UNSIGNED
                            + " from session_note" + OF_PERSON + ") union all (select "
                            + COLUMNS.replace("privately", "null::bytea") + ", signed_by, signed_at from signed_note"
                            + OF_PERSON + " order by begun_at desc limit " + LATELY + ")) n" + IN_ORDER),
                    Map.of(),
                    (person, found) -> JsonRow.read(found, row -> note(viewer, person, row)));
        }

        /** What this viewer jotted down beside the newest note in their hand and did not keep. */
        public Glance<Optional<Draft>> jotted() {
            return new Glance<>(
                    part,
                    JsonRow.all(Drafts.select("select '" + JOTTED + "' || n.id from session_note n" + OF_PERSON
                            + " and n.begun_by = :typist order by n.begun_at desc limit 1")),
                    Map.of("typist", viewer.account().value()),
                    (person, found) -> JsonRow.read(found, row -> drafts.read(viewer, row)).stream()
                            .flatMap(Optional::stream)
                            .findFirst());
        }

        /** Every note about a person, drafts too, in the order of the sessions; each with what of it is for this viewer. */
        public List<SessionNote> of(PersonId person) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return load(viewer, person, "", Map.of());
        }

        /** The note of one session. */
        public Optional<SessionNote> of(Hour hour) {
            person(hour.person());
            audit.record(viewer, Act.READ, hour.person(), part.name());
            return one(viewer, hour);
        }

        /** One note about a person, by its id. */
        public Optional<SessionNote> of(PersonId person, UUID note) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return load(viewer, person, " and id = :note", Map.of("note", note)).stream()
                    .findFirst();
        }

        /** The person, if this viewer may open the notes about them; nothing is said of it when they may not. */
        public Optional<Person> perhaps(PersonId person) {
            return people.visibleTo(viewer).among(List.of(person), part).stream()
                    .findFirst();
        }

        /** Sessions that were held and whose note this viewer has not signed yet, the oldest first. */
        public List<Unsigned> unsigned() {
            Map<UUID, Person> walking = people.visibleTo(viewer).all(part).stream()
                    .collect(Collectors.toMap(person -> person.id().value(), person -> person));
            return jdbc
                    .sql(JsonRow.each("select id, person_id, course_id, session, begun_at from session_note"
                            + " where practice_id = :practice and begun_by = :viewer order by begun_at, id"))
                    .param("practice", PracticeId.current().value())
                    .param("viewer", viewer.account().value())
                    .query((row, number) -> JsonRow.of(row.getString(1)))
                    .list()
                    .stream()
                    .map(row -> new Unsigned(
                            row.uuid("id"),
                            Optional.ofNullable(walking.get(row.uuid("person_id"))),
                            hour(row),
                            row.moment("begun_at")))
                    .filter(unsigned -> unsigned.person().isPresent())
                    .toList();
        }

        /**
         * Keeps a draft, or locks what is signed.
         *
         * @throws NoteChanged when it was saved or signed elsewhere since it was loaded; nothing is kept then
         */
        public void save(SessionNote note) {
            person(note.hour().person());
            if (!note.begunBy().equals(viewer.account())) {
                throw new IllegalStateException("A draft is written by whoever began it");
            }
            boolean kept = note.version() == 0 ? insert(note) : note.isSigned() || update(note);
            if (!kept || (note.isSigned() && !lock(note))) {
                throw new NoteChanged(one(viewer, note.hour()).orElseThrow());
            }
            note.saved();
            audit.record(viewer, Act.WROTE, note.hour().person(), part.name());
        }

        /** Keeps what was added to a signed note. */
        public void save(SessionNote note, Addendum addendum) {
            PersonId person = person(note.hour().person()).id();
            jdbc.sql("insert into note_addendum (practice_id, id, note_id, person_id, words, written_by, written_at)"
                            + " values (:practice, :id, :note, :person, :words, :by, :at)")
                    .param("practice", PracticeId.current().value())
                    .param("id", addendum.id())
                    .param("note", note.id())
                    .param("person", person.value())
                    .param(
                            "words",
                            vault.seal(
                                    person,
                                    new Place(ADDENDA, "words", addendum.id()),
                                    addendum.words().words()))
                    .param("by", addendum.by().value())
                    .param("at", Timestamp.from(addendum.at()))
                    .update();
            audit.record(viewer, Act.WROTE, person, part.name());
        }
    }

    /** A session that was held and has no signed note. */
    public record Unsigned(UUID id, Optional<Person> person, Hour hour, Instant held) {}

    private boolean insert(SessionNote note) {
        return jdbc.sql("insert into session_note (" + COLUMNS + ") select :practice, :id, :person, :course, :session,"
                                + " :begunBy, :begunAt, :words, :privately, :techniques, :safety, :timeLeft, 1"
                                + " where not exists (select from signed_note s where s.practice_id = :practice"
                                + " and s.course_id = :course and s.session = :session)"
                                + " on conflict (practice_id, course_id, session) do nothing")
                        .params(columns(DRAFTS, note))
                        .update()
                == 1;
    }

    private boolean update(SessionNote note) {
        return jdbc.sql("update session_note set words = :words, privately = :privately, techniques = :techniques,"
                                + " safety = :safety, time_left_said = :timeLeft, version = version + 1"
                                + " where practice_id = :practice and id = :id and version = :version")
                        .params(columns(DRAFTS, note))
                        .update()
                == 1;
    }

    /** The draft goes and the signed note takes its place, or neither. */
    private boolean lock(SessionNote note) {
        Map<String, @Nullable Object> columns = columns(SIGNED, note);
        int version = Math.max(note.version(), 1);
        int gone = jdbc.sql("delete from session_note where practice_id = :practice and id = :id"
                        + " and version = :before")
                .params(columns)
                .param("before", version)
                .update();
        return gone == 1
                && jdbc.sql("insert into signed_note (" + COLUMNS + ", signed_by, signed_at) values (:practice, :id,"
                                        + " :person, :course, :session, :begunBy, :begunAt, :words, :privately,"
                                        + " :techniques, :safety, :timeLeft, :next, :signedBy, :signedAt)"
                                        + " on conflict (practice_id, course_id, session) do nothing")
                                .params(columns)
                                .param("next", version + 1)
                                .update()
                        == 1;
    }

    private Map<String, @Nullable Object> columns(String table, SessionNote note) {
        Words words = note.words();
        PersonId person = note.hour().person();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("practice", PracticeId.current().value());
        columns.put("id", note.id());
        columns.put("person", person.value());
        columns.put("course", note.hour().course());
        columns.put("session", note.hour().number());
        columns.put("begunBy", note.begunBy().value());
        columns.put("begunAt", Timestamp.from(note.begunAt()));
        columns.put(
                "words",
                vault.seal(person, new Place(table, "words", note.id()), json.writeValueAsString(Sealed.of(words))));
        columns.put(
                "privately",
                note.privately()
                        .map(it -> vault.seal(person, new Place(table, "privately", note.id()), it.words()))
                        .orElse(null));
        columns.put(
                "techniques",
                words.techniques().stream().map(Enum::name).sorted().toArray(String[]::new));
        columns.put("safety", words.safety().map(Enum::name).orElse(null));
        columns.put("timeLeft", words.timeLeftSaid());
        columns.put("version", note.version());
        columns.put("signedBy", note.signing().map(it -> it.by().value()).orElse(null));
        columns.put(
                "signedAt", note.signing().map(it -> Timestamp.from(it.at())).orElse(null));
        return columns;
    }

    private Optional<SessionNote> one(Viewer viewer, Hour hour) {
        return load(
                        viewer,
                        hour.person(),
                        " and course_id = :course and session = :session",
                        Map.of("course", hour.course(), "session", hour.number()))
                .stream()
                .findFirst();
    }

    private List<SessionNote> load(Viewer viewer, PersonId person, String which, Map<String, Object> more) {
        return jdbc.sql(JsonRow.each("select n.*, (select coalesce(json_agg(a order by a.written_at, a.id), '[]')"
                        + " from note_addendum a where a.practice_id = n.practice_id and a.note_id = n.id) as addenda"
                        + " from (select " + COLUMNS + ", " + UNSIGNED + " from session_note" + OF_PERSON + which
                        + " union all select " + COLUMNS + ", signed_by, signed_at from signed_note" + OF_PERSON + which
                        + ") n" + IN_ORDER))
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .params(more)
                .query((row, number) -> note(viewer, person, JsonRow.of(row.getString(1))))
                .list();
    }

    private SessionNote note(Viewer viewer, PersonId person, JsonRow row) {
        UUID id = row.uuid("id");
        AccountId begunBy = new AccountId(row.uuid("begun_by"));
        Optional<Signing> signing = row.perhaps("signed_at", JsonRow::moment)
                .map(at -> new Signing(new AccountId(row.uuid("signed_by")), at));
        String table = signing.isPresent() ? SIGNED : DRAFTS;
        return new SessionNote(
                id,
                hour(row),
                begunBy,
                row.moment("begun_at"),
                words(person, new Place(table, "words", id), row),
                row.perhaps("privately", JsonRow::bytes)
                        .filter(bytes -> begunBy.equals(viewer.account()))
                        .map(bytes -> vault.open(person, new Place(table, "privately", id), bytes)),
                signing,
                row.rows("addenda", added -> addendum(person, added)),
                row.number("version"));
    }

    private Words words(PersonId person, Place place, JsonRow row) {
        Sealed sealed =
                json.readValue(vault.open(person, place, row.bytes("words")).words(), Sealed.class);
        return sealed.words(
                row.words("techniques").stream().map(Technique::valueOf).collect(Collectors.toSet()),
                row.perhaps("safety", JsonRow::word).map(Safety::valueOf),
                row.isTrue("time_left_said"));
    }

    private Addendum addendum(PersonId person, JsonRow row) {
        UUID id = row.uuid("id");
        return new Addendum(
                id,
                vault.open(person, new Place(ADDENDA, "words", id), row.bytes("words")),
                new AccountId(row.uuid("written_by")),
                row.moment("written_at"));
    }

    private static Hour hour(JsonRow row) {
        return new Hour(new PersonId(row.uuid("person_id")), row.uuid("course_id"), row.number("session"));
    }

    /** What of the words is sealed; what is counted stands beside it. */
    private record Sealed(
            String since, List<UUID> cameUp, String focus, String decided, List<SealedTry> tries, String safety) {
        static Sealed of(Words words) {
            return new Sealed(
                    words.since(),
                    words.cameUp().stream().map(RelationshipId::value).toList(),
                    words.focus(),
                    words.decided(),
                    words.tries().stream()
                            .map(it -> new SealedTry(
                                    it.what(),
                                    it.with().map(RelationshipId::value).orElse(null),
                                    it.when()))
                            .toList(),
                    words.safetyWords());
        }

        Words words(Set<Technique> techniques, Optional<Safety> asked, boolean timeLeftSaid) {
            return new Words(
                    since,
                    cameUp.stream().map(RelationshipId::new).toList(),
                    focus,
                    techniques,
                    decided,
                    tries.stream()
                            .map(it -> new Agreed(
                                    it.what(), Optional.ofNullable(it.with()).map(RelationshipId::new), it.when()))
                            .toList(),
                    asked,
                    safety,
                    timeLeftSaid);
        }
    }

    private record SealedTry(String what, @Nullable UUID with, String when) {}
}
