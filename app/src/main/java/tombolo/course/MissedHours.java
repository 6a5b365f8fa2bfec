package tombolo.course;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.diary.Appointment;
import tombolo.diary.AppointmentMissed;
import tombolo.diary.BookedHours;
import tombolo.diary.Side;
import tombolo.instruments.AlertRules;
import tombolo.measures.Alerts;

/**
 * Rule R5 by the diary: two hours in a row to which the person did not come, without a word. Being told beforehand, and an
 * hour the therapist could not keep, are no sign of drifting away and count for nothing.
 */
@Component
class MissedHours {
    private final Courses courses;
    private final BookedHours diary;
    private final Alerts alerts;

    MissedHours(Courses courses, BookedHours diary, Alerts alerts) {
        this.courses = courses;
        this.diary = diary;
        this.alerts = alerts;
    }

    @EventListener
    void missed(AppointmentMissed missed) {
        courses.openOf(missed.person()).ifPresent(course -> {
            List<Appointment> hours = diary.recorded(missed.person()).stream()
                    .filter(one -> !one.end().isBefore(course.begun().at()))
                    .filter(one -> one.by().isEmpty() || isWithoutAWord(one))
                    .toList();
            if (AlertRules.missed(hours.stream().map(one -> one.by().isEmpty()).toList())) {
                alerts.missed(
                        missed.person(), course.id().value(), hours.getLast().start());
            }
        });
    }

    private static boolean isWithoutAWord(Appointment hour) {
        return hour.by().equals(Optional.of(Side.PERSON)) && !hour.told();
    }
}
