package tombolo.sessions;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.course.OpenAtTheEnd;
import tombolo.cover.StillOpen;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * Notes only whoever began them can sign: once the person is handed on, they could not be opened any more. They do
 * not end with a course either.
 */
@Component
@Order(15)
class UnsignedNotes implements StillOpen, OpenAtTheEnd {
    private final SessionNotes notes;

    UnsignedNotes(SessionNotes notes) {
        this.notes = notes;
    }

    @Override
    public Optional<Said> of(PersonId person, Viewer viewer) {
        return mine(person, viewer).map(mine -> Said.of("sessions.desk.still-open", mine));
    }

    @Override
    public Optional<Open> openAtTheEnd(PersonId person, Viewer viewer) {
        return mine(person, viewer)
                .map(mine ->
                        new Open(Said.of("sessions.desk.at-the-end", mine), "/desk/people/" + person + "/session"));
    }

    private Optional<Long> mine(PersonId person, Viewer viewer) {
        long mine = notes.visibleTo(viewer).unsigned().stream()
                .filter(one -> one.hour().person().equals(person))
                .count();
        return Optional.of(mine).filter(some -> some > 0);
    }
}
