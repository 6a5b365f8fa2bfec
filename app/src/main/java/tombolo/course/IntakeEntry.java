package tombolo.course;

import java.util.List;
import java.util.Map;

/**
 * One saving of one task: what was said, field by field, in whoever's words.
 *
 * @param course the course during which it was written
 * @param finished whether the writer called it complete
 */
public record IntakeEntry(
        CourseId course,
        IntakeTask task,
        int version,
        boolean finished,
        Map<String, List<String>> said,
        Signature signed) {

    public IntakeEntry {
        said = Map.copyOf(said);
    }

    /** The first value of a field; empty where there is none. */
    public String value(String field) {
        List<String> values = said.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    @Override
    public String toString() {
        return "IntakeEntry[" + task + " " + version + "]";
    }
}
