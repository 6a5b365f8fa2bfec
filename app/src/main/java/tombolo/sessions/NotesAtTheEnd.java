package tombolo.sessions;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.course.OpenAtTheEnd;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Notes of this course that whoever ends it has not signed. */
@Component
@Order(10)
class NotesAtTheEnd implements OpenAtTheEnd {
    private final SessionNotes notes;

    NotesAtTheEnd(SessionNotes notes) {
        this.notes = notes;
    }

    @Override
    public Optional<Open> of(PersonId person, Viewer viewer) {
        long mine = notes.visibleTo(viewer).unsigned().stream()
                .filter(one -> one.hour().person().equals(person))
                .count();
        return mine == 0
                ? Optional.empty()
                : Optional.of(
                        new Open(Said.of("sessions.desk.at-the-end", mine), "/desk/people/" + person + "/session"));
    }
}
