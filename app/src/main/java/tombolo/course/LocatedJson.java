package tombolo.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** An object of a JSON file whose every value knows its line, so that what is wrong can be put right where it stands. */
final class LocatedJson {
    private final String file;
    private final String place;
    private final int line;
    private final Map<String, Value> fields;
    private final Set<String> asked = new HashSet<>();

    /** A value: a text, a whole number as {@link Integer}, a list, an object, or anything else, which nothing expects. */
    private record Value(@Nullable Object is, int line) {}

    private LocatedJson(String file, String place, int line, Map<String, Value> fields) {
        this.file = file;
        this.place = place;
        this.line = line;
        this.fields = fields;
    }

    static LocatedJson read(String file, String text) {
        JsonFactory json = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new FileRefused(file, 1, "", "an object in braces");
            }
            LocatedJson read = new LocatedJson(file, "", 1, object(parser));
            if (parser.nextToken() != null) {
                throw new FileRefused(file, line(parser), "", "nothing after the closing brace");
            }
            return read;
        } catch (JacksonException e) {
            throw new FileRefused(
                    file,
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()),
                    "",
                    "JSON (" + e.getOriginalMessage() + ")");
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Map<String, Value> object(JsonParser parser) {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static Value value(JsonParser parser) {
        int line = line(parser);
        return new Value(
                switch (parser.currentToken()) {
                    case START_OBJECT -> object(parser);
                    case START_ARRAY -> array(parser);
                    case VALUE_STRING -> parser.getString();
                    case VALUE_NUMBER_INT -> whole(parser);
                    default -> null;
                },
                line);
    }

    private static @Nullable Integer whole(JsonParser parser) {
        long number = parser.getNumberType() == JsonParser.NumberType.INT ? parser.getIntValue() : Long.MAX_VALUE;
        return number == Long.MAX_VALUE ? null : Integer.valueOf((int) number);
    }

    private static List<Value> array(JsonParser parser) {
        List<Value> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    String text(String name, int longest) {
        return as(name, required(name, "a text"), longest);
    }

    String text(String name, String pattern, String expected) {
        String text = as(name, required(name, expected), Integer.MAX_VALUE);
        if (!text.matches(pattern)) {
            throw refuse(name, expected + ", not '" + text + "'");
        }
        return text;
    }

    Optional<String> optionalText(String name, int longest) {
        Value value = asked(name);
        return value == null ? Optional.empty() : Optional.of(as(name, value, longest));
    }

    String oneOf(String name, List<String> words) {
        String word = as(name, required(name, String.join(" or ", words)), Integer.MAX_VALUE);
        if (!words.contains(word)) {
            throw refuse(name, String.join(" or ", words) + ", not '" + word + "'");
        }
        return word;
    }

    int whole(String name, int from, int to) {
        return whole(name, required(name, "a whole number from " + from + " to " + to), from, to);
    }

    /** A range as two numbers in brackets. */
    int[] range(String name, int from, int to) {
        String expected = "two session numbers, the first and the last, such as [1, 4]";
        List<Value> values = list(name, required(name, expected), expected);
        if (values.size() != 2) {
            throw refuse(name, expected);
        }
        int first = whole(name + "[0]", values.getFirst(), from, to);
        int last = whole(name + "[1]", values.getLast(), from, to);
        if (last < first) {
            throw new FileRefused(
                    file, values.getLast().line(), at(name), "a last session that is not before the first");
        }
        return new int[] {first, last};
    }

    LocatedJson object(String name) {
        return nested(name, required(name, "an object in braces"));
    }

    Optional<LocatedJson> optionalObject(String name) {
        Value value = asked(name);
        return value == null ? Optional.empty() : Optional.of(nested(name, value));
    }

    List<LocatedJson> objects(String name) {
        List<LocatedJson> objects = new ArrayList<>();
        for (Value value : list(name, required(name, "a list in brackets"), "a list in brackets")) {
            objects.add(nested(name + "[" + objects.size() + "]", value));
        }
        return objects;
    }

    List<String> texts(String name, int longest) {
        List<String> texts = new ArrayList<>();
        for (Value value : list(name, required(name, "a list of texts"), "a list of texts")) {
            texts.add(as(name + "[" + texts.size() + "]", value, longest));
        }
        return texts;
    }

    /** A list of texts and whole numbers: one at least, each of them fitting, and each once. */
    List<Object> each(String name, String expected, Predicate<Object> fits) {
        List<Object> each = new ArrayList<>();
        for (Value value : list(name, required(name, expected), expected)) {
            String place = at(name + "[" + each.size() + "]");
            Object is = value.is();
            if (is == null || !fits.test(is)) {
                boolean shown = is instanceof Integer || is instanceof String;
                throw new FileRefused(file, value.line(), place, expected + (shown ? ", not '" + is + "'" : ""));
            }
            if (each.contains(is)) {
                throw new FileRefused(file, value.line(), place, expected + "; '" + is + "' is there twice");
            }
            each.add(is);
        }
        if (each.isEmpty()) {
            throw refuse(name, expected);
        }
        return each;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The names of the fields, where they are the author's own. */
    List<String> names() {
        return List.copyOf(fields.keySet());
    }

    /** Refuses any field that nobody asked for: a slip of the pen must not pass for an absence. */
    void nothingElse() {
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                throw refuse(name, "no such field here");
            }
        }
    }

    FileRefused refuse(String name, String expected) {
        Value value = fields.get(name.replaceFirst("\\[.*", ""));
        return new FileRefused(file, value == null ? line : value.line(), at(name), expected);
    }

    private String at(String name) {
        return place.isEmpty() ? name : name.isEmpty() ? place : place + "." + name;
    }

    private @Nullable Value asked(String name) {
        asked.add(name);
        return fields.get(name);
    }

    private Value required(String name, String expected) {
        Value value = asked(name);
        if (value == null) {
            throw refuse(name, expected + "; it is not there");
        }
        return value;
    }

    private String as(String name, Value value, int longest) {
        if (!(value.is() instanceof String text) || text.isBlank()) {
            throw new FileRefused(file, value.line(), at(name), "a text that is not blank");
        }
        if (text.length() > longest) {
            throw new FileRefused(
                    file, value.line(), at(name), "a text of " + longest + " letters at most, not " + text.length());
        }
        return text;
    }

    private int whole(String name, Value value, int from, int to) {
        String expected = "a whole number from " + from + " to " + to;
        if (!(value.is() instanceof Integer number) || number < from || number > to) {
            throw new FileRefused(
                    file,
                    value.line(),
                    at(name),
                    expected + (value.is() instanceof Integer ? ", not " + value.is() : ""));
        }
        return number;
    }

    @SuppressWarnings("unchecked")
    private List<Value> list(String name, Value value, String expected) {
        if (!(value.is() instanceof List<?> list)) {
            throw new FileRefused(file, value.line(), at(name), expected);
        }
        return (List<Value>) list;
    }

    @SuppressWarnings("unchecked")
    private LocatedJson nested(String name, Value value) {
        if (!(value.is() instanceof Map<?, ?> object)) {
            throw new FileRefused(file, value.line(), at(name), "an object in braces");
        }
        return new LocatedJson(file, at(name), value.line(), (Map<String, Value>) object);
    }
}
