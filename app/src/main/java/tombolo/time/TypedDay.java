package tombolo.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** A day as a form sends it. A year far from any life is a slip of the hand, and would be kept as another day than was meant. */
public final class TypedDay {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private TypedDay() {}

    /** Empty where there is no such day. */
    public static Optional<LocalDate> read(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(TypedDay::isNear);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day with the time on the clock. */
    public static Optional<LocalDateTime> moment(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip())).filter(it -> isNear(it.toLocalDate()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isNear(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
