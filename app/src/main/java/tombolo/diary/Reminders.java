package tombolo.diary;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import tombolo.messages.MessageKind;
import tombolo.messages.Outbox;
import tombolo.time.ProgrammeTime;

/** What is written to people about their appointments, and when. */
@Component
class Reminders {
    /** A day before, unless the person wants none. */
    private static final Duration BEFORE = Duration.ofDays(1);

    /** Later than this before the beginning, a reminder is of no use any more. */
    private static final Duration TOO_LATE = Duration.ofHours(1);

    private static final Duration LOOK_IN = Duration.ofDays(1);

    private final Outbox outbox;
    private final ProgrammeTime time;

    Reminders(Outbox outbox, ProgrammeTime time) {
        this.outbox = outbox;
        this.time = time;
    }

    /** Not for what was booked so late that everybody knows. */
    void remind(Appointment of) {
        Instant from = of.start().minus(BEFORE);
        if (from.isAfter(time.now())) {
            outbox.toPerson(
                    of.person(),
                    MessageKind.REMINDER,
                    key("reminder", of),
                    Map.of("when", of.start().toString()),
                    from,
                    of.start().minus(TOO_LATE));
        }
    }

    /** What was to be said of it as it was has no reason any more: neither a reminder, nor word of a time it is not at. */
    void withdraw(Appointment of) {
        outbox.withdraw(key("reminder", of));
        outbox.withdraw(key("moved", of));
    }

    /** Nobody is reminded of an hour that may not take place; where it was moved to is still said. */
    void holdBack(Appointment of) {
        outbox.withdraw(key("reminder", of));
    }

    /** The hour takes place after all, and whoever was to be reminded of it is. */
    void afterAll(Appointment of) {
        outbox.resume(key("reminder", of));
    }

    void tellMoved(Appointment before, Appointment after) {
        outbox.toPerson(
                after.person(),
                MessageKind.APPOINTMENT_CHANGED,
                key("moved", after),
                Map.of(
                        "when",
                        after.start().toString(),
                        "before",
                        before.start().toString()),
                time.now(),
                before.isAhead(time.now()) && before.start().isBefore(after.start()) ? before.start() : after.start());
    }

    void tellCancelled(Appointment cancelled) {
        outbox.toPerson(
                cancelled.person(),
                MessageKind.APPOINTMENT_CANCELLED,
                key("cancelled", cancelled),
                Map.of("when", cancelled.start().toString()),
                time.now(),
                cancelled.start());
    }

    /** @param first of all that is called off */
    void tellAllCalledOff(Appointment first) {
        outbox.toPerson(
                first.person(),
                MessageKind.ALL_CALLED_OFF,
                key("all-called-off", first),
                Map.of("when", first.start().toString()),
                time.now(),
                first.start());
    }

    void tellTherapist(Appointment cancelled) {
        outbox.toStaff(
                cancelled.therapist(),
                MessageKind.LOOK_IN,
                key("cannot-come", cancelled),
                Map.of(),
                time.now(),
                time.now().plus(LOOK_IN));
    }

    private static String key(String what, Appointment of) {
        return what + ":" + of.id() + ":" + of.moves();
    }
}
