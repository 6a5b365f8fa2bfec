package tombolo.course.web;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tombolo.course.AgendaItem;
import tombolo.course.ProblemArea;
import tombolo.course.Rhythm;
import tombolo.course.Variant;

/** One variant, laid out to read. */
public record VariantPage(Variant variant, List<ProblemArea> areas) {
    /** Sessions by their numbers, in a row. */
    public String numbers(Rhythm.At at) {
        return at.sessions().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** What single sessions hold, in order. */
    public TreeMap<Integer, List<AgendaItem>> bySession() {
        return new TreeMap<>(variant.bySession());
    }
}
