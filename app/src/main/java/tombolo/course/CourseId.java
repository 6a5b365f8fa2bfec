package tombolo.course;

import java.util.UUID;

/** Which course. */
public record CourseId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
