package tombolo.sessions.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.accounts.Accounts;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.inventory.Apart;
import tombolo.inventory.Inventories;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.people.Glance;
import tombolo.people.Glances;
import tombolo.people.Person;
import tombolo.people.SpokenOf;
import tombolo.practice.Practices;
import tombolo.sessions.NotesLeftBehind;
import tombolo.sessions.SessionNote;
import tombolo.sessions.WorkedWith;
import tombolo.techniques.Piece;
import tombolo.techniques.Pieces;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.Viewer;

/** Lays out a session note: to write it, or to read it and add to it. */
@Component
class NotePages {
    /** With what of it runs over. */
    private static final Duration AN_HOUR = Duration.ofHours(2);

    private final NotesLeftBehind leftBehind;
    private final Courses courses;
    private final Inventories inventories;
    private final SpokenOf spokenOf;
    private final Glances glances;
    private final Accounts accounts;
    private final WorkedWith worked;
    private final Pieces pieces;
    private final Practices practices;
    private final Texts texts;

    NotePages(
            NotesLeftBehind leftBehind,
            Courses courses,
            Inventories inventories,
            SpokenOf spokenOf,
            Glances glances,
            Accounts accounts,
            WorkedWith worked,
            Pieces pieces,
            Practices practices,
            Texts texts) {
        this.leftBehind = leftBehind;
        this.courses = courses;
        this.inventories = inventories;
        this.spokenOf = spokenOf;
        this.glances = glances;
        this.accounts = accounts;
        this.worked = worked;
        this.pieces = pieces;
        this.practices = practices;
        this.texts = texts;
    }

    NotePage of(Viewer viewer, Language language, SessionNote note, NoteForm form, Errors errors) {
        List<Relationship> circles =
                inventories.visibleTo(viewer).toCompare(note.hour().person()).people();
        List<String> done = note.words().techniques().stream().sorted().toList();
        List<Choice> techniques = Stream.concat(worked.all().stream(), done.stream())
                .distinct()
                .map(it -> new Choice(it, called(language, it)))
                .toList();
        Glance<String> told = spokenOf.glance();
        Glances.Seen seen = glances.at(viewer, note.hour().person(), List.of(told));
        return new NotePage(
                place(viewer, note, seen.person(), seen.of(told)),
                note,
                note.begunBy().equals(viewer.account()),
                accounts.nameOf(note.begunBy()),
                note.takenFrom().map(accounts::nameOf).orElse(""),
                leftBehind.isFor(viewer, seen.person(), note),
                circles.stream()
                        .map(one -> new Choice(
                                one.id().value().toString(), one.name().words()))
                        .toList(),
                circles.stream()
                        .filter(one -> one.standing().now() == Apart.DIED)
                        .map(one -> one.id().value().toString())
                        .collect(Collectors.toSet()),
                techniques,
                done.stream().map(it -> called(language, it)).toList(),
                form,
                note.addenda().stream()
                        .map(it -> new NotePage.Added(accounts.nameOf(it.by()), it))
                        .toList(),
                errors);
    }

    /** A technique that is no longer there is called by the word it was kept under. */
    private String called(Language language, String done) {
        String title = worked.title(done);
        return texts.has(title) ? texts.say(language, title) : done;
    }

    Whose place(Viewer viewer, SessionNote note) {
        Glance<String> told = spokenOf.glance();
        Glances.Seen seen = glances.at(viewer, note.hour().person(), List.of(told));
        return place(viewer, note, seen.person(), seen.of(told));
    }

    private Whose place(Viewer viewer, SessionNote note, Person person, String told) {
        ZoneId zone = practices.current().zone();
        int planned = courses.visibleTo(viewer).all(note.hour().person()).stream()
                .filter(course -> course.id().value().equals(note.hour().course()))
                .map(Course::sessionsPlanned)
                .findFirst()
                .orElse(0);
        return Whose.of(person, told, note, planned, zone);
    }

    /** What was worked with in the hour, while nobody has written of the work yet: it need not be told twice. */
    List<String> workedWith(Viewer viewer, SessionNote note) {
        if (!note.words().focus().isBlank() || !note.words().decided().isBlank()) {
            return List.of();
        }
        Instant end = note.begunAt().plus(AN_HOUR);
        return pieces.visibleTo(viewer).of(note.hour().person()).stream()
                .filter(piece -> piece.changedAt().isAfter(note.begunAt())
                        && piece.changedAt().isBefore(end))
                .map(Piece::technique)
                .distinct()
                .toList();
    }

    /** Who can be named in it. */
    Set<RelationshipId> circles(Viewer viewer, SessionNote note) {
        return inventories.visibleTo(viewer).toCompare(note.hour().person()).people().stream()
                .map(Relationship::id)
                .collect(Collectors.toSet());
    }

    /** What can be said to have been worked with. */
    List<String> offered() {
        return worked.all();
    }

    static String address(SessionNote note) {
        return "/desk/people/" + note.hour().person() + "/session/notes/" + note.id();
    }
}
