package tombolo.diary.web;

import java.time.LocalDate;
import java.util.List;

/**
 * A therapist's week.
 *
 * @param monday the first day shown
 * @param days the days on which there is something, and today
 */
public record DayPage(LocalDate monday, LocalDate today, List<Day> days) {

    /** One day and what is in it. */
    public record Day(LocalDate date, List<Entry> entries) {}

    /**
     * One appointment.
     *
     * @param who what the person is called; may be empty
     * @param twice whether something else is booked at the same time
     */
    public record Entry(Shown shown, String who, String href, boolean twice) {}

    public LocalDate before() {
        return monday.minusWeeks(1);
    }

    public LocalDate after() {
        return monday.plusWeeks(1);
    }
}
