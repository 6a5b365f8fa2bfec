package tombolo.sessions;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.course.SessionTakenBack;
import tombolo.diary.Appointment;
import tombolo.diary.AppointmentMissed;
import tombolo.diary.BookedHours;
import tombolo.practice.Practices;
import tombolo.ui.Conflict;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/**
 * They did not come, and the session had begun: its note does not stand in the way of the one to come. Once it is signed, it
 * says that they met, and what is put right is put right there.
 */
@Repository
public class NotesOfNoHour {
    private final JdbcClient jdbc;
    private final SessionNotes notes;
    private final SessionNotePart part;
    private final BookedHours hours;
    private final Practices practices;
    private final AuditChain audit;

    NotesOfNoHour(
            JdbcClient jdbc,
            SessionNotes notes,
            SessionNotePart part,
            BookedHours hours,
            Practices practices,
            AuditChain audit) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.part = part;
        this.hours = hours;
        this.practices = practices;
        this.audit = audit;
    }

    @EventListener
    void takenBack(SessionTakenBack session) {
        wasNone(new Hour(session.person(), session.course(), session.number()));
    }

    /** A follow-up counts for no session, so that no course takes it back: its note is that of the day. */
    @EventListener
    void missed(AppointmentMissed missed) {
        ZoneId zone = practices.current().zone();
        LocalDate day = LocalDate.ofInstant(missed.at(), zone);
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (missed.wasHeld() && !met(missed.person(), from, to)) {
            followUps(missed.person(), from, to).forEach(this::wasNone);
        }
    }

    /** It is not needed; only whoever wrote it says so. Twice is once. */
    public void discard(Viewer viewer, SessionNote note) {
        PersonId person = notes.visibleTo(viewer).person(note.hour().person()).id();
        jdbc.sql("delete from session_note where practice_id = :practice and id = :id and begun_by = :viewer"
                        + " and session > :last and session <= :last + 100")
                .param("practice", PracticeId.current().value())
                .param("id", note.id())
                .param("viewer", viewer.account().value())
                .param("last", Hour.SESSIONS)
                .update();
        audit.record(viewer, Act.WROTE, person, part.name());
    }

    /** Whether another hour of that day took place: then the note is of that one. */
    private boolean met(PersonId person, Instant from, Instant to) {
        return hours.recorded(person).stream()
                .anyMatch(one -> one.state() == Appointment.State.HELD
                        && !one.start().isBefore(from)
                        && one.start().isBefore(to));
    }

    /** The follow-ups of somebody that began in this time, in hand and signed. */
    private List<Hour> followUps(PersonId person, Instant from, Instant to) {
        return jdbc.sql(
                        "select n.course_id, n.session from (select practice_id, person_id, course_id, session, begun_at"
                                + " from session_note union all select practice_id, person_id, course_id, session, begun_at"
                                + " from signed_note) n where n.practice_id = :practice and n.person_id = :person"
                                + " and n.session > :last and n.begun_at >= :from and n.begun_at < :to order by n.session")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("last", Hour.BEYOND)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, number) -> new Hour(person, row.getObject("course_id", UUID.class), row.getInt("session")))
                .list();
    }

    /**
     * The session was none after all. A note nobody has written in goes with it; one with words is kept, as that of an hour to
     * which they did not come, and the session can begin anew.
     */
    private void wasNone(Hour hour) {
        signed(hour).ifPresent(note -> {
            throw Conflict.stands(
                    "sessions.desk.no-hour.signed",
                    "/desk/people/" + hour.person().value() + "/session/notes/" + note);
        });
        Map<String, Object> which = Map.of(
                "practice", PracticeId.current().value(),
                "course", hour.course(),
                "session", hour.number(),
                "last", Hour.SESSIONS);
        jdbc.sql("delete from session_note n where n.practice_id = :practice and n.course_id = :course"
                        + " and n.session = :session and n.version = 1 and n.privately is null and not exists (select"
                        + " from draft d where d.practice_id = n.practice_id and d.account_id = n.begun_by"
                        + " and d.form in ('sessions.note:' || n.id, '" + SessionNotes.JOTTED + "' || n.id))")
                .params(which)
                .update();
        jdbc.sql("update session_note set session = (select coalesce(max(b.session), :last) + 1 from"
                        + " (select session from session_note where practice_id = :practice and course_id = :course"
                        + " union all select session from signed_note where practice_id = :practice"
                        + " and course_id = :course) b where b.session > :last and b.session <= :last + 100)"
                        + " where practice_id = :practice and course_id = :course and session = :session")
                .params(which)
                .update();
    }

    private Optional<UUID> signed(Hour hour) {
        return jdbc.sql("select id from signed_note where practice_id = :practice and course_id = :course"
                        + " and session = :session")
                .param("practice", PracticeId.current().value())
                .param("course", hour.course())
                .param("session", hour.number())
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional();
    }
}
