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
    static final String RESPONSE = "r.id as response, r.person_id as responder, r.series_id as response_series,"
            + " r.asking_id, r.instrument, r.session as response_session, r.taken_at, r.way, r.kept_by, r.reason,"
            + " r.answers, r.set_aside_at, r.set_aside_by, r.set_aside_why";

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

    Response response(ResultSet row) throws SQLException {
        UUID id = row.getObject("response", UUID.class);
        PersonId person = new PersonId(row.getObject("responder", UUID.class));
        byte[] reason = row.getBytes("reason");
        byte[] why = row.getBytes("set_aside_why");
        return new Response(
                id,
                person,
                Optional.ofNullable(row.getObject("response_series", UUID.class)),
                Optional.ofNullable(row.getObject("asking_id", UUID.class)),
                number(row, "response_session"),
                row.getTimestamp("taken_at").toInstant(),
                Way.valueOf(row.getString("way")),
                Optional.ofNullable(row.getObject("kept_by", UUID.class)).map(AccountId::new),
                reason == null ? Optional.empty() : Optional.of(vault.open(person, reasonOf(id), reason)),
                answers(questionnaires.get(row.getString("instrument")), (Short[])
                        row.getArray("answers").getArray()),
                why == null
                        ? Optional.empty()
                        : Optional.of(new Response.SetAside(
                                row.getTimestamp("set_aside_at").toInstant(),
                                new AccountId(row.getObject("set_aside_by", UUID.class)),
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

    private static Answers answers(Instrument instrument, Short[] values) {
        List<Item> items = instrument.items();
        Map<Integer, Integer> byNumber = new HashMap<>();
        for (int place = 0; place < items.size() && place < values.length; place++) {
            if (values[place] != null) {
                byNumber.put(items.get(place).number(), (int) values[place]);
            }
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
