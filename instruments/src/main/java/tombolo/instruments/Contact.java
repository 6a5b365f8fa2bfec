package tombolo.instruments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a course at which scores may have been taken.
 *
 * @param date when it was
 * @param phq9 the whole PHQ-9 total, if there is one
 * @param gad7 the whole GAD-7 total, if there is one
 * @param kind whether it was treatment or assessment; only treatment counts towards a finished course
 * @param discharged whether the course is known to have ended
 */
public record Contact(
        LocalDate date, @Nullable Integer phq9, @Nullable Integer gad7, Kind kind, boolean discharged) {

    /** What the meeting was for. */
    public enum Kind {
        ASSESSMENT,
        TREATMENT
    }
}
