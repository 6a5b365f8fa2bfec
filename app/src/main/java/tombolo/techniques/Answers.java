package tombolo.techniques;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said in a piece of work so far, by field. */
public record Answers(Map<String, List<String>> given) {
    /** Before anything is said. */
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        given.forEach((field, said) -> {
            List<String> words = said.stream().filter(one -> !one.isBlank()).toList();
            if (!words.isEmpty()) {
                kept.put(field, words);
            }
        });
        given = Map.copyOf(kept);
    }

    /** The answer to a field; empty where there is none. */
    public String one(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    /** All that was chosen. */
    public List<String> all(String field) {
        return given.getOrDefault(field, List.of());
    }

    public boolean has(String field) {
        return given.containsKey(field);
    }

    public Optional<Integer> number(String field) {
        return Optional.of(one(field)).filter(said -> said.matches("\\d{1,2}")).map(Integer::valueOf);
    }

    /** With what a step says now in place of what was said in its fields before. */
    public Answers with(Collection<String> fields, Answers now) {
        Map<String, List<String>> all = new LinkedHashMap<>(given);
        all.keySet().removeAll(fields);
        fields.forEach(field -> all.put(field, new ArrayList<>(now.all(field))));
        return new Answers(all);
    }

    /** With a field that says this; nothing is said by empty words. */
    public Answers with(String field, String words) {
        return with(List.of(field), new Answers(Map.of(field, List.of(words))));
    }

    /** Shows no word of it. */
    @Override
    public String toString() {
        return "answers";
    }
}
