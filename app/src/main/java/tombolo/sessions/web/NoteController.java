package tombolo.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.sessions.NoteChanged;
import tombolo.sessions.NotesLeftBehind;
import tombolo.sessions.NotesOfNoHour;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SessionNotes;
import tombolo.sessions.SignNote;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The note of one session: written while it is in hand, signed, and added to afterwards. */
@Controller
@RequestMapping("/desk/people/{person}/session/notes/{note}")
class NoteController {
    private static final int LONGEST_ADDENDUM = 4000;

    private final SessionNotes notes;
    private final NotesLeftBehind leftBehind;
    private final NotesOfNoHour noHour;
    private final SignNote signing;
    private final NotePages pages;
    private final OtherRecord otherRecord;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    NoteController(
            SessionNotes notes,
            NotesLeftBehind leftBehind,
            NotesOfNoHour noHour,
            SignNote signing,
            NotePages pages,
            OtherRecord otherRecord,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.notes = notes;
        this.leftBehind = leftBehind;
        this.noHour = noHour;
        this.signing = signing;
        this.pages = pages;
        this.otherRecord = otherRecord;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String note(Viewer viewer, Language language, @PathVariable UUID person, @PathVariable UUID note, Model model) {
        SessionNote found = found(viewer, person, note);
        NoteForm form = withJottings(viewer, found, NoteForm.of(found));
        if (found.isSigned() || !found.begunBy().equals(viewer.account())) {
            model.addAttribute("page", pages.of(viewer, language, found, form, Errors.none()));
            return "sessions/note";
        }
        NoteForm known = form.workedWith(pages.workedWith(viewer, found));
        model.addAttribute("page", pages.of(viewer, language, found, known, Errors.none()));
        return "sessions/writing";
    }

    /** What was jotted down during the hour and not kept yet goes into the private part, if the form has not shown it before. */
    private NoteForm withJottings(Viewer viewer, SessionNote note, NoteForm form) {
        return note.isSigned() || !note.begunBy().equals(viewer.account())
                ? form
                : drafts.of(viewer, SessionNotes.jottings(note.id()))
                        .map(form::beside)
                        .orElse(form);
    }

    @PostMapping
    @Transactional
    String write(
            Viewer viewer,
            Language language,
            @PathVariable UUID person,
            @PathVariable UUID note,
            @RequestParam int seen,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "keep") String act,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SessionNote found = mine(viewer, person, note);
        Optional<String> before = once.before(idem);
        if (before.isPresent()) {
            return "redirect:" + before.get();
        }
        NoteForm form = new NoteForm(fields);
        Optional<OtherRecordPage> other = otherRecord.opened(viewer, found, form, act, seen, request);
        if (other.isPresent()) {
            return asks(other.get(), response, model);
        }
        if (found.isSigned() || found.version() != seen) {
            throw conflict(form, found);
        }
        NoteForm whole = withJottings(viewer, found, form);
        found.write(whole.words(pages.circles(viewer, found), pages.offered(), found.words()));
        found.keepPrivately(whole.privately());
        boolean signs = act.equals("sign");
        Errors errors = signs ? whole.toSign(found.missing()) : whole.errors();
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", pages.of(viewer, language, found, whole, errors));
            return "sessions/writing";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    save(viewer, found, whole, signs);
                    drafts.done(viewer, typed(note));
                    drafts.done(viewer, SessionNotes.jottings(note));
                    return NotePages.address(found)
                            + (signs ? "?done=sessions.done.signed" : "?done=sessions.done.kept");
                });
    }

    private void save(Viewer viewer, SessionNote note, NoteForm form, boolean signs) {
        try {
            if (signs) {
                signing.sign(viewer, note);
            } else {
                notes.visibleTo(viewer).save(note);
            }
        } catch (NoteChanged changed) {
            throw conflict(form, changed.newest());
        }
    }

    /** The form in which the note is written. */
    private static String typed(UUID note) {
        return "sessions.note:" + note;
    }

    /**
     * During the hour: a word for oneself, without leaving the page of the session. What is being typed into the note and was
     * not sent yet stays as it is, with that word in its private part.
     */
    @PostMapping("/jottings")
    @Transactional
    String jot(
            Viewer viewer,
            Language language,
            @PathVariable UUID person,
            @PathVariable UUID note,
            @RequestParam int seen,
            @RequestParam("_idem") UUID idem,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SessionNote found = mine(viewer, person, note);
        Optional<String> before = once.before(idem);
        if (before.isPresent()) {
            return "redirect:" + before.get();
        }
        NoteForm form = new NoteForm(fields);
        Optional<OtherRecordPage> other = otherRecord.opened(viewer, found, form, "jot", seen, request);
        if (other.isPresent()) {
            return asks(other.get(), response, model);
        }
        if (found.isSigned() || found.version() != seen) {
            throw conflict(form, found);
        }
        NoteForm whole = NoteForm.of(found).jotted(form.value("privately"));
        Errors errors = whole.errors();
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", pages.of(viewer, language, found, whole, errors));
            return "sessions/writing";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    String was = NoteForm.of(found).value("privately");
                    found.keepPrivately(whole.privately());
                    save(viewer, found, whole, false);
                    inDraft(viewer, found, draft -> draft.jottedSince(was, whole.value("privately")));
                    drafts.done(viewer, SessionNotes.jottings(note));
                    return "/desk/people/" + person + "/session?done=sessions.done.jotted";
                });
    }

    /** What comes into the note from elsewhere comes also into what was typed into it and not sent, which is put back whole. */
    private void inDraft(Viewer viewer, SessionNote note, UnaryOperator<NoteForm> with) {
        drafts.of(viewer, typed(note.id()))
                .map(draft -> with.apply(new NoteForm(draft.words())).carried())
                .ifPresent(words -> drafts.keep(
                        viewer, typed(note.id()), words, Optional.of(note.hour().person())));
    }

    /** Takes words that were typed into somebody else's note: the therapist has said whose they are. */
    @PostMapping("/words")
    @Transactional
    String take(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable UUID note,
            @RequestParam("_idem") UUID idem,
            @RequestParam UUID from,
            @RequestParam(defaultValue = "keep") String act,
            @RequestParam Map<String, String> fields) {
        SessionNote found = mine(viewer, person, note);
        if (found.isSigned()) {
            throw conflict(new NoteForm(fields), found);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    NoteForm both =
                            withJottings(viewer, found, NoteForm.of(found)).with(fields);
                    found.write(both.words(Set.of(), pages.offered(), found.words()));
                    found.keepPrivately(both.privately());
                    save(viewer, found, both, false);
                    inDraft(
                            viewer,
                            found,
                            draft -> withJottings(viewer, found, draft).with(fields));
                    drafts.done(viewer, SessionNotes.jottings(note));
                    drafts.done(viewer, act.equals("jot") ? SessionNotes.jottings(from) : typed(from));
                    return NotePages.address(found) + "?done=sessions.done.taken";
                });
    }

    /** Whoever began it does not see the person any more: whoever walks with them writes it to its end. */
    @PostMapping("/taking-over")
    @Transactional
    String takeOver(
            Viewer viewer, @PathVariable UUID person, @PathVariable UUID note, @RequestParam("_idem") UUID idem) {
        SessionNote found = found(viewer, person, note);
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        leftBehind.takeOver(viewer, found);
                    } catch (NoteChanged changed) {
                        throw new Conflict(List.of(), NotePages.address(found));
                    }
                    return NotePages.address(found) + "?done=sessions.done.taken-over";
                });
    }

    /** They did not come, and what was written beforehand is not needed. */
    @PostMapping("/removal")
    @Transactional
    String discard(
            Viewer viewer, @PathVariable UUID person, @PathVariable UUID note, @RequestParam("_idem") UUID idem) {
        String base = "/desk/people/" + person + "/session";
        Optional<String> before = once.before(idem);
        if (before.isPresent()) {
            return "redirect:" + before.get();
        }
        SessionNote found = mine(viewer, person, note);
        if (found.isSigned() || !found.hour().isMissed()) {
            throw new NotFound();
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    noHour.discard(viewer, found);
                    drafts.done(viewer, typed(note));
                    drafts.done(viewer, SessionNotes.jottings(note));
                    return base + "?done=sessions.done.discarded";
                });
    }

    @PostMapping("/addenda")
    @Transactional
    String add(
            Viewer viewer,
            Language language,
            @PathVariable UUID person,
            @PathVariable UUID note,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String added,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SessionNote found = found(viewer, person, note);
        if (!found.isSigned()) {
            throw new NotFound();
        }
        NoteForm form = new NoteForm(fields);
        Optional<OtherRecordPage> other = otherRecord.opened(viewer, found, form, "add", 0, request);
        if (other.isPresent()) {
            return asks(other.get(), response, model);
        }
        Errors errors = Errors.none();
        if (added.isBlank()) {
            errors.add("added", "sessions.desk.note.added.blank");
        } else if (added.length() > LONGEST_ADDENDUM) {
            errors.add("added", "sessions.desk.note.long", LONGEST_ADDENDUM);
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", pages.of(viewer, language, found, form, errors));
            return "sessions/note";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    SessionNote.Addendum addendum =
                            found.add(Confidential.of(added.strip()), viewer.account(), time.now());
                    notes.visibleTo(viewer).save(found, addendum);
                    drafts.done(viewer, "sessions.addendum:" + note);
                    return NotePages.address(found) + "?done=sessions.done.added";
                });
    }

    private static String asks(OtherRecordPage page, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("page", page);
        return "sessions/whose";
    }

    private static Conflict conflict(NoteForm yours, SessionNote theirs) {
        NoteForm newest = NoteForm.of(theirs);
        List<Difference> differences = new ArrayList<>();
        NoteForm.LABELS.forEach((field, label) -> {
            if (yours.has(field) && !yours.value(field).equals(newest.value(field))) {
                differences.add(new Difference(label, yours.value(field), newest.value(field)));
            }
        });
        return new Conflict(differences, NotePages.address(theirs));
    }

    private SessionNote found(Viewer viewer, UUID person, UUID note) {
        return notes.visibleTo(viewer).of(new PersonId(person), note).orElseThrow(NotFound::new);
    }

    /** A draft is in the hand of whoever holds the session; a signed note is shown as it is now, to compare. */
    private SessionNote mine(Viewer viewer, UUID person, UUID note) {
        SessionNote found = found(viewer, person, note);
        if (!found.begunBy().equals(viewer.account())) {
            throw new NotFound();
        }
        return found;
    }
}
