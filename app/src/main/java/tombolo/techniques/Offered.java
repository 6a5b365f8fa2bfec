package tombolo.techniques;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tombolo.course.Phase;

/**
 * When a technique is worth offering in a course. It helps to find one; all of them stay open at any time.
 *
 * @param phases parts of the course
 * @param areas ids of the problem areas it was made for; none where it serves them all
 */
public record Offered(Set<Phase> phases, List<String> areas) {
    public Offered {
        phases = Set.copyOf(phases);
        areas = List.copyOf(areas);
    }

    /** While the two work on the focus. */
    public static Offered inTheWork(String... areas) {
        return new Offered(EnumSet.of(Phase.MIDDLE), List.of(areas));
    }

    /** Also before the two have agreed what to work on. */
    public Offered fromTheStart() {
        return with(Phase.INITIAL);
    }

    /** Also in the last sessions. */
    public Offered untilTheEnd() {
        return with(Phase.ENDING);
    }

    private Offered with(Phase phase) {
        return new Offered(
                EnumSet.copyOf(Stream.concat(phases.stream(), Stream.of(phase)).toList()), areas);
    }

    /** @param focus ids of the problem areas in hand */
    boolean fits(Phase phase, List<String> focus) {
        return phases.contains(phase) && (areas.isEmpty() || isMadeFor(focus));
    }

    boolean isMadeFor(List<String> focus) {
        return areas.stream().anyMatch(focus::contains);
    }
}
