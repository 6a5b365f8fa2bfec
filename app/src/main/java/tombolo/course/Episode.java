package tombolo.course;

import java.time.LocalDate;

/**
 * A depressive episode that a clinician has recorded. Naming the illness and the sick role stand on it, and on nothing else:
 * no score takes its place.
 *
 * @param clinician who made the diagnosis, and what they are
 */
public record Episode(String clinician, LocalDate recorded, String words) {
    @Override
    public String toString() {
        return "Episode[…]";
    }
}
