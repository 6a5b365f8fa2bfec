package tombolo.safety;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import tombolo.practice.WorkingDays;

/** The hours in which somebody is there. Nights, weekends and closed days do not count, in the zone of the practice. */
record WorkingHours(WorkingDays days, LocalTime opens, LocalTime closes, ZoneId zone) {
    private static final int FURTHEST = 730;

    WorkingHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("A working day begins before it ends, not " + opens + " to " + closes);
        }
    }

    /** The moment by which so much working time has gone by. */
    Instant after(Instant from, Duration work) {
        Duration left = work;
        LocalDate day = LocalDate.ofInstant(from, zone);
        for (int step = 0; step < FURTHEST; step++, day = day.plusDays(1)) {
            Instant begins = later(from, day.atTime(opens).atZone(zone).toInstant());
            Instant ends = day.atTime(closes).atZone(zone).toInstant();
            if (days.isOpen(day) && begins.isBefore(ends)) {
                Duration there = Duration.between(begins, ends);
                if (left.compareTo(there) <= 0) {
                    return begins.plus(left);
                }
                left = left.minus(there);
            }
        }
        throw new IllegalStateException("There is not that much working time in the two years after " + from);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
