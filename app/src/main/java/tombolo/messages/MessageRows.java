package tombolo.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.messages.Message.State;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the outbox. Every change of state asks for the state it begins from, so that of two at once one does it. */
@Repository
class MessageRows {
    private static final String COLUMNS = "select m.id, m.person_id, m.account_id, m.kind, m.state, m.way, m.words,"
            + " m.address, m.made_at, m.not_before, m.useless_after, m.ended_at, m.noted_at, m.tries from message m"
            + " where m.practice_id = :practice ";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    MessageRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A message and whom it is for: one of the two. */
    record Addressed(Message message, Optional<PersonId> person, Optional<AccountId> account, int tries) {}

    /** False when this was asked for before. */
    boolean add(Addressed addressed, String key) {
        Message message = addressed.message();
        return statement(
                                "insert into message (practice_id, id, key, person_id, account_id, kind, state, words, made_at,"
                                        + " not_before, useless_after, next_try, ended_at) values (:practice, :id, :key, :person,"
                                        + " :account, :kind, :state, :words, :made, :from, :until, :next, :ended)"
                                        + " on conflict (practice_id, key) do nothing")
                        .param("id", message.id())
                        .param("key", key)
                        .param("person", addressed.person().map(PersonId::value).orElse(null), Types.OTHER)
                        .param(
                                "account",
                                addressed.account().map(AccountId::value).orElse(null),
                                Types.OTHER)
                        .param("kind", message.kind().name())
                        .param("state", message.state().name())
                        .param("words", sealed(addressed, message.words().orElseThrow()))
                        .param("made", Timestamp.from(message.made()))
                        .param("from", Timestamp.from(message.notBefore()))
                        .param("next", Timestamp.from(earlier(message.notBefore(), message.uselessAfter())))
                        .param("until", Timestamp.from(message.uselessAfter()))
                        .param("ended", message.ended().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                        .update()
                == 1;
    }

    /** What may be handed over now to people or to staff, the longest due first. */
    List<UUID> due(MessageKind.Who whom, Instant now) {
        return statement("select id from message where practice_id = :practice and state = 'WAITING'"
                        + " and ended_at is null and next_try <= :now and (account_id is not null) = :staff"
                        + " order by next_try, id")
                .param("staff", whom == MessageKind.Who.STAFF)
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** A message that still waits; empty when it does not any more. */
    Optional<Addressed> waiting(UUID id) {
        return statement(COLUMNS + "and m.id = :id and m.state = 'WAITING'")
                .param("id", id)
                .query((row, number) -> addressed(row))
                .optional();
    }

    List<Message> of(PersonId person) {
        return statement(COLUMNS
                        + "and m.person_id = :person order by coalesce(m.ended_at, m.not_before) desc, m.id desc")
                .param("person", person.value())
                .query((row, number) -> addressed(row).message())
                .list();
    }

    /** Who has messages that did not reach them since then, and nobody has seen to it; and when the last of them was over. */
    Map<PersonId, Instant> undelivered(Instant since) {
        Map<PersonId, Instant> found = new LinkedHashMap<>();
        statement("select m.person_id, max(m.ended_at) as ended from message m where m.practice_id = :practice"
                        + " and m.person_id is not null and m.noted_at is null and m.ended_at >= :since"
                        + " and (m.state = 'FAILED' or (m.state in ('UNKNOWN', 'NOT_SENT', 'EXPIRED', 'NOT_SAFE', 'NOT_AGREED')"
                        + " and m.kind in (:kinds))) group by m.person_id order by ended")
                .param("since", Timestamp.from(since))
                .param(
                        "kinds",
                        Arrays.stream(MessageKind.values())
                                .filter(MessageKind::mustArrive)
                                .map(Enum::name)
                                .toList())
                .query(row -> {
                    found.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getTimestamp("ended").toInstant());
                });
        return found;
    }

    /** What became of the messages that were asked for under these keys; a key without a message is not there. */
    Map<String, State> states(Set<String> keys) {
        Map<String, State> states = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            statement("select m.key, m.state from message m where m.practice_id = :practice and m.key in (:keys)")
                    .param("keys", keys)
                    .query(row -> {
                        states.put(row.getString("key"), State.valueOf(row.getString("state")));
                    });
        }
        return states;
    }

    /** What was withdrawn has its reason again, and is still of use: it waits for its time as before. */
    void waitAgain(String key, Instant now) {
        statement("update message set state = case when state = 'WITHDRAWN' then 'WAITING' else state end,"
                        + " ended_at = null, noted_at = null where practice_id = :practice and key = :key"
                        + " and state in ('WITHDRAWN', 'SENDING') and words is not null and useless_after > :now")
                .param("key", key)
                .param("now", Timestamp.from(now))
                .update();
    }

