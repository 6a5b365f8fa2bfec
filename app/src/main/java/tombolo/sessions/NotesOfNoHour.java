package tombolo.sessions;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.course.SessionTakenBack;

/** They did not come, and the session had begun: its note does not stand in the way of the one to come. */
@Component
class NotesOfNoHour {
    private final SessionNotes notes;

    NotesOfNoHour(SessionNotes notes) {
        this.notes = notes;
    }

    @EventListener
    void takenBack(SessionTakenBack session) {
        notes.wasNone(new Hour(session.person(), session.course(), session.number()));
    }
}
