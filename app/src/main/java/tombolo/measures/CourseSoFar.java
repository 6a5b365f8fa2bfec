package tombolo.measures;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody's open course has come to before the next answers.
 *
 * @param course empty where none is under way
 * @param planned how many sessions were agreed on, 0 without a course
 * @param responses those that count, by when they were answered
 */
record CourseSoFar(Optional<UUID> course, int planned, List<Response> responses) {
    static final CourseSoFar NONE = new CourseSoFar(Optional.empty(), 0, List.of());

    CourseSoFar {
        responses = List.copyOf(responses);
    }
}
