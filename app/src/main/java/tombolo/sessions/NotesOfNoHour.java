package tombolo.sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.course.SessionTakenBack;
import tombolo.diary.Appointment;
import tombolo.diary.AppointmentMissed;
import tombolo.diary.BookedHours;
import tombolo.practice.Practices;
import tombolo.ui.Conflict;
import tombolo.vault.PersonId;

/**
 * They did not come, and the session had begun: its note does not stand in the way of the one to come. Once it is signed, it
 * says that they met, and what is put right is put right there.
 */
@Component
class NotesOfNoHour {
    private final SessionNotes notes;
    private final BookedHours hours;
    private final Practices practices;

    NotesOfNoHour(SessionNotes notes, BookedHours hours, Practices practices) {
        this.notes = notes;
        this.hours = hours;
        this.practices = practices;
    }

    @EventListener
    void takenBack(SessionTakenBack session) {
        wasNone(new Hour(session.person(), session.course(), session.number()));
    }

    /** A follow-up counts for no session, so that no course takes it back: its note is that of the day. */
    @EventListener
    void missed(AppointmentMissed missed) {
        ZoneId zone = practices.current().zone();
        LocalDate day = LocalDate.ofInstant(missed.at(), zone);
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (missed.wasHeld() && !met(missed.person(), from, to)) {
            notes.followUps(missed.person(), from, to).forEach(this::wasNone);
        }
    }

    /** Whether another hour of that day took place: then the note is of that one. */
    private boolean met(PersonId person, Instant from, Instant to) {
        return hours.recorded(person).stream()
                .anyMatch(one -> one.state() == Appointment.State.HELD
                        && !one.start().isBefore(from)
                        && one.start().isBefore(to));
    }

    private void wasNone(Hour hour) {
        if (notes.isSigned(hour)) {
            throw new Conflict(
                    List.of(new Conflict.Difference("sessions.desk.no-hour.signed", "", "")),
                    "/desk/people/" + hour.person().value() + "/session");
        }
        notes.wasNone(hour);
    }
}
