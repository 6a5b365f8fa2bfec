package tombolo.measures;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tombolo.database.JsonRow;
import tombolo.instruments.Answers;
import tombolo.instruments.Instrument;
import tombolo.instruments.Item;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.Vault;

/** How askings and responses lie in their tables. */
@Component
final class AskingRows {
    static final String ASKING = "a.id as asking, a.person_id as asked, a.series_id as asking_series, a.instruments,"
            + " a.appointment_id, a.session as asking_session, a.opens_at, a.closes_at, a.guesses, a.in_room, a.answered_at,"
            + " a.press, a.withdrawn_at";
    /** A response {@code r} as one JSON value; null where a join found none. */
    static final String RESPONSE = "to_json(r) as response";

    /** That a response {@code r} answers an asking {@code a}, though nobody wrote down for which session it was. */
    static final String ANSWERED_APART = "r.session is null and r.set_aside_at is null and r.instrument = any"
            + " (a.instruments) and r.taken_at >= a.opens_at - interval '12 hours' and r.taken_at <= a.closes_at";

    private final Questionnaires questionnaires;
    private final Vault vault;

    AskingRows(Questionnaires questionnaires, Vault vault) {
        this.questionnaires = questionnaires;
        this.vault = vault;
    }

    static Asking asking(ResultSet row) throws SQLException {
        Array instruments = row.getArray("instruments");
        return new Asking(
                row.getObject("asking", UUID.class),
                new PersonId(row.getObject("asked", UUID.class)),
                Optional.ofNullable(row.getObject("asking_series", UUID.class)),
                List.of((String[]) instruments.getArray()),
                Optional.ofNullable(row.getObject("appointment_id", UUID.class)),
                number(row, "asking_session"),
                row.getTimestamp("opens_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(),
                row.getInt("guesses"),
                row.getBoolean("in_room"),
                moment(row, "answered_at"),
                Optional.ofNullable(row.getObject("press", UUID.class)),
                moment(row, "withdrawn_at"));
    }

    /** The response in a row that may have one. */
    Optional<Response> response(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("response")).map(JsonRow::of).map(this::response);
    }

    Response response(JsonRow row) {
        UUID id = row.uuid("id");
        PersonId person = new PersonId(row.uuid("person_id"));
        return new Response(
                id,
                person,
                row.perhaps("series_id", JsonRow::uuid),
                row.perhaps("asking_id", JsonRow::uuid),
                row.perhaps("session", JsonRow::number),
                row.moment("taken_at"),
                Way.valueOf(row.word("way")),
                row.perhaps("kept_by", JsonRow::uuid).map(AccountId::new),
                row.perhaps("reason", JsonRow::bytes).map(reason -> vault.open(person, reasonOf(id), reason)),
                answers(questionnaires.get(row.word("instrument")), row.numbers("answers")),
                row.perhaps("set_aside_why", JsonRow::bytes)
                        .map(why -> new Response.SetAside(
                                row.moment("set_aside_at"),
                                new AccountId(row.uuid("set_aside_by")),
                                vault.open(person, setAsideOf(id), why))));
    }

    static Place reasonOf(UUID response) {
        return new Place("response", "reason", response);
    }

    static Place setAsideOf(UUID response) {
        return new Place("response", "set_aside_why", response);
    }

    /** As printed on the form, in its order, null where not answered. */
    static String numbers(Answers answers) {
        return answers.instrument().items().stream()
                .map(answers::to)
                .map(value -> value.isPresent() ? String.valueOf(value.getAsInt()) : "null")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Answers answers(Instrument instrument, List<Optional<Integer>> values) {
        List<Item> items = instrument.items();
        Map<Integer, Integer> byNumber = new HashMap<>();
        for (int place = 0; place < items.size() && place < values.size(); place++) {
            int item = items.get(place).number();
            values.get(place).ifPresent(value -> byNumber.put(item, value));
        }
        return instrument.answers(byNumber);
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
