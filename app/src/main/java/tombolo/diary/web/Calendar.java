package tombolo.diary.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tombolo.diary.Appointment;

/** Appointments as a calendar file (RFC 5545). What it says of each is a time; its title tells nobody anything. */
final class Calendar {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Calendar() {}

    static String of(List<Appointment> appointments, Instant now) {
        StringBuilder lines = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//calendar//EN\r\n");
        for (Appointment one : appointments) {
            lines.append("BEGIN:VEVENT\r\nUID:")
                    .append(one.id())
                    .append("\r\nSEQUENCE:")
                    .append(one.moves());
            lines.append("\r\nDTSTAMP:").append(MOMENT.format(now));
            lines.append("\r\nDTSTART:").append(MOMENT.format(one.start()));
            lines.append("\r\nDTEND:").append(MOMENT.format(one.end()));
            lines.append("\r\nSUMMARY:Appointment\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n");
        }
        return lines.append("END:VCALENDAR\r\n").toString();
    }
}
