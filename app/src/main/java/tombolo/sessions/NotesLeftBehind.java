package tombolo.sessions;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.people.Person;
import tombolo.people.StandIn;
import tombolo.people.StandIns;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/**
 * Drafts that were left behind: whoever began them does not see the person any more, and whoever walks with the person takes them
 * over.
 */
@Repository
public class NotesLeftBehind {
    private final JdbcClient jdbc;
    private final SessionNotes notes;
    private final SessionNotePart part;
    private final StandIns standIns;
    private final ProgrammeTime time;
    private final AuditChain audit;

    NotesLeftBehind(
            JdbcClient jdbc,
            SessionNotes notes,
            SessionNotePart part,
            StandIns standIns,
            ProgrammeTime time,
            AuditChain audit) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.part = part;
        this.standIns = standIns;
        this.time = time;
        this.audit = audit;
    }

    /** Whether it is this viewer who may take over a note about somebody they see. */
    public boolean isFor(Viewer viewer, Person person, SessionNote note) {
        Instant now = time.now();
        return !note.isSigned()
                && !note.begunBy().equals(viewer.account())
                && person.therapists().contains(viewer.account())
                && !person.therapists().contains(note.begunBy())
                && standIns.of(person.id(), now).stream()
                        .noneMatch(one -> one.who().equals(note.begunBy())
                                && one.isOpen(now)
                                && one.scope() == StandIn.Scope.RECORD);
    }

    /**
     * Takes one over, to write it to its end and sign it. What the other kept to themself is put where nobody reads it.
     *
     * @throws NotFound where it is not this viewer's to take over
     * @throws NoteChanged when it was changed or taken elsewhere meanwhile; nothing is kept then
     */
    public void takeOver(Viewer viewer, SessionNote note) {
        if (!isFor(viewer, notes.visibleTo(viewer).person(note.hour().person()), note)) {
            throw new NotFound();
        }
        Map<String, Object> facts = Map.of(
                "practice", PracticeId.current().value(),
                "id", note.id(),
                "author", note.begunBy().value(),
                "viewer", viewer.account().value(),
                "version", note.version(),
                "now", Timestamp.from(time.now()));
        jdbc.sql("insert into note_left_behind (practice_id, note_id, person_id, begun_by, privately, left_at)"
                        + " select practice_id, id, person_id, begun_by, privately, :now from session_note"
                        + " where practice_id = :practice and id = :id and begun_by = :author"
                        + " and version = :version and privately is not null on conflict do nothing")
                .params(facts)
                .update();
        int taken = jdbc.sql("update session_note set begun_by = :viewer, taken_from = coalesce(taken_from, :author),"
                        + " privately = null, version = version + 1 where practice_id = :practice and id = :id"
                        + " and begun_by = :author and version = :version")
                .params(facts)
                .update();
        if (taken == 0) {
            throw new NoteChanged(notes.visibleTo(viewer).of(note.hour()).orElseThrow());
        }
        audit.record(viewer, Act.WROTE, note.hour().person(), part.name());
    }
}
