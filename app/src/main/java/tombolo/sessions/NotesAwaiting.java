package tombolo.sessions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.Awaiting;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** Notes that were begun and not signed, on the first page of the desk: a note is done the same day. */
@Component
@Order(40)
class NotesAwaiting implements Awaiting {
    private final SessionNotes notes;
    private final Practices practices;
    private final ProgrammeTime time;

    NotesAwaiting(SessionNotes notes, Practices practices, ProgrammeTime time) {
        this.notes = notes;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public String title() {
        return "sessions.desk.waiting";
    }

    @Override
    public String none() {
        return "";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        if (!viewer.is(Role.THERAPIST)) {
            return List.of();
        }
        ZoneId zone = practices.current().zone();
        LocalDate today = time.today(zone);
        return notes.visibleTo(viewer).unsigned().stream()
                .map(one -> {
                    LocalDate held = LocalDate.ofInstant(one.held(), zone);
                    return new Line(
                            one.person()
                                    .flatMap(Person::name)
                                    .map(Confidential::words)
                                    .orElse(""),
                            "sessions.desk.waiting.note",
                            held,
                            "/desk/people/" + one.hour().person() + "/session/notes/" + one.id(),
                            held.isBefore(today));
                })
                .toList();
    }
}
