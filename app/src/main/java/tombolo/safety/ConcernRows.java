package tombolo.safety;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.measures.SaidHowSafe;
import tombolo.safety.Concern.Kind;
import tombolo.safety.Concern.Opening;
import tombolo.safety.Concern.Source;
import tombolo.safety.Concern.State;
import tombolo.safety.Concern.Step;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;

/** Concerns as rows. Every word in them is sealed with the person's key; what was answered is in none. */
@Repository
class ConcernRows {
    /** Within so long the same said once more is one press. */
    private static final Duration ONE_TAP = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Vault vault;

    ConcernRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** False when the person has an open one already: then nothing was written. */
    boolean add(Concern concern) {
        boolean added = jdbc.sql("insert into concern (practice_id, id, person_id, owner_id, state, opened_at, due_at,"
                                + " rung, taken_by, closed_at, version) values (:practice, :id, :person, :owner, :state,"
                                + " :opened, :due, :rung, :taken, :closed, 1)"
                                + " on conflict (practice_id, person_id) where state <> 'CLOSED' do nothing")
                        .params(columns(concern))
                        .update()
                == 1;
        if (added) {
            keepNew(concern);
        }
        return added;
    }

    /** False when somebody else changed it meanwhile: then nothing was written. */
    boolean save(Concern concern) {
        boolean saved = jdbc.sql("update concern set owner_id = :owner, state = :state, due_at = :due, rung = :rung,"
                                + " taken_by = :taken, closed_at = :closed, version = version + 1"
                                + " where practice_id = :practice and id = :id and version = :version")
                        .params(columns(concern))
                        .param("version", concern.version())
                        .update()
                == 1;
        if (saved) {
            keepNew(concern);
        }
        return saved;
    }

