package tombolo.safety;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import tombolo.practice.Practice;

/**
 * How long whoever answers for a concern has, and then the next one, in working time. A practice may be quicker than
 * this, never slower, and never by what was answered.
 *
 * @param version 0 while the practice has set nothing of its own
 */
public record ConcernClock(LocalTime opens, LocalTime closes, int ownerMinutes, int coverMinutes, int version) {
    /** Two working hours. */
    public static final int SLOWEST = 120;

    public static final int QUICKEST = 15;

    /** The working day begins at nine at the latest, and ends at five at the earliest. */
    public static final LocalTime LATEST_OPENING = LocalTime.of(9, 0);

    public static final LocalTime EARLIEST_CLOSING = LocalTime.of(17, 0);

    /** For a practice that has set nothing of its own. */
    public static final ConcernClock STANDARD = new ConcernClock(LATEST_OPENING, EARLIEST_CLOSING, SLOWEST, SLOWEST, 0);

    public ConcernClock {
        if (opens.isAfter(LATEST_OPENING) || closes.isBefore(EARLIEST_CLOSING)) {
            throw new IllegalArgumentException(
                    "The clock may count more hours of the day, never fewer: " + opens + " to " + closes);
        }
        if (!mayBe(ownerMinutes) || !mayBe(coverMinutes)) {
            throw new IllegalArgumentException(
                    "From " + QUICKEST + " to " + SLOWEST + " minutes, not " + ownerMinutes + " and " + coverMinutes);
        }
    }

    public static boolean mayBe(int minutes) {
        return minutes >= QUICKEST && minutes <= SLOWEST;
    }

    /** Until when whoever has been told at this rung has time, having been told now. */
    Instant due(Practice practice, int rung, Instant now) {
        return after(practice, now, Duration.ofMinutes(rung == 0 ? ownerMinutes : coverMinutes));
    }

    /** When all who were told are told again: a working day later. */
    Instant again(Practice practice, Instant now) {
        return after(practice, now, Duration.between(opens, closes));
    }

    private Instant after(Practice practice, Instant now, Duration work) {
        return new WorkingHours(practice.workingDays(), opens, closes, practice.zone()).after(now, work);
    }
}
