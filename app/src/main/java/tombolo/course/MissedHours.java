package tombolo.course;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.diary.Appointment;
import tombolo.diary.AppointmentHeld;
import tombolo.diary.AppointmentMissed;
import tombolo.diary.BookedHours;
import tombolo.diary.Side;
import tombolo.instruments.AlertRules;
import tombolo.measures.Alerts;
import tombolo.measures.MissedQuestions;
import tombolo.vault.PersonId;

/**
 * Rule R5 by the diary: two hours in a row to which the person did not come, without a word. Being told beforehand, and an
 * hour the therapist could not keep, are no sign of drifting away and count for nothing. When an hour is put right, what was
 * mentioned for its sake and is so no longer goes.
 */
@Component
class MissedHours {
    private final Courses courses;
    private final BookedHours diary;
    private final MissedQuestions questions;
    private final Alerts alerts;

    MissedHours(Courses courses, BookedHours diary, MissedQuestions questions, Alerts alerts) {
        this.courses = courses;
        this.diary = diary;
        this.questions = questions;
        this.alerts = alerts;
    }

    @EventListener
    void missed(AppointmentMissed missed) {
        look(missed.person(), missed.at());
    }

    /** It may have been put down as missed by mistake. */
    @EventListener
    void held(AppointmentHeld held) {
        look(held.person(), held.at());
    }

    private void look(PersonId person, Instant hour) {
        courses.openOf(person).ifPresent(course -> {
            UUID id = course.id().value();
            List<Appointment> hours = diary.recorded(person).stream()
                    .filter(one -> !one.end().isBefore(course.begun().at()))
                    .filter(one -> one.by().isEmpty() || isWithoutAWord(one))
                    .toList();
            if (AlertRules.missed(hours.stream().map(one -> one.by().isEmpty()).toList())) {
                alerts.missed(person, id, hours.getLast().start());
            } else if (!questions.inARow(id)) {
                alerts.notMissed(id, hour);
            }
        });
    }

    private static boolean isWithoutAWord(Appointment hour) {
        return hour.by().equals(Optional.of(Side.PERSON)) && !hour.told();
    }
}
