package tombolo.sessions;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.inventory.Apart;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Viewer;
import tombolo.week.Tries;
import tombolo.week.Try;

/** A note is signed: it is locked, and what was agreed to try stands on the person's own page from then on. */
@Component
public class SignNote {
    private final SessionNotes notes;
    private final Tries tries;
    private final Inventories inventories;
    private final ProgrammeTime time;

    SignNote(SessionNotes notes, Tries tries, Inventories inventories, ProgrammeTime time) {
        this.notes = notes;
        this.tries = tries;
        this.inventories = inventories;
        this.time = time;
    }

    /** @throws NoteChanged when it was saved or signed elsewhere meanwhile; nothing is kept then */
    public void sign(Viewer viewer, SessionNote note) {
        note.sign(viewer.account(), time.now());
        notes.visibleTo(viewer).save(note);
        if (note.words().tries().isEmpty()) {
            return;
        }
        Inventory circles = inventories.visibleTo(viewer).toCompare(note.hour().person());
        note.words().tries().stream()
                .filter(agreed -> agreed.with().stream()
                        .flatMap(who -> circles.find(who).stream())
                        .noneMatch(one -> one.standing().now() == Apart.DIED))
                .forEach(agreed -> tries.visibleTo(viewer)
                        .agree(
                                note.hour().person(),
                                agreed.what()
                                        .substring(0, Math.min(agreed.what().length(), Try.LONGEST)),
                                agreed.with().filter(who -> circles.find(who).isPresent()),
                                agreed.when(),
                                "",
                                Optional.of(note.hour()).filter(Hour::isSession).map(Hour::number)));
    }
}
