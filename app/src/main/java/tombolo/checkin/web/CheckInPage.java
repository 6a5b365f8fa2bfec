package tombolo.checkin.web;

import java.util.List;
import java.util.stream.Stream;

/** The whole check-in as one document: the questions, the ones that may open, and the last. */
public record CheckInPage(List<Step> first, List<Step> rest, Step last, boolean again) {
    /** Where the questions begin. */
    public String begin() {
        return first.getFirst().id();
    }

    /** Every question there is. */
    public List<Step> all() {
        return Stream.of(first, rest, List.of(last)).flatMap(List::stream).toList();
    }
}