    void note(PersonId person, Instant now) {
        statement("update message set noted_at = :now where practice_id = :practice and person_id = :person"
                        + " and noted_at is null and ended_at is not null")
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void note(String key, Instant now) {
        statement("update message set noted_at = :now where practice_id = :practice and key = :key"
                        + " and noted_at is null and ended_at is not null")
                .param("key", key)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** From now on this one hand, and no other, may hand it over. */
    boolean claim(Addressed of, UUID claim, Way way, String address, Instant now) {
        UUID id = of.message().id();
        return statement("update message set state = 'SENDING', claim = :claim, claimed_at = :now, tries = tries + 1,"
                                + " way = :way, address = :address where practice_id = :practice and id = :id"
                                + " and state = 'WAITING'")
                        .param("id", id)
                        .param("claim", claim)
                        .param("way", way.name())
                        .param("address", seal(of, "address", address))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** What came of it; nothing when the claim was given up meanwhile. */
    void settle(Addressed of, UUID claim, State state, Instant now) {
        statement("update message set state = :state, ended_at = :now, claim = null, claimed_at = null, words = :words"
                        + " where practice_id = :practice and id = :id and claim = :claim")
                .param("state", state.name())
                .param("words", sealed(of, of.message().words().orElseThrow().withoutLink()))
                .param("id", of.message().id())
                .param("claim", claim)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Its reason went while it was being handed over: if it is not taken now, it does not go again. */
    void notAgain(String key, Instant now) {
        statement("update message set noted_at = :now where practice_id = :practice and key = :key"
                        + " and state = 'SENDING' and noted_at is null")
                .param("key", key)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** It surely was not taken: again later, and when its time is over at the latest, to say so. */
    void giveBack(Message message, UUID claim, Instant next) {
        statement("update message set state = 'WAITING', next_try = :next, claim = null, claimed_at = null"
                        + " where practice_id = :practice and id = :id and claim = :claim")
                .param("id", message.id())
                .param("claim", claim)
                .param("next", Timestamp.from(earlier(next, message.uselessAfter())))
                .update();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    void waitUntil(UUID id, Instant next) {
        statement(
                        "update message set next_try = :next where practice_id = :practice and id = :id and state = 'WAITING'")
                .param("id", id)
                .param("next", Timestamp.from(next))
                .update();
    }

    /** It is over without having been handed to anybody. */
    void end(Addressed of, State state, Instant now) {
        statement("update message set state = :state, ended_at = :now, words = :words"
                        + " where practice_id = :practice and id = :id and state = 'WAITING'")
                .param("id", of.message().id())
                .param("state", state.name())
                .param("words", sealed(of, of.message().words().orElseThrow().withoutLink()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The one that waits under this key, if it still does. */
    Optional<Addressed> waiting(String key) {
        return statement(COLUMNS + "and m.key = :key and m.state = 'WAITING'")
                .param("key", key)
                .query((row, number) -> addressed(row))
                .optional();
    }

    /** All that still wait for this person. */
    List<Addressed> waiting(PersonId person) {
        return statement(COLUMNS + "and m.person_id = :person and m.state = 'WAITING' order by m.id")
                .param("person", person.value())
                .query((row, number) -> addressed(row))
                .list();
    }

    /** What never went because they had not agreed has no reason any more either. */
    void notNeeded(String key) {
        statement("update message set state = 'WITHDRAWN' where practice_id = :practice and key = :key"
                        + " and state = 'NOT_AGREED'")
                .param("key", key)
                .update();
    }

    /** They agree again: what is still to come waits for its time as before. */
    void waitAgain(PersonId person, Instant now) {
        statement("update message set state = 'WAITING', ended_at = null where practice_id = :practice"
                        + " and person_id = :person and state = 'NOT_AGREED' and noted_at is null"
                        + " and words is not null and not_before > :now")
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whoever handed these over has died over it. They may have gone, so they are not tried again. */
    int giveUpLost(Instant before, Instant now) {
        return statement("update message set state = 'UNKNOWN', ended_at = :now, claim = null, claimed_at = null"
                        + " where practice_id = :practice and state = 'SENDING' and ended_at is null"
                        + " and claimed_at <= :before")
                .param("before", Timestamp.from(before))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The words of what was over by then; that there was something stays. */
    void clearWords(Instant endedBefore) {
        statement("update message set words = null, address = null where practice_id = :practice"
                        + " and ended_at <= :then and (words is not null or address is not null)")
                .param("then", Timestamp.from(endedBefore))
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("practice", PracticeId.current().value());
    }

    private Addressed addressed(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Optional<PersonId> person =
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new);
        Optional<Words> words = opened(person, "words", id, row.getBytes("words"))
                .map(opened -> json.readValue(opened.words(), Words.class));
        Message message = new Message(
                id,
                MessageKind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("way")).map(Way::valueOf),
                words,
                opened(person, "address", id, row.getBytes("address")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("not_before").toInstant(),
                row.getTimestamp("useless_after").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getTimestamp("noted_at") != null);
        return new Addressed(
                message,
                person,
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new),
                row.getInt("tries"));
    }

    private byte[] sealed(Addressed of, Words words) {
        return seal(of, "words", json.writeValueAsString(words));
    }

    private byte[] seal(Addressed of, String column, String words) {
        Place place = new Place("message", column, of.message().id());
        return of.person()
                .map(person -> vault.seal(person, place, words))
                .orElseGet(() -> vault.seal(PracticeId.current(), place, words));
    }

    private Optional<Confidential> opened(Optional<PersonId> person, String column, UUID id, byte @Nullable [] sealed) {
        Place place = new Place("message", column, id);
        return Optional.ofNullable(sealed)
                .map(bytes -> person.map(who -> vault.open(who, place, bytes))
                        .orElseGet(() -> vault.open(PracticeId.current(), place, bytes)));
    }
}
