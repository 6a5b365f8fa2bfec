package tombolo.practice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The days on which somebody is there to answer: what a promise is counted in.
 *
 * @param open the days of the week the practice works
 * @param closed days it is shut all the same, such as bank holidays
 */
public record WorkingDays(Set<DayOfWeek> open, Set<LocalDate> closed) {
    /** A practice that never opens could not keep a promise, so two years of closed days is an error and no answer. */
    private static final int FURTHEST = 730;

    public WorkingDays {
        open = Set.copyOf(open);
        closed = Set.copyOf(closed);
        if (open.isEmpty()) {
            throw new IllegalArgumentException("A practice needs a day of the week on which it is open");
        }
    }

    public boolean isOpen(LocalDate day) {
        return open.contains(day.getDayOfWeek()) && !closed.contains(day);
    }

    /** The last day of a promise of so many working days; the day something arrives is never counted. */
    public LocalDate after(LocalDate arrived, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("A promise takes a working day at least, not " + days);
        }
        LocalDate day = arrived;
        int left = days;
        for (int step = 0; step < FURTHEST; step++) {
            day = day.plusDays(1);
            if (isOpen(day) && --left == 0) {
                return day;
            }
        }
        throw new IllegalStateException("There are not " + days + " open days in the two years after " + arrived);
    }

    /** How many working days have begun since the day something arrived; 0 on that day and over a weekend. */
    public int since(LocalDate arrived, LocalDate today) {
        return (int) arrived.plusDays(1)
                .datesUntil(today.isAfter(arrived) ? today.plusDays(1) : arrived.plusDays(1))
                .filter(this::isOpen)
                .count();
    }
}
