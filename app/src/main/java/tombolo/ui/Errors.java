package tombolo.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a person still has to put right in a form, field by field, in the order of the page. */
public final class Errors {
    private final Map<String, Said> byField = new LinkedHashMap<>();

    /** No errors. */
    public static Errors none() {
        return new Errors();
    }

    /** Notes one thing about a field; the first said about a field stands. */
    public Errors add(String field, String key, Object... arguments) {
        byField.putIfAbsent(field, Said.of(key, arguments));
        return this;
    }

    /** True when all is well. */
    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** What there is to say, by field. */
    public Map<String, Said> byField() {
        return byField;
    }

    /** What there is to say about one field. */
    public Optional<Said> at(String field) {
        return Optional.ofNullable(byField.get(field));
    }
}
