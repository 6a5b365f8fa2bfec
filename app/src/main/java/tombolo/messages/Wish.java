package tombolo.messages;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When somebody may be written to, and whether they want to be reminded.
 *
 * @param from the earliest time of day
 * @param until the time of day from which nothing goes any more; later than {@code from}
 * @param days the days of the week on which something may go
 */
public record Wish(LocalTime from, LocalTime until, Set<DayOfWeek> days, boolean reminders) {

    /** By day, on any day, with reminders: for whoever has said nothing else. */
    public static final Wish UNSAID =
            new Wish(LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.allOf(DayOfWeek.class), true);

    private static final int WEEK = 7;

    public Wish {
        days = Set.copyOf(days);
        if (!from.isBefore(until) || days.isEmpty()) {
            throw new IllegalArgumentException("From %s until %s on %s is never".formatted(from, until, days));
        }
    }

    /** This very moment where it suits, else the next one that does. */
    public Instant nextFrom(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        if (days.contains(there.getDayOfWeek())
                && !there.toLocalTime().isBefore(from)
                && there.toLocalTime().isBefore(until)) {
            return moment;
        }
        for (int ahead = 0; ahead <= WEEK; ahead++) {
            ZonedDateTime begins =
                    there.toLocalDate().plusDays(ahead).atTime(from).atZone(zone);
            if (days.contains(begins.getDayOfWeek()) && begins.toInstant().isAfter(moment)) {
                return begins.toInstant();
            }
        }
        throw new IllegalStateException("There is a day of the week among " + days);
    }
}
