package tombolo.places;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * When a place is open: on some days of every week from one hour to another, or in the directory's own words.
 *
 * @param days in their order; empty where only words say it
 * @param lastDay after which it is no longer so
 */
public record Hours(
        List<DayOfWeek> days,
        Optional<LocalTime> opens,
        Optional<LocalTime> closes,
        String words,
        Optional<LocalDate> lastDay) {
    public Hours {
        days = List.copyOf(days);
    }

    /** True until they have run out. */
    public boolean hold(LocalDate today) {
        return lastDay.filter(last -> last.isBefore(today)).isEmpty();
    }
}
