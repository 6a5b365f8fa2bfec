package tombolo.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SessionNotes;
import tombolo.sessions.web.OtherRecordPage.Shown;
import tombolo.sessions.web.OtherRecordPage.There;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The wrong-person guard: asks whose a note is when somebody else's record was opened after it was begun. */
@Component
class OtherRecord {
    private final SessionNotes notes;
    private final NotePages pages;

    OtherRecord(SessionNotes notes, NotePages pages) {
        this.notes = notes;
        this.pages = pages;
    }

    /** The page that asks, where another record was opened since; empty once the therapist has said by name whose note it is. */
    Optional<OtherRecordPage> opened(
            Viewer viewer, SessionNote note, NoteForm form, String act, int seen, HttpServletRequest request) {
        PersonId person = note.hour().person();
        if (form.value("whose").equals(person.toString())) {
            return Optional.empty();
        }
        return NoteForm.id(form.value("about"))
                .map(PersonId::new)
                .filter(about -> !about.equals(person))
                .or(() -> OpenRecord.otherThan(person, request))
                .map(other -> page(viewer, note, form, act, seen, other));
    }

    private OtherRecordPage page(Viewer viewer, SessionNote note, NoteForm form, String act, int seen, PersonId other) {
        Optional<SessionNotes.Unsigned> theirs = notes.visibleTo(viewer).unsigned().stream()
                .filter(unsigned -> unsigned.hour().person().equals(other))
                .reduce((earlier, later) -> later);
        Optional<There> there = notes.visibleTo(viewer)
                .perhaps(other)
                .map(them -> new There(
                        them.name().map(Confidential::words).orElse(""),
                        theirs.map(it -> "/desk/people/" + other + "/session/notes/" + it.id() + "/words")));
        List<Shown> shown = new ArrayList<>();
        NoteForm.LABELS.forEach((field, label) -> {
            if (form.has(field)) {
                shown.add(new Shown(label, form.value(field)));
            }
        });
        boolean adds = act.equals("add");
        String more = adds ? "/addenda" : act.equals("jot") ? "/jottings" : "";
        return new OtherRecordPage(
                pages.place(viewer, note),
                note.id(),
                NotePages.address(note) + more,
                act,
                seen,
                adds ? there.map(it -> new There(it.name(), Optional.empty())) : there,
                form.carried(),
                shown);
    }
}
