package tombolo.measures;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tombolo.instruments.Instrument;

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

    /** The answers to a questionnaire. */
    List<Response> to(Instrument instrument) {
        return responses.stream()
                .filter(one -> one.instrument().id().equals(instrument.id()))
                .toList();
    }

    /** What was answered at the same moment, itself among it. */
    List<Response> answeredWith(Response response) {
        return responses.stream()
                .filter(one -> one.taken().equals(response.taken()))
                .toList();
    }

    /** The course as it was before that moment. */
    CourseSoFar before(Response response) {
        return new CourseSoFar(
                course,
                planned,
                responses.stream()
                        .filter(one -> one.taken().isBefore(response.taken()))
                        .toList());
    }
}
