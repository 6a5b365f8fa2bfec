package tombolo.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One object within a service of the file, with the way to it, so that what is wrong in it can be named.
 *
 * @param path the way from the service, such as {@code phones[0]}; empty for the service itself
 * @param number the service's place in the list, from 1
 * @param service what the service is called; may be empty
 */
record HsdsPart(JsonNode node, String path, int number, String service) {
    static final int LINE = 500;
    static final int TEXT = 10_000;

    private static final int NAME_TOLD = 80;

    static HsdsPart service(JsonNode node, int number) {
        if (!node.isObject()) {
            throw new DirectoryRefused("places.desk.refused.object", number);
        }
        JsonNode name = node.get("name");
        String called = name != null && name.isString() ? oneLine(name.stringValue()) : "";
        return new HsdsPart(
                node,
                "",
                number,
                called.codePoints()
                        .limit(NAME_TOLD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    /** A line of words; empty where there is none. */
    String line(String field, String... orElse) {
        String said = oneLine(raw(field, LINE));
        for (int i = 0; i < orElse.length && said.isEmpty(); i++) {
            said = oneLine(raw(orElse[i], LINE));
        }
        return said;
    }

    /** A line of words that must be there. */
    String required(String field) {
        String said = line(field);
        if (said.isEmpty()) {
            throw refused("places.desk.refused.missing", field);
        }
        return said;
    }

    /** Words that should be one line and may be long; they are put on one. */
    String longLine(String field) {
        return oneLine(raw(field, TEXT));
    }

    /** Words of many lines; empty where there are none. */
    String text(String field) {
        return clean(raw(field, TEXT)).strip();
    }

    /** What is written there, whatever it is: a number as well as words. */
    String loosely(String field) {
        JsonNode found = node.get(field);
        return found == null || !found.isValueNode() || found.isNull() ? "" : oneLine(found.asString());
    }

    Optional<HsdsPart> part(String field) {
        JsonNode found = node.get(field);
        if (found == null || found.isNull()) {
            return Optional.empty();
        }
        if (!found.isObject()) {
            throw refused("places.desk.refused.object.field", field);
        }
        return Optional.of(new HsdsPart(found, way(field), number, service));
    }

    List<HsdsPart> parts(String field) {
        JsonNode found = node.get(field);
        List<HsdsPart> parts = new ArrayList<>();
        if (found == null || found.isNull()) {
            return parts;
        }
        if (!found.isArray()) {
            throw refused("places.desk.refused.list", field);
        }
        for (JsonNode one : found) {
            String way = field + "[" + parts.size() + "]";
            if (!one.isObject()) {
                throw refused("places.desk.refused.object.field", way);
            }
            parts.add(new HsdsPart(one, way(way), number, service));
        }
        return parts;
    }

    DirectoryRefused refused(String key, String field) {
        JsonNode file = node.get(HsdsTables.FILE);
        return file == null
                ? new DirectoryRefused(key, number, service, way(field))
                : DirectoryRefused.inTable(
                        key, file.asString(), node.path(HsdsTables.LINE).asLong(), field);
    }

    private String raw(String field, int most) {
        JsonNode found = node.get(field);
        if (found == null || found.isNull()) {
            return "";
        }
        if (!found.isString()) {
            throw refused("places.desk.refused.words", field);
        }
        if (found.stringValue().length() > most) {
            throw refused(most == LINE ? "places.desk.refused.long-line" : "places.desk.refused.long", field);
        }
        return found.stringValue();
    }

    private String way(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String oneLine(String words) {
        return clean(words).replaceAll("\\s+", " ").strip();
    }

    /** The database keeps no NUL, and half a letter is none. */
    private static String clean(String words) {
        return words.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n]]", " ");
    }
}
