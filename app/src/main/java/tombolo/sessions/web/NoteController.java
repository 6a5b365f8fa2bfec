package tombolo.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Accounts;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.inventory.Inventories;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.practice.Practices;
import tombolo.sessions.NoteChanged;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SessionNotes;
import tombolo.sessions.SignNote;
import tombolo.sessions.Technique;
import tombolo.sessions.web.OtherRecordPage.Shown;
import tombolo.sessions.web.OtherRecordPage.There;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Draft;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.ui.Texts;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The note of one session: written while it is in hand, signed, and added to afterwards. */
@Controller
@RequestMapping("/desk/people/{person}/session/notes/{note}")
class NoteController {
    private static final int LONGEST_ADDENDUM = 4000;

    private final SessionNotes notes;
    private final SignNote signing;
    private final Courses courses;
    private final Inventories inventories;
    private final Accounts accounts;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final Texts texts;
    private final ProgrammeTime time;

    NoteController(
            SessionNotes notes,
            SignNote signing,
            Courses courses,
            Inventories inventories,
            Accounts accounts,
            Practices practices,
            Drafts drafts,
            Once once,
            Texts texts,
            ProgrammeTime time) {
        this.notes = notes;
        this.signing = signing;
        this.courses = courses;
        this.inventories = inventories;
        this.accounts = accounts;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.texts = texts;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String note(Viewer viewer, Language language, @PathVariable UUID person, @PathVariable UUID note, Model model) {
        SessionNote found = found(viewer, person, note);
        model.addAttribute("page", page(viewer, language, found, withJottings(viewer, found), Errors.none()));
        return found.isSigned() || !found.begunBy().equals(viewer.account()) ? "sessions/note" : "sessions/writing";
    }

    /** What was jotted down during the hour and not kept yet goes into the private part. */
    private NoteForm withJottings(Viewer viewer, SessionNote note) {
        NoteForm form = NoteForm.of(note);
        Optional<String> jotted = note.isSigned() || !note.begunBy().equals(viewer.account())
                ? Optional.empty()
                : drafts.of(viewer, SessionNotes.jottings(note.id()))
                        .map(Draft::words)
                        .map(it -> it.getOrDefault("privately", ""));
        return jotted.filter(words -> !form.value("privately").contains(words.strip()))
                .map(words -> form.with(Map.of("privately", words)))
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
        NoteForm form = new NoteForm(fields);
        Optional<PersonId> other = other(found.hour().person(), fields, request);
        if (other.isPresent()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("page", whose(viewer, found, form, act, seen, other.get()));
            return "sessions/whose";
        }
        if (found.isSigned() || found.version() != seen) {
            throw conflict(form, found);
        }
        found.write(form.words(onTheCircles(viewer, found), found.words()));
        found.keepPrivately(form.privately());
        boolean signs = act.equals("sign");
        Errors errors = signs ? form.toSign(found.missing()) : form.errors();
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(viewer, language, found, form, errors));
            return "sessions/writing";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    save(viewer, found, form, signs);
                    return address(found) + (signs ? "?done=sessions.done.signed" : "?done=sessions.done.kept");
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
        drafts.done(viewer, "sessions.note:" + note.id());
        drafts.done(viewer, SessionNotes.jottings(note.id()));
    }

