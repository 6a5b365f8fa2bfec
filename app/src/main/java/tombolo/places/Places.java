package tombolo.places;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.JsonRow;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** The places of a practice. Everybody in it may look; whoever runs it brings them in. They stand by name, and in no rank. */
@Repository
public class Places {
    /** How many stand on one page. */
    public static final int ON_A_PAGE = 40;

    private static final int MOST_PAGES = 1_000;
    private static final int MOST_WORDS = 8;
    private static final String COLUMNS =
            "id, name, organisation, description, for_whom, cost, email, website, addresses, hours, phones";

    private final JdbcClient jdbc;
    private final AuditChain audit;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    Places(JdbcClient jdbc, AuditChain audit, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.time = time;
    }

    /** The places in which the words are found, a page of them by name, and how many there are in all. */
    public record Found(List<PlaceToBelong> places, int count) {}

    /** A place as the database takes it: a row of JSON. */
    private record Row(
            String id,
            String name,
            String organisation,
            String description,
            String for_whom,
            String cost,
            String email,
            String website,
            List<String> addresses,
            List<Hours> hours,
            List<Phone> phones) {
        static Row of(PlaceToBelong place) {
            return new Row(
                    place.id().toString(),
                    place.name(),
                    place.organisation(),
                    place.description(),
                    place.forWhom(),
                    place.cost(),
                    place.email(),
                    place.website(),
                    place.addresses(),
                    place.hours(),
                    place.phones());
        }
    }

    /** When the list was brought in, if there is one. */
    public Optional<Directory> directory() {
        return jdbc.sql("select imported_at, came_in, left_out, whole from place_directory"
                        + " where practice_id = :practice")
                .param("practice", PracticeId.current().value())
                .query((row, number) -> new Directory(
                        row.getTimestamp("imported_at").toInstant(),
                        row.getInt("came_in"),
                        row.getInt("left_out"),
                        row.getBoolean("whole")))
                .optional();
    }

    /**
     * Looks for words; every one of them must be there.
     *
     * @param words may be empty, and then all are found
     * @param page from 1
     */
    public Found find(String words, int page) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("practice", PracticeId.current().value());
        List<String> patterns = patterns(words);
        String found = " from place_to_belong where practice_id = :practice";
        if (!patterns.isEmpty()) {
            found += " and name || ' ' || organisation || ' ' || description ilike all (array[:patterns])";
            parameters.put("patterns", patterns);
        }
        int count = jdbc.sql("select count(*)" + found)
                .params(parameters)
                .query((row, number) -> row.getInt(1))
                .single();
        String select = "select " + COLUMNS + found + " order by lower(name), id limit " + ON_A_PAGE + " offset "
                + (Math.clamp(page, 1, MOST_PAGES) - 1) * ON_A_PAGE;
        return new Found(
                jdbc.sql(JsonRow.each(select))
                        .params(parameters)
                        .query((row, number) -> place(JsonRow.of(row.getString(1))))
                        .list(),
                count);
    }

    /** The place of this id, as an address names it; nothing where there is none, or it is no id. */
    public Optional<PlaceToBelong> of(String id) {
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? jdbc.sql(JsonRow.each("select " + COLUMNS
                                + " from place_to_belong where practice_id = :practice and id = :id"))
                        .param("practice", PracticeId.current().value())
                        .param("id", UUID.fromString(id))
                        .query((row, number) -> place(JsonRow.of(row.getString(1))))
                        .optional()
                : Optional.empty();
    }

    /** The place of this name; nothing where there is none, or where two are called so and it cannot be told which. */
    public Optional<PlaceToBelong> called(String name) {
        List<PlaceToBelong> called = jdbc.sql(JsonRow.each("select " + COLUMNS
                        + " from place_to_belong where practice_id = :practice and lower(name) = lower(:name) limit 2"))
                .param("practice", PracticeId.current().value())
                .param("name", name.strip())
                .query((row, number) -> place(JsonRow.of(row.getString(1))))
                .list();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    /** Puts a list in the place of the one before. */
    @Transactional
    public void replace(Viewer viewer, HsdsFile file) {
        if (!viewer.is(Role.MANAGER)) {
            throw new NotFound();
        }
        note(viewer, file);
        jdbc.sql("delete from place_to_belong where practice_id = :practice")
                .param("practice", PracticeId.current().value())
                .update();
        jdbc.sql("insert into place_to_belong (practice_id, " + COLUMNS + ") select :practice, " + COLUMNS
                        + " from json_to_recordset(cast(:rows as json)) as x(id uuid, name text, organisation text,"
                        + " description text, for_whom text, cost text, email text, website text, addresses jsonb,"
                        + " hours jsonb, phones jsonb)")
                .param("practice", PracticeId.current().value())
                .param(
                        "rows",
                        json.writeValueAsString(
                                file.places().stream().map(Row::of).toList()))
                .update();
        audit.record(viewer, Act.WROTE, "places");
    }

    /** First of all, so that of two who bring in a list at once the second waits for the first. */
    private void note(Viewer viewer, HsdsFile file) {
        jdbc.sql("insert into place_directory (practice_id, imported_at, imported_by, came_in, left_out, whole)"
                        + " values (:practice, :at, :by, :in, :out, :whole) on conflict (practice_id) do update set"
                        + " imported_at = excluded.imported_at, imported_by = excluded.imported_by,"
                        + " came_in = excluded.came_in, left_out = excluded.left_out, whole = excluded.whole")
                .param("practice", PracticeId.current().value())
                .param("at", Timestamp.from(time.now()))
                .param("by", viewer.account().value())
                .param("in", file.places().size())
                .param("out", file.leftOut())
                .param("whole", file.whole())
                .update();
    }

    /** A percent sign that somebody types is a percent sign. */
    private static List<String> patterns(String words) {
        return Stream.of(words.split("[\\s\\p{Cc}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    private PlaceToBelong place(JsonRow row) {
        return new PlaceToBelong(
                row.uuid("id"),
                row.word("name"),
                row.word("organisation"),
                row.word("description"),
                row.word("for_whom"),
                row.word("cost"),
                row.word("email"),
                row.word("website"),
                row.words("addresses"),
                row.rows("hours", one -> json.treeToValue(one.columns(), Hours.class)),
                row.rows("phones", one -> json.treeToValue(one.columns(), Phone.class)));
    }
}
