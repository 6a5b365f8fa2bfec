package tombolo.techniques;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.JsonRow;
import tombolo.inventory.RelationshipId;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.week.TryId;
import tombolo.week.With;
import tools.jackson.databind.json.JsonMapper;

/** Pieces of work as they lie in the database, their words sealed. Whoever asks has made sure that they may. */
@Repository
class PieceRows {
    private static final String ROWS = "select id, technique, with_id, words, begun_by, begun_at, changed_at, try_id,"
            + " whole, version from piece_of_work where practice_id = :practice and person_id = :person";

    /** Those of one person, whichever was changed last first. */
    static final String NEWEST_FIRST = ROWS + " order by changed_at desc, id desc";

    /** Those of one person with some techniques. */
    static final String WITH_SOME = ROWS + " and technique = any(string_to_array(:yearlyWith, ' '))";

    /** The same, of those that were worked on since then. */
    static String withSomeSince(String page) {
        return ROWS + " and technique = any(string_to_array(:" + page + "With, ' ')) and changed_at > :" + page
                + "Since order by changed_at desc, id desc";
    }

    /** Those of which something was still asked when they were kept. */
    static final String KEPT_HALF_DONE = ROWS + " and not whole order by changed_at desc, id desc";

    /**
     * The words of a piece as they are sealed.
     *
     * @param stood nothing in one that was kept before this was
     */
    private record Sealed(
            String with,
            Map<String, List<String>> answers,
            @Nullable List<Stood> stood) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Techniques techniques;
    private final JsonMapper json = JsonMapper.builder().build();

    PieceRows(JdbcClient jdbc, Vault vault, Techniques techniques) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.techniques = techniques;
    }

    /** Whichever was changed last first. */
    List<Piece> of(PersonId person) {
        return load(person, NEWEST_FIRST, parameters(person));
    }

    /** Those about somebody on the circles, the earliest first. */
    List<Piece> about(PersonId person, RelationshipId who) {
        Map<String, Object> parameters = parameters(person);
        parameters.put("with", who.value());
        return load(person, ROWS + " and with_id = :with order by begun_at, id", parameters);
    }

    Optional<Piece> find(PersonId person, PieceId id) {
        Map<String, Object> parameters = parameters(person);
        parameters.put("id", id.value());
        return load(person, ROWS + " and id = :id", parameters).stream().findFirst();
    }

    void insert(Piece piece) {
        jdbc.sql("insert into piece_of_work (practice_id, id, person_id, technique, with_id, words, whole, begun_by,"
                        + " begun_at, changed_at, version) values (:practice, :id, :person, :technique, :with, :words,"
                        + " :whole, :by, :at, :at, 0)")
                .param("practice", PracticeId.current().value())
                .param("id", piece.id().value())
                .param("person", piece.person().value())
                .param("technique", piece.technique())
                .param("with", piece.with().map(it -> it.who().value()).orElse(null), Types.OTHER)
                .param("words", sealed(piece))
                .param("whole", piece.whole())
                .param("by", piece.begunBy().value())
                .param("at", Timestamp.from(piece.begunAt()))
                .update();
    }

    /** False when it was changed since that version: nothing is kept then. */
    boolean update(Piece piece, int seen) {
        return jdbc.sql("update piece_of_work set with_id = :with, words = :words, whole = :whole, changed_at = :at,"
                                + " try_id = :tried, version = :version where practice_id = :practice"
                                + " and person_id = :person and id = :id and version = :seen")
                        .param("with", piece.with().map(it -> it.who().value()).orElse(null), Types.OTHER)
                        .param("words", sealed(piece))
                        .param("whole", piece.whole())
                        .param("at", Timestamp.from(piece.changedAt()))
                        .param("tried", piece.tried().map(TryId::value).orElse(null), Types.OTHER)
                        .param("version", piece.version())
                        .param("practice", PracticeId.current().value())
                        .param("person", piece.person().value())
                        .param("id", piece.id().value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Whether everything it needs has been said, and nothing else of it. */
    void remeasure(Piece piece) {
        jdbc.sql("update piece_of_work set whole = :whole where practice_id = :practice and person_id = :person"
                        + " and id = :id")
                .params(parameters(piece.person()))
                .param("whole", piece.whole())
                .param("id", piece.id().value())
                .update();
    }

    void remove(PersonId person, PieceId id) {
        jdbc.sql("delete from piece_of_work where practice_id = :practice and person_id = :person and id = :id")
                .params(parameters(person))
                .param("id", id.value())
                .update();
    }

    private static Map<String, Object> parameters(PersonId person) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("practice", PracticeId.current().value());
        parameters.put("person", person.value());
        return parameters;
    }

    private List<Piece> load(PersonId person, String select, Map<String, ?> parameters) {
        return jdbc.sql(JsonRow.each(select))
                .params(parameters)
                .query((row, number) -> read(person, JsonRow.of(row.getString(1))))
                .list();
    }

    Piece read(PersonId person, JsonRow row) {
        PieceId id = new PieceId(row.uuid("id"));
        Sealed words =
                json.readValue(vault.open(person, place(id), row.bytes("words")).words(), Sealed.class);
        return byNow(new Piece(
                id,
                person,
                row.word("technique"),
                row.perhaps("with_id", JsonRow::uuid).map(who -> new With(new RelationshipId(who), words.with())),
                new Answers(words.answers()),
                Optional.ofNullable(words.stood()).orElse(List.of()),
                new AccountId(row.uuid("begun_by")),
                row.moment("begun_at"),
                row.moment("changed_at"),
                row.perhaps("try_id", JsonRow::uuid).map(TryId::new),
                row.isTrue("whole"),
                row.number("version")));
    }

    /** What has become optional since a piece was kept is no longer waited for, whoever it is open towards. */
    private Piece byNow(Piece kept) {
        return kept.whole()
                ? kept
                : techniques
                        .find(kept.technique())
                        .filter(how -> how.steps(kept.answers(), false).stream().noneMatch(kept::waitsFor))
                        .map(how -> kept.measuredBy(how.steps(kept.answers(), true)))
                        .orElse(kept);
    }

    private byte[] sealed(Piece piece) {
        Sealed words = new Sealed(
                piece.with().map(With::name).orElse(""), piece.answers().given(), piece.stood());
        return vault.seal(piece.person(), place(piece.id()), json.writeValueAsString(words));
    }

    private static Place place(PieceId id) {
        return new Place("piece_of_work", "words", id.value());
    }
}
