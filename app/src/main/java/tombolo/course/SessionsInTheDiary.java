package tombolo.course;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tombolo.diary.Appointment;
import tombolo.diary.AppointmentHeld;
import tombolo.diary.AppointmentMissed;
import tombolo.diary.BookedHours;

/** What the diary says of an appointment counts in the course: it was the next session, or after all it was none. */
@Component
class SessionsInTheDiary {
    private final Courses courses;
    private final BookedHours hours;

    SessionsInTheDiary(Courses courses, BookedHours hours) {
        this.courses = courses;
        this.hours = hours;
    }

    /**
     * To meet again is to go on; an hour from before a rest, told of while it lasts, leaves it as it is. A meeting beyond the sessions agreed is none of them, nor is one that is written down when a
     * later one has its number already: numbers and dates stay in one order.
     */
    @EventListener
    void held(AppointmentHeld held) {
        courses.openOf(held.person())
                .filter(course -> !course.hasHeld(held.id()))
                .ifPresent(course -> {
                    Appointment appointment = hours.find(held.id()).orElseThrow();
                    Signature signature = new Signature(appointment.changedBy(), appointment.changedAt());
                    if (course.restsAt(held.at())) {
                        course.resume(signature);
                    }
                    course.nextSession()
                            .filter(next -> course.comesAfterTheLast(held.at()))
                            .ifPresent(next ->
                                    course.heldSession(next, held.at(), Optional.of(held.id()), signature.by()));
                    courses.keep(course);
                });
    }

    /** It was put down as held by mistake, and has been put right. */
    @EventListener
    void missed(AppointmentMissed missed) {
        courses.openOf(missed.person())
                .filter(course -> course.hasHeld(missed.id()))
                .ifPresent(course -> {
                    course.takeBack(missed.id());
                    courses.keep(course);
                });
    }
}
