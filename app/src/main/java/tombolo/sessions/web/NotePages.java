package tombolo.sessions.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tombolo.accounts.Accounts;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.inventory.Inventories;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.practice.Practices;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SessionNotes;
import tombolo.sessions.Technique;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.Viewer;

/** Lays out a session note: to write it, or to read it and add to it. */
@Component
class NotePages {
    private final SessionNotes notes;
    private final Courses courses;
    private final Inventories inventories;
    private final Accounts accounts;
    private final Practices practices;
    private final Texts texts;

    NotePages(
            SessionNotes notes,
            Courses courses,
            Inventories inventories,
            Accounts accounts,
            Practices practices,
            Texts texts) {
        this.notes = notes;
        this.courses = courses;
        this.inventories = inventories;
        this.accounts = accounts;
        this.practices = practices;
        this.texts = texts;
    }

    NotePage of(Viewer viewer, Language language, SessionNote note, NoteForm form, Errors errors) {
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

    Whose place(Viewer viewer, SessionNote note) {
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

    /** Who can be named in it. */
    Set<RelationshipId> circles(Viewer viewer, SessionNote note) {
        return inventory(viewer, note).keySet().stream()
                .map(id -> new RelationshipId(UUID.fromString(id)))
                .collect(Collectors.toSet());
    }

    static String address(SessionNote note) {
        return "/desk/people/" + note.hour().person() + "/session/notes/" + note.id();
    }
}
