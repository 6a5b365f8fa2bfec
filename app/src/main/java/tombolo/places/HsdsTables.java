package tombolo.places;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same services as tables: a zip of CSV files, one a table ({@code services.csv}, {@code organizations.csv} and so on),
 * put together as they stand inside one another in the JSON. Each row knows its file and its line, so that what is wrong in it
 * can be named. A telephone or an hour that belongs to a person alone is passed over with that person.
 */
final class HsdsTables {
    /** Where a row stands: fields of our own, which no table has. */
    static final String FILE = "_file";

    static final String LINE = "_line";

    /** What a small file may swell to, in bytes. */
    private static final int LARGEST_UNPACKED = 10 * HsdsFile.LARGEST;

    private static final List<String> TABLES = List.of(
            "service",
            "organization",
            "location",
            "service_at_location",
            "address",
            "phone",
            "schedule",
            "cost_option");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, List<ObjectNode>> rows = new HashMap<>();

    private HsdsTables() {}

    static boolean isZip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /** The services with all that belongs to each inside it. */
    static JsonNode services(byte[] zip) {
        HsdsTables tables = new HsdsTables();
        tables.unpack(zip);
        if (!tables.rows.containsKey("service")) {
            throw new DirectoryRefused("places.desk.refused.tables", 1);
        }
        return tables.joined();
    }

    private void unpack(byte[] zip) {
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            int left = LARGEST_UNPACKED;
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                byte[] bytes = files.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new DirectoryRefused("places.desk.refused.large", LARGEST_UNPACKED / 1024 / 1024);
                }
                String name = file.getName().replaceFirst(".*[/\\\\]", "");
                table(name).ifPresent(table -> rows.put(table, read(name, bytes)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DirectoryRefused("places.desk.refused.zip", 1);
        }
    }

    /** Which table a file holds, by its name in the singular or the plural. */
    private static Optional<String> table(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return TABLES.stream()
                .filter(table -> Stream.of("", "s", "es").anyMatch(end -> name.equals(table + end + ".csv")))
                .findFirst();
    }

    private static List<ObjectNode> read(String file, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        List<String> columns = new ArrayList<>();
        List<ObjectNode> rows = new ArrayList<>();
        long line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                line = record.getStartingLineNumber();
                if (columns.isEmpty()) {
                    record.getFields().forEach(name -> columns.add(name.strip().toLowerCase(Locale.ROOT)));
                } else if (record.getFieldCount() == columns.size()) {
                    rows.add(row(file, line, columns, record.getFields()));
                } else {
                    throw DirectoryRefused.inTable("places.desk.refused.csv", file, line, "");
                }
            }
        } catch (CsvParseException e) {
            throw DirectoryRefused.inTable("places.desk.refused.csv", file, line, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** What is left empty is not there. */
    private static ObjectNode row(String file, long line, List<String> columns, List<String> fields) {
        ObjectNode row = NODES.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            if (!fields.get(i).isBlank()) {
                row.put(columns.get(i), fields.get(i));
            }
        }
        return row.put(FILE, file).put(LINE, line);
    }

    private ArrayNode joined() {
        List.of("phone", "schedule")
                .forEach(table -> List.of("service", "service_at_location", "location", "organization")
                        .forEach(owner -> put(owner, table + "s", of(table, owner))));
        put("service", "cost_options", of("cost_option", "service"));
        put("location", "addresses", of("address", "location"));
        point("service_at_location", "location");
        point("service", "organization");
        put("service", "service_at_locations", of("service_at_location", "service"));
        ArrayNode services = NODES.arrayNode();
        all("service").forEach(services::add);
        return services;
    }

    private List<ObjectNode> all(String table) {
        return rows.getOrDefault(table, List.of());
    }

    /** The rows of a table that belong to each of another, by the id of that. */
    private Map<String, List<ObjectNode>> of(String table, String owner) {
        Map<String, List<ObjectNode>> found = new HashMap<>();
        all(table)
                .forEach(row -> found.computeIfAbsent(text(row, owner + "_id"), id -> new ArrayList<>())
                        .add(row));
        return found;
    }

    private void put(String owner, String field, Map<String, List<ObjectNode>> parts) {
        all(owner).forEach(row -> {
            String id = text(row, "id");
            ArrayNode list = NODES.arrayNode();
            (id.isEmpty() ? List.<ObjectNode>of() : parts.getOrDefault(id, List.of())).forEach(list::add);
            row.set(field, list);
        });
    }

    /** Puts what a row names by its id into it; what is named must be there. */
    private void point(String table, String named) {
        Map<String, ObjectNode> byId = new HashMap<>();
        all(named).forEach(row -> byId.put(text(row, "id"), row));
        all(table).forEach(row -> {
            String id = text(row, named + "_id");
            ObjectNode found = byId.get(id);
            if (!id.isEmpty() && found == null) {
                throw DirectoryRefused.inTable(
                        "places.desk.refused.unknown",
                        text(row, FILE),
                        row.path(LINE).asLong(),
                        named + "_id");
            }
            if (found != null) {
                row.set(named, found);
            }
        });
    }

    private static String text(ObjectNode row, String field) {
        JsonNode found = row.get(field);
        return found == null ? "" : found.asString();
    }
}
