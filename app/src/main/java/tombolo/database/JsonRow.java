package tombolo.database;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row as the database words it in JSON: with the rows that belong to it inside it, and beside rows of other tables, so
 * that what lies in many tables is read in one statement.
 */
public record JsonRow(JsonNode columns) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A select of one value: all the rows of a select, in their order. */
    public static String all(String select) {
        return "select coalesce(json_agg(t), '[]') from (" + select + ") t";
    }

    /** The same rows, one by one: a row of the select is then one JSON value. */
    public static String each(String select) {
        return "select to_json(t) from (" + select + ") t";
    }

    public static JsonRow of(String json) {
        return new JsonRow(JSON.readTree(json));
    }

    /** Makes something of every row in a value that is a list of rows. */
    public static <T> List<T> read(String json, Function<JsonRow, T> each) {
        return read(JSON.readTree(json), each);
    }

    private static <T> List<T> read(JsonNode rows, Function<JsonRow, T> each) {
        List<T> read = new ArrayList<>();
        rows.forEach(row -> read.add(each.apply(new JsonRow(row))));
        return List.copyOf(read);
    }

    /** The rows that belong to this one, under the name they have in it. */
    public <T> List<T> rows(String name, Function<JsonRow, T> each) {
        return read(columns.get(name), each);
    }

    /** The one row that belongs to this one. */
    public JsonRow row(String name) {
        return new JsonRow(columns.get(name));
    }

    /** What is in a column, where there is something in it: {@code row.perhaps("ended_at", JsonRow::moment)}. */
    public <T> Optional<T> perhaps(String column, BiFunction<JsonRow, String, T> read) {
        JsonNode value = columns.get(column);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(read.apply(this, column));
    }

    public String word(String column) {
        return columns.get(column).stringValue();
    }

    public int number(String column) {
        return columns.get(column).intValue();
    }

    public boolean isTrue(String column) {
        return columns.get(column).booleanValue();
    }

    public UUID uuid(String column) {
        return UUID.fromString(word(column));
    }

    public Instant moment(String column) {
        return OffsetDateTime.parse(word(column)).toInstant();
    }

    public LocalDate day(String column) {
        return LocalDate.parse(word(column));
    }

    public byte[] bytes(String column) {
        return HexFormat.of().parseHex(word(column).substring(2));
    }

    public List<String> words(String column) {
        List<String> words = new ArrayList<>();
        columns.get(column).forEach(word -> words.add(word.stringValue()));
        return words;
    }

    public List<UUID> uuids(String column) {
        return words(column).stream().map(UUID::fromString).toList();
    }

    /** Numbers of which some may be missing. */
    public List<Optional<Integer>> numbers(String column) {
        List<Optional<Integer>> numbers = new ArrayList<>();
        columns.get(column)
                .forEach(number -> numbers.add(number.isNull() ? Optional.empty() : Optional.of(number.intValue())));
        return numbers;
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "a row";
    }
}
