package tombolo.sessions;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.cover.StillOpen;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Notes only whoever began them can sign: once the person is handed on, they could not be opened any more. */
@Component
@Order(15)
class UnsignedNotes implements StillOpen {
    private final SessionNotes notes;

    UnsignedNotes(SessionNotes notes) {
        this.notes = notes;
    }

    @Override
    public Optional<Said> of(PersonId person, Viewer viewer) {
        long mine = notes.visibleTo(viewer).unsigned().stream()
                .filter(one -> one.hour().person().equals(person))
                .count();
        return mine == 0 ? Optional.empty() : Optional.of(Said.of("sessions.desk.still-open", mine));
    }
}
