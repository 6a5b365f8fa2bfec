package tombolo.course.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tombolo.course.Course;

/**
 * How near the goals were on a day, as both marked it.
 *
 * @param near by the id of the goal
 */
public record Marked(LocalDate day, Map<UUID, Integer> near) {

    /** Each time they marked them, the first first. */
    public static List<Marked> of(Course course, ZoneId zone) {
        return course.goalsMarked().stream()
                .map(marked -> new Marked(LocalDate.ofInstant(marked.signed().at(), zone), marked.near()))
                .toList();
    }
}
