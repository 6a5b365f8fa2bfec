package tombolo.diary.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.diary.UsualHour;
import tombolo.time.TypedDay;
import tombolo.ui.Errors;

/** When somebody is to come, as it was typed. */
public record BookingForm(String day, String time, String minutes, String count, String every) {

    static BookingForm fresh(UsualHour.Rule rule) {
        return new BookingForm("", "", String.valueOf(rule.minutes()), "1", String.valueOf(rule.everyWeeks()));
    }

    static BookingForm of(Appointment appointment, ZoneId zone) {
        return new BookingForm(
                appointment.start().atZone(zone).toLocalDate().toString(),
                appointment.start().atZone(zone).toLocalTime().toString(),
                String.valueOf(appointment.minutes()),
                "1",
                "1");
    }

    static BookingForm of(MultiValueMap<String, String> posted) {
        return new BookingForm(
                typed(posted, "day"),
                typed(posted, "time"),
                typed(posted, "minutes"),
                typed(posted, "count"),
                typed(posted, "every"));
    }

    private static String typed(MultiValueMap<String, String> posted, String field) {
        String value = posted.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /** The times that were meant; empty as long as the errors say what is wrong. */
    record Meant(Instant start, int minutes, int count, int every) {}

    /** @param now what is booked is ahead of it */
    Optional<Meant> meant(ZoneId zone, Instant now, Errors errors) {
        Optional<LocalDate> date = TypedDay.read(day);
        Optional<LocalTime> clock = clock(time);
        Optional<Integer> lasts = number(minutes, Appointment.SHORTEST, Appointment.LONGEST);
        Optional<Integer> times = number(count, 1, Diary.LONGEST_SERIES);
        Optional<Integer> weeks = number(every, 1, Diary.LONGEST_SERIES);
        if (date.isEmpty()) {
            errors.add("day", "diary.desk.error.day");
        }
        if (clock.isEmpty()) {
            errors.add("time", "diary.desk.error.time");
        }
        if (lasts.isEmpty()) {
            errors.add("minutes", "diary.desk.error.minutes", Appointment.SHORTEST, Appointment.LONGEST);
        }
        if (times.isEmpty()) {
            errors.add("count", "diary.desk.error.number", Diary.LONGEST_SERIES);
        }
        if (weeks.isEmpty()) {
            errors.add("every", "diary.desk.error.number", Diary.LONGEST_SERIES);
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        Instant start =
                date.orElseThrow().atTime(clock.orElseThrow()).atZone(zone).toInstant();
        if (!start.isAfter(now)) {
            errors.add("day", "diary.desk.error.past");
            return Optional.empty();
        }
        return Optional.of(new Meant(start, lasts.orElseThrow(), times.orElseThrow(), weeks.orElseThrow()));
    }

    private static Optional<LocalTime> clock(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String typed, int least, int most) {
        return typed.matches("\\d{1,4}")
                ? Optional.of(Integer.valueOf(typed)).filter(number -> number >= least && number <= most)
                : Optional.empty();
    }
}
