package tombolo.course.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tombolo.course.Course;
import tombolo.diary.Appointment;
import tombolo.diary.Appointment.State;
import tombolo.diary.Diary;

/**
 * The hours of a course, as the diary knows them while its contract is written: what is booked, and when the next would be
 * if they go on meeting as they do.
 *
 * @param booked of which nobody has said yet what became of them: those ahead, and those not written down
 * @param last the day of the last that is booked
 * @param next the hour after the last there was; empty while they have never met by appointment
 * @param minutes how long each is
 */
public record ContractHours(int booked, Optional<LocalDate> last, Optional<ZonedDateTime> next, int minutes) {

    static ContractHours of(Course course, List<Appointment> all, Instant now, ZoneId zone) {
        List<Appointment> there = all.stream()
                .filter(one -> one.state() != State.CANCELLED)
                .sorted(Comparator.comparing(Appointment::start))
                .toList();
        List<Appointment> booked =
                there.stream().filter(one -> one.state() == State.BOOKED).toList();
        return new ContractHours(
                booked.size(),
                booked.isEmpty()
                        ? Optional.empty()
                        : Optional.of(LocalDate.ofInstant(booked.getLast().start(), zone)),
                there.isEmpty()
                        ? Optional.empty()
                        : Optional.of(after(
                                there.getLast().start().atZone(zone),
                                course.variant().everyWeeks(),
                                now)),
                there.isEmpty()
                        ? course.variant().minutes(course.sessionsHeld() + 1)
                        : there.getLast().minutes());
    }

    private static ZonedDateTime after(ZonedDateTime last, int everyWeeks, Instant now) {
        ZonedDateTime next = last.plusWeeks(everyWeeks);
        while (!next.toInstant().isAfter(now)) {
            next = next.plusWeeks(everyWeeks);
        }
        return next;
    }

    /** How many are still to be booked so that each of these sessions has its hour. */
    int missing(int sessions, Course course) {
        return Math.clamp(sessions - course.sessionsHeld() - (long) booked, 0, Diary.LONGEST_SERIES);
    }

    /** How many more are booked than there are sessions left in what both agreed. */
    int tooMany(Course course) {
        return course.contract().isPresent() ? Math.max(0, booked - course.sessionsLeft()) : 0;
    }

    String day() {
        return next.map(it -> it.toLocalDate().toString()).orElse("");
    }

    String time() {
        return next.map(ZonedDateTime::toLocalTime).map(LocalTime::toString).orElse("");
    }
}
