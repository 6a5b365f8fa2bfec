package tombolo.instruments;

import java.time.LocalDate;
import java.util.OptionalInt;

/** The first and the last score of one measure in a course, by date; of two on one day, by the order they came in. */
final class FirstAndLast {
    private long firstDay = Long.MAX_VALUE;
    private long lastDay = Long.MIN_VALUE;
    private int first;
    private int last;
    private int count;

    void add(LocalDate date, int score) {
        long day = date.toEpochDay();
        if (day < firstDay) {
            firstDay = day;
            first = score;
        }
        if (day >= lastDay) {
            lastDay = day;
            last = score;
        }
        count++;
    }

    /** Whether there are two scores to compare. */
    boolean paired() {
        return count > 1;
    }

    OptionalInt first() {
        return count == 0 ? OptionalInt.empty() : OptionalInt.of(first);
    }

    OptionalInt last() {
        return count == 0 ? OptionalInt.empty() : OptionalInt.of(last);
    }
}
