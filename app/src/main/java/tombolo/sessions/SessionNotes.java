package tombolo.sessions;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.JsonRow;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.sessions.SessionNote.Addendum;
import tombolo.ui.Draft;
import tombolo.ui.Drafts;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/** Everyone's session notes, in hand and signed. They are loaded through the viewer, which is the permission check. */
@Repository
public class SessionNotes {
    private static final String OF_PERSON = " where practice_id = :practice and person_id = :person";
    private static final String IN_ORDER = " order by n.begun_at, n.session, n.id";
    static final String JOTTED = "sessions.private:";
    private static final int LATELY = 3;

    private final JdbcClient jdbc;
    private final People people;
    private final SessionNotePart part;
    private final SessionNoteRows rows;
    private final Drafts drafts;
    private final AuditChain audit;

    SessionNotes(
            JdbcClient jdbc,
            People people,
            SessionNotePart part,
            SessionNoteRows rows,
            Drafts drafts,
            AuditChain audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.rows = rows;
        this.drafts = drafts;
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
                    JsonRow.all("select n.*, '[]'::json as addenda from ((select " + SessionNoteRows.OF_DRAFT
                            + " from session_note" + OF_PERSON + ") union all (select "
                            + SessionNoteRows.OF_SIGNED.replace("privately", "null::bytea")
                            + " from signed_note" + OF_PERSON + " order by begun_at desc limit " + LATELY + ")) n"
                            + IN_ORDER),
                    Map.of(),
                    (person, found) -> JsonRow.read(found, row -> rows.note(viewer, person, row)));
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
                            SessionNoteRows.hour(row),
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
                    .param("words", rows.sealed(person, addendum))
                    .param("by", addendum.by().value())
                    .param("at", Timestamp.from(addendum.at()))
                    .update();
            audit.record(viewer, Act.WROTE, person, part.name());
        }
    }

    /** A session that was held and has no signed note. */
    public record Unsigned(UUID id, Optional<Person> person, Hour hour, Instant held) {}

    private boolean insert(SessionNote note) {
        return jdbc.sql("insert into session_note (" + SessionNoteRows.COLUMNS + ") select :practice, :id,"
                                + " :person, :course, :session, :begunBy, :begunAt, :words, :privately, :techniques,"
                                + " :safety, :timeLeft, cast(:takenFrom as uuid), 1"
                                + " where not exists (select from signed_note s where s.practice_id = :practice"
                                + " and s.course_id = :course and s.session = :session)"
                                + " on conflict (practice_id, course_id, session) do nothing")
                        .params(rows.draft(note))
                        .update()
                == 1;
    }

    private boolean update(SessionNote note) {
        return jdbc.sql("update session_note set words = :words, privately = :privately, techniques = :techniques,"
                                + " safety = :safety, time_left_said = :timeLeft, version = version + 1"
                                + " where practice_id = :practice and id = :id and version = :version")
                        .params(rows.draft(note))
                        .update()
                == 1;
    }

    /** The draft goes and the signed note takes its place, or neither. */
    private boolean lock(SessionNote note) {
        Map<String, @Nullable Object> columns = rows.signed(note);
        int version = Math.max(note.version(), 1);
        int gone = jdbc.sql("delete from session_note where practice_id = :practice and id = :id"
                        + " and version = :before")
                .params(columns)
                .param("before", version)
                .update();
        return gone == 1
                && jdbc.sql("insert into signed_note (" + SessionNoteRows.OF_SIGNED + ") values (:practice, :id,"
                                        + " :person, :course, :session, :begunBy, :begunAt, :words, :privately,"
                                        + " :techniques, :safety, :timeLeft, cast(:takenFrom as uuid), :next, :signedBy, :signedAt)"
                                        + " on conflict (practice_id, course_id, session) do nothing")
                                .params(columns)
                                .param("next", version + 1)
                                .update()
                        == 1;
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
                        + " from (select " + SessionNoteRows.OF_DRAFT + " from session_note" + OF_PERSON + which
                        + " union all select " + SessionNoteRows.OF_SIGNED + " from signed_note" + OF_PERSON + which
                        + ") n" + IN_ORDER))
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .params(more)
                .query((row, number) -> rows.note(viewer, person, JsonRow.of(row.getString(1))))
                .list();
    }
}