    /** During the hour: a word for oneself, without leaving the page of the session. */
    @PostMapping("/jottings")
    @Transactional
    String jot(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable UUID note,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String privately,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SessionNote found = mine(viewer, person, note);
        Optional<PersonId> other = other(found.hour().person(), fields, request);
        if (other.isPresent()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("page", whose(viewer, found, new NoteForm(fields), "jot", 0, other.get()));
            return "sessions/whose";
        }
        if (found.isSigned()) {
            throw conflict(new NoteForm(Map.of("privately", privately)), found);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    String words = privately.strip();
                    found.keepPrivately(
                            words.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(Confidential.of(
                                            words.substring(0, Math.min(words.length(), SessionNote.LONGEST)))));
                    save(viewer, found, NoteForm.of(found), false);
                    return "/desk/people/" + person + "/session?done=sessions.done.jotted";
                });
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
            @RequestParam Map<String, String> fields) {
        SessionNote found = mine(viewer, person, note);
        if (found.isSigned()) {
            throw conflict(new NoteForm(fields), found);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    NoteForm both = withJottings(viewer, found).with(fields);
                    found.write(both.words(Set.of(), found.words()));
                    found.keepPrivately(both.privately());
                    save(viewer, found, both, false);
                    drafts.done(viewer, "sessions.note:" + from);
                    return address(found) + "?done=sessions.done.taken";
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
        Optional<PersonId> other = other(found.hour().person(), fields, request);
        if (other.isPresent()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("page", whose(viewer, found, new NoteForm(fields), "add", 0, other.get()));
            return "sessions/whose";
        }
        Errors errors = Errors.none();
        if (added.isBlank()) {
            errors.add("added", "sessions.desk.note.added.blank");
        } else if (added.length() > LONGEST_ADDENDUM) {
            errors.add("added", "sessions.desk.note.long", LONGEST_ADDENDUM);
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(viewer, language, found, new NoteForm(fields), errors));
            return "sessions/note";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    SessionNote.Addendum addendum =
                            found.add(Confidential.of(added.strip()), viewer.account(), time.now());
                    notes.visibleTo(viewer).save(found, addendum);
                    drafts.done(viewer, "sessions.addendum:" + note);
                    return address(found) + "?done=sessions.done.added";
                });
    }

    /** Whose record was opened since this form was, unless the therapist has said by name whose note it is. */
    private static Optional<PersonId> other(PersonId person, Map<String, String> fields, HttpServletRequest request) {
        if (fields.getOrDefault("whose", "").equals(person.toString())) {
            return Optional.empty();
        }
        return NoteForm.id(fields.getOrDefault("about", ""))
                .map(PersonId::new)
                .filter(about -> !about.equals(person))
                .or(() -> OpenRecord.otherThan(person, request));
    }

    private OtherRecordPage whose(
            Viewer viewer, SessionNote note, NoteForm form, String act, int seen, PersonId other) {
        Optional<SessionNotes.Unsigned> theirs = notes.visibleTo(viewer).unsigned().stream()
                .filter(unsigned -> unsigned.hour().person().equals(other))
                .reduce((earlier, later) -> later);
        Optional<There> there = notes.visibleTo(viewer)
                .perhaps(other)
                .map(them -> new There(
                        them.name().map(Confidential::words).orElse(""),
                        theirs.map(it -> "/desk/people/" + other + "/session/notes/" + it.id() + "/words")));
        List<Shown> shown = new ArrayList<>();
        labels().forEach((field, label) -> {
            if (form.has(field)) {
                shown.add(new Shown(label, form.value(field)));
            }
        });
        boolean adds = act.equals("add");
        String more = adds ? "/addenda" : act.equals("jot") ? "/jottings" : "";
        return new OtherRecordPage(
                place(viewer, note),
                note.id(),
                address(note) + more,
                act,
                seen,
                adds ? there.map(it -> new There(it.name(), Optional.empty())) : there,
                form.carried(),
                shown);
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String field : List.of("since", "focus", "decided", "try0", "try1", "try2", "safetyWords", "privately")) {
            labels.put(field, "sessions.desk.note." + field);
        }
        labels.put("added", "sessions.desk.note.add");
        return labels;
    }

    private Conflict conflict(NoteForm yours, SessionNote theirs) {
        NoteForm newest = NoteForm.of(theirs);
        List<Difference> differences = new ArrayList<>();
        labels().forEach((field, label) -> {
            if (yours.has(field) && !yours.value(field).equals(newest.value(field))) {
                differences.add(new Difference(label, yours.value(field), newest.value(field)));
            }
        });
        return new Conflict(differences, address(theirs));
    }

    private NotePage page(Viewer viewer, Language language, SessionNote note, NoteForm form, Errors errors) {
        Map<String, String> circles = inventory(viewer, note);
        List<Choice> techniques = Arrays.stream(Technique.values())
                .map(it -> new Choice(it.name(), texts.say(language, it.title())))
                .toList();
        return new NotePage(
                place(viewer, note),
                note,
                note.begunBy().equals(viewer.account()),
                accounts.nameOf(note.begunBy()),
                circles.entrySet().stream()
                        .map(it -> new Choice(it.getKey(), it.getValue()))
                        .toList(),
                techniques,
                form,
                note.addenda().stream()
                        .map(it -> new NotePage.Added(accounts.nameOf(it.by()), it))
                        .toList(),
                errors);
    }

    private Whose place(Viewer viewer, SessionNote note) {
        ZoneId zone = practices.current().zone();
        int planned = courses.visibleTo(viewer).all(note.hour().person()).stream()
                .filter(course -> course.id().value().equals(note.hour().course()))
                .map(Course::sessionsPlanned)
                .findFirst()
                .orElse(0);
        return Whose.of(notes.visibleTo(viewer).person(note.hour().person()), note, planned, zone);
    }

    /** Ids and names of everyone on the circles, the order in which they were named. */
    private Map<String, String> inventory(Viewer viewer, SessionNote note) {
        Map<String, String> circles = new LinkedHashMap<>();
        for (Relationship one :
                inventories.visibleTo(viewer).toCompare(note.hour().person()).people()) {
            circles.put(one.id().value().toString(), one.name().words());
        }
        return circles;
    }

    private Set<RelationshipId> onTheCircles(Viewer viewer, SessionNote note) {
        return inventory(viewer, note).keySet().stream()
                .map(id -> new RelationshipId(UUID.fromString(id)))
                .collect(Collectors.toSet());
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

    private static String address(SessionNote note) {
        return "/desk/people/" + note.hour().person() + "/session/notes/" + note.id();
    }
}
