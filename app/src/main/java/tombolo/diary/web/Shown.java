package tombolo.diary.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tombolo.diary.Appointment;
import tombolo.diary.Appointment.State;
import tombolo.vault.Confidential;

/** One appointment as a page tells it. */
public record Shown(Appointment appointment, ZoneId zone, Instant now) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    public LocalDate day() {
        return LocalDate.ofInstant(appointment.start(), zone);
    }

    /** From when until when: 14:00–14:50. */
    public String hours() {
        return clock(appointment.start(), zone) + "–" + clock(appointment.end(), zone);
    }

    static String clock(Instant moment, ZoneId zone) {
        return CLOCK.format(moment.atZone(zone));
    }

    public boolean ahead() {
        return appointment.isAhead(now);
    }

    public boolean unrecorded() {
        return appointment.isUnrecorded(now);
    }

    public boolean recordable() {
        return appointment.canBeRecorded(now);
    }

    public boolean booked() {
        return appointment.state() == State.BOOKED;
    }

    public boolean off() {
        return appointment.state() == State.CANCELLED;
    }

    /** End of the text key of what became of it; {@code diary.state.} or {@code diary.desk.state.} stands before it. */
    public String state() {
        if (unrecorded()) {
            return "UNRECORDED";
        }
        return appointment.state() + appointment.by().map(side -> "." + side).orElse("");
    }

    public String words() {
        return appointment.words().map(Confidential::words).orElse("");
    }
}