    private static Map<String, @Nullable Object> columns(Concern concern) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("practice", PracticeId.current().value());
        columns.put("id", concern.id());
        columns.put("person", concern.person().value());
        columns.put("owner", concern.owner().value());
        columns.put("state", concern.state().name());
        columns.put("opened", Timestamp.from(concern.openedAt()));
        columns.put("due", Timestamp.from(concern.due()));
        columns.put("rung", concern.rung());
        columns.put("taken", concern.takenBy().map(AccountId::value).orElse(null));
        columns.put("closed", concern.closedAt().map(Timestamp::from).orElse(null));
        return columns;
    }

    /** The answers that have come to a concern, open or closed, since a moment. */
    Set<UUID> heardSince(Instant since) {
        return jdbc.sql("select response_id from concern_opening where practice_id = :practice"
                        + " and response_id is not null and at >= :since")
                .param("practice", PracticeId.current().value())
                .param("since", Timestamp.from(since))
                .query((row, number) -> row.getObject("response_id", UUID.class))
                .set();
    }

    private void keepNew(Concern concern) {
        for (Opening opening : concern.openings()) {
            jdbc.sql("insert into concern_opening (practice_id, id, concern_id, person_id, source, response_id,"
                            + " instrument, said, by_id, at, safe_now) values (:practice, :id, :concern, :person,"
                            + " :source, :response, :instrument, :said, :by, :at, :safe)"
                            + " on conflict do nothing")
                    .param("practice", PracticeId.current().value())
                    .param("id", opening.id())
                    .param("concern", concern.id())
                    .param("person", concern.person().value())
                    .param("source", opening.source().name())
                    .param("response", opening.response().orElse(null), Types.OTHER)
                    .param("instrument", opening.instrument().orElse(null), Types.VARCHAR)
                    .param("said", sealed(concern.person(), said(opening.id()), opening.said()), Types.BINARY)
                    .param("by", opening.by().map(AccountId::value).orElse(null), Types.OTHER)
                    .param("at", Timestamp.from(opening.at()))
                    .param(
                            "safe",
                            opening.howSafe().isEmpty()
                                    ? null
                                    : opening.howSafe().getFirst().safe(),
                            Types.BOOLEAN)
                    .update();
        }
        for (Step step : concern.steps()) {
            jdbc.sql("insert into concern_step (practice_id, id, concern_id, person_id, kind, at, by_id, to_id, words)"
                            + " values (:practice, :id, :concern, :person, :kind, :at, :by, :to, :words)"
                            + " on conflict (practice_id, id) do nothing")
                    .param("practice", PracticeId.current().value())
                    .param("id", step.id())
                    .param("concern", concern.id())
                    .param("person", concern.person().value())
                    .param("kind", step.kind().name())
                    .param("at", Timestamp.from(step.at()))
                    .param("by", step.by().map(AccountId::value).orElse(null), Types.OTHER)
                    .param("to", step.to().map(AccountId::value).orElse(null), Types.OTHER)
                    .param("words", sealed(concern.person(), words(step.id()), step.words()), Types.BINARY)
                    .update();
        }
    }

    private byte @Nullable [] sealed(PersonId person, Place place, Optional<Confidential> words) {
        return words.map(it -> vault.seal(person, place, it.words())).orElse(null);
    }

    /**
     * Those that meet a condition over {@code concern c}, the newest first.
     *
     * @param words whether the words in them are opened
     */
    List<Concern> load(String condition, Map<String, ?> parameters, boolean words) {
        return jdbc.sql("select c.* from concern c where c.practice_id = :practice and (" + condition
                        + ") order by c.opened_at desc, c.id")
                .param("practice", PracticeId.current().value())
                .params(parameters)
                .query((row, number) -> concern(row, words))
                .list();
    }

    /** The open one of a person, held for this transaction. */
    Optional<Concern> openToChange(PersonId person) {
        return load("c.person_id = :person and c.state <> 'CLOSED'", Map.of("person", person.value()), false, true);
    }

    /** The one with this id, held for this transaction, while it is open. */
    Optional<Concern> openToChange(UUID id) {
        return load("c.id = :id and c.state <> 'CLOSED'", Map.of("id", id), false, true);
    }

    private Optional<Concern> load(String condition, Map<String, ?> parameters, boolean words, boolean held) {
        return jdbc
                .sql("select c.* from concern c where c.practice_id = :practice and " + condition
                        + (held ? " for update" : ""))
                .param("practice", PracticeId.current().value())
                .params(parameters)
                .query((row, number) -> concern(row, words))
                .list()
                .stream()
                .findFirst();
    }

    private Concern concern(ResultSet row, boolean words) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PersonId person = new PersonId(row.getObject("person_id", UUID.class));
        return new Concern(
                id,
                person,
                new AccountId(row.getObject("owner_id", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getInt("rung"),
                account(row, "taken_by"),
                moment(row, "closed_at"),
                openings(person, id, words),
                steps(person, id, words),
                row.getInt("version"));
    }

    private List<Opening> openings(PersonId person, UUID concern, boolean words) {
        return new ArrayList<>(jdbc.sql("select * from concern_opening where practice_id = :practice"
                        + " and concern_id = :concern order by at, id")
                .param("practice", PracticeId.current().value())
                .param("concern", concern)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Optional<UUID> response = Optional.ofNullable(row.getObject("response_id", UUID.class));
                    Instant at = row.getTimestamp("at").toInstant();
                    return new Opening(
                            id,
                            Source.valueOf(row.getString("source")),
                            response,
                            Optional.ofNullable(row.getString("instrument")),
                            opened(person, said(id), row.getBytes("said"), words),
                            account(row, "by_id"),
                            at,
                            Stream.concat(
                                            Optional.ofNullable((Boolean) row.getObject("safe_now")).stream()
                                                    .map(safe -> new HowSafe(safe, at)),
                                            response.stream().flatMap(it -> howSafe(it).stream()))
                                    .toList());
                })
                .list());
    }

    private List<Step> steps(PersonId person, UUID concern, boolean words) {
        return new ArrayList<>(jdbc.sql("select * from concern_step where practice_id = :practice"
                        + " and concern_id = :concern order by at, id")
                .param("practice", PracticeId.current().value())
                .param("concern", concern)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Step(
                            id,
                            Kind.valueOf(row.getString("kind")),
                            row.getTimestamp("at").toInstant(),
                            account(row, "by_id"),
                            account(row, "to_id"),
                            opened(person, words(id), row.getBytes("words"), words));
                })
                .list());
    }

    private Optional<Confidential> opened(PersonId person, Place place, byte @Nullable [] sealed, boolean words) {
        return words && sealed != null ? Optional.of(vault.open(person, place, sealed)) : Optional.empty();
    }

    /** What a person said when asked, right after their answers; nothing said before is lost. False where it is the same press once more. */
    boolean saidHowSafe(SaidHowSafe said) {
        boolean again = howSafe(said.response()).stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.safe() == said.safe()
                        && (last.safe() || said.at().isBefore(last.at().plus(ONE_TAP))))
                .isPresent();
        if (again) {
            return false;
        }
        jdbc.sql("insert into said_how_safe (practice_id, id, person_id, response_id, safe, at)"
                        + " values (:practice, :id, :person, :response, :safe, :at)")
                .param("practice", PracticeId.current().value())
                .param("id", Ids.next())
                .param("person", said.person().value())
                .param("response", said.response())
                .param("safe", said.safe())
                .param("at", Timestamp.from(said.at()))
                .update();
        return true;
    }

    /** Everything they said when asked right after these answers, the first first. */
    List<HowSafe> howSafe(UUID response) {
        return jdbc.sql("select safe, at from said_how_safe where practice_id = :practice and response_id = :response"
                        + " order by at, id")
                .param("practice", PracticeId.current().value())
                .param("response", response)
                .query((row, number) -> new HowSafe(
                        row.getBoolean("safe"), row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Whether these answers have come to a concern that is open. */
    boolean isHeardNow(UUID response) {
        return jdbc.sql("select exists (select from concern_opening o join concern c on c.practice_id = o.practice_id"
                        + " and c.id = o.concern_id where o.practice_id = :practice and o.response_id = :response"
                        + " and c.state <> 'CLOSED')")
                .param("practice", PracticeId.current().value())
                .param("response", response)
                .query(Boolean.class)
                .single();
    }

    private static Optional<AccountId> account(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(AccountId::new);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static Place said(UUID id) {
        return new Place("concern_opening", "said", id);
    }

    private static Place words(UUID id) {
        return new Place("concern_step", "words", id);
    }
}
