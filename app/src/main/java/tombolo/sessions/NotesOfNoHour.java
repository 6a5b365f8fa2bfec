package tombolo.sessions;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.course.SessionTakenBack;
import tombolo.ui.Conflict;

/**
 * They did not come, and the session had begun: its note does not stand in the way of the one to come. Once it is signed, it
 * says that they met, and what is put right is put right there.
 */
@Component
class NotesOfNoHour {
    private final SessionNotes notes;

    NotesOfNoHour(SessionNotes notes) {
        this.notes = notes;
    }

    @EventListener
    void takenBack(SessionTakenBack session) {
        Hour hour = new Hour(session.person(), session.course(), session.number());
        if (notes.isSigned(hour)) {
            throw new Conflict(
                    List.of(new Conflict.Difference("sessions.desk.no-hour.signed", "", "")),
                    "/desk/people/" + session.person().value() + "/session");
        }
        notes.wasNone(hour);
    }
}
