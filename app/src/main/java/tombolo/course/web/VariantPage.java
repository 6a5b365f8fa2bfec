package tombolo.course.web;

import java.util.List;
import java.util.TreeMap;
import tombolo.course.AgendaItem;
import tombolo.course.ProblemArea;
import tombolo.course.Variant;

/** One variant, laid out to read. */
public record VariantPage(Variant variant, List<ProblemArea> areas) {
    /** What single sessions hold, in order. */
    public TreeMap<Integer, List<AgendaItem>> bySession() {
        return new TreeMap<>(variant.bySession());
    }
}
