package tombolo.course.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tombolo.course.AgendaItem;
import tombolo.course.ProblemArea;
import tombolo.course.Rhythm;
import tombolo.course.Variant;
import tombolo.course.Where;

/** One variant, laid out to read. */
public record VariantPage(Variant variant, List<ProblemArea> areas) {
    /** Sessions by their numbers, in a row. */
    public String numbers(Rhythm.At at) {
        return at.sessions().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** What single sessions hold, in the order they have in a course of the usual length. */
    public List<Map.Entry<Where, List<AgendaItem>>> bySession() {
        Comparator<Map.Entry<Where, List<AgendaItem>>> order =
                Comparator.comparing(one -> one.getKey().in(variant.sessions().usual()));
        return variant.bySession().entrySet().stream()
                .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
