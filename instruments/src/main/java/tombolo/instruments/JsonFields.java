package tombolo.instruments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * One object of an {@code instrument.json}, read field by field.
 *
 * <p>Whatever is missing, of the wrong kind or not known is refused with its file, its field and what was expected, so
 * that a slip of the pen in a threshold never passes for its absence.
 */
final class JsonFields {
    private final String file;
    private final String place;
    private final Map<String, Object> fields;
    private final Set<String> asked = new HashSet<>();

    private JsonFields(String file, String place, Map<String, Object> fields) {
        this.file = file;
        this.place = place;
        this.fields = fields;
    }

    static JsonFields read(Folder folder, String name) {
        String file = folder.path(name);
        try (InputStream in = folder.open(name)) {
            if (in == null) {
                throw new InstrumentRefused(file, "", "this file to be there");
            }
            JsonFactory json = JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
            try (JsonParser parser = json.createParser(ObjectReadContext.empty(), in)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw new InstrumentRefused(file, "", "an object in braces");
                }
                return new JsonFields(file, "", object(parser));
            }
        } catch (JacksonException e) {
            throw new InstrumentRefused(
                    file, "line " + e.getLocation().getLineNr(), "JSON (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> parser.getString();
            default -> Missing.NULL;
        };
    }

    /** JSON's null, which is never what a field should hold. */
    private enum Missing {
        NULL
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> refuse(name, "a text"));
    }

    Optional<String> optionalText(String name) {
        return optional(name, String.class, "a text").filter(text -> {
            if (text.isBlank()) {
                throw refuse(name, "a text that is not blank");
            }
            return true;
        });
    }

    String oneOf(String name, String... words) {
        String word = text(name);
        if (!List.of(words).contains(word)) {
            throw refuse(name, String.join(" or ", words) + ", not '" + word + "'");
        }
        return word;
    }

    int whole(String name) {
        return whole(name, decimal(name));
    }

    int whole(String name, int otherwise) {
        return fields.containsKey(name) ? whole(name) : otherwise;
    }

    BigDecimal decimal(String name) {
        return optional(name, BigDecimal.class, "a number").orElseThrow(() -> refuse(name, "a number"));
    }

    boolean flag(String name, boolean otherwise) {
        return optional(name, Boolean.class, "true or false").orElse(otherwise);
    }

    Optional<JsonFields> optionalObject(String name) {
        return optional(name, Map.class, "an object").map(value -> nested(name, value));
    }

    JsonFields object(String name) {
        return optionalObject(name).orElseThrow(() -> refuse(name, "an object"));
    }

    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object value : optionalList(name)) {
            String element = name + "[" + objects.size() + "]";
            objects.add(nested(element, as(element, Map.class, value, "an object")));
        }
        return objects;
    }

    List<String> texts(String name) {
        return optionalList(name).stream()
                .map(value -> as(name, String.class, value, "a list of texts"))
                .toList();
    }

    List<Integer> wholes(String name) {
        return optionalList(name).stream()
                .map(value -> whole(name, as(name, BigDecimal.class, value, "a list of whole numbers")))
                .toList();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The names of the fields, for objects whose names are the author's own. */
    List<String> names() {
        return List.copyOf(fields.keySet());
    }

    /** Refuses any field that nobody asked for. */
    void nothingElse() {
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                throw refuse(name, "no such field here");
            }
        }
    }

    InstrumentRefused refuse(String name, String expected) {
        return new InstrumentRefused(file, at(name), expected);
    }

    private String at(String name) {
        return place.isEmpty() ? name : name.isEmpty() ? place : place + "." + name;
    }

    private int whole(String name, BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw refuse(name, "a whole number, not " + number);
        }
    }

    private List<?> optionalList(String name) {
        return optional(name, List.class, "a list").orElse(List.of());
    }

    private <T> Optional<T> optional(String name, Class<T> type, String expected) {
        asked.add(name);
        @Nullable Object value = fields.get(name);
        return value == null ? Optional.empty() : Optional.of(as(name, type, value, expected));
    }

    private <T> T as(String name, Class<T> type, Object value, String expected) {
        if (!type.isInstance(value)) {
            throw refuse(name, expected);
        }
        return type.cast(value);
    }

    @SuppressWarnings("unchecked")
    private JsonFields nested(String name, Map<?, ?> value) {
        return new JsonFields(file, at(name), (Map<String, Object>) value);
    }
}
