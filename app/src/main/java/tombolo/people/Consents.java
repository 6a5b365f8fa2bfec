package tombolo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** What people have agreed to. Nothing is assumed: what is not written here was not agreed to. */
@Repository
public class Consents {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;

    Consents(JdbcClient jdbc, ApplicationEventPublisher events, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.events = events;
        this.time = time;
    }

    /** The newest first, those taken back too. */
    public List<Consent> of(PersonId person) {
        return jdbc.sql(
                        "select purpose, text_version, language, given_at, recorded_by, withdrawn_at, withdrawn_by from consent"
                                + " where practice_id = :practice and person_id = :person order by given_at desc, withdrawn_at desc nulls first, purpose")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .query((row, number) -> new Consent(
                        Purpose.valueOf(row.getString("purpose")),
                        row.getInt("text_version"),
                        row.getString("language"),
                        row.getTimestamp("given_at").toInstant(),
                        by(row, "recorded_by"),
                        Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant),
                        by(row, "withdrawn_by")))
                .list();
    }

    private static Optional<AccountId> by(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(AccountId::new);
    }

    /** The question to ask before doing what needs it. */
    public boolean stands(PersonId person, Purpose purpose) {
        return of(person).stream().anyMatch(consent -> consent.purpose() == purpose && consent.stands());
    }

    /** By their own hand. Agreeing twice is agreeing once; agreeing to new words takes the place of having agreed to the old. */
    public void give(PersonId person, Purpose purpose, String language) {
        give(person, purpose, language, Optional.empty());
    }

    /** Said aloud, in the room, and put down by somebody else. */
    public void saidInTheRoom(PersonId person, Purpose purpose, String language, AccountId by) {
        give(person, purpose, language, Optional.of(by));
    }

    private void give(PersonId person, Purpose purpose, String language, Optional<AccountId> by) {
        Timestamp now = Timestamp.from(time.now());
        jdbc.sql("update consent set withdrawn_at = :now where practice_id = :practice and person_id = :person"
                        + " and purpose = :purpose and withdrawn_at is null and text_version <> :version")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("purpose", purpose.name())
                .param("version", purpose.version())
                .param("now", now)
                .update();
        int given = jdbc.sql(
                        "insert into consent (practice_id, id, person_id, purpose, text_version, language, given_at,"
                                + " recorded_by) values (:practice, :id, :person, :purpose, :version, :language, :now, :by)"
                                + " on conflict (practice_id, person_id, purpose) where withdrawn_at is null do nothing")
                .param("practice", PracticeId.current().value())
                .param("id", Ids.next())
                .param("person", person.value())
                .param("purpose", purpose.name())
                .param("version", purpose.version())
                .param("language", language)
                .param("now", now)
                .param("by", by.map(AccountId::value).orElse(null), Types.OTHER)
                .update();
        if (given > 0) {
            events.publishEvent(new ConsentGiven(person, purpose));
        }
    }

    /** Taken back from now on, by their own hand; that it once stood is not unsaid. */
    public void withdraw(PersonId person, Purpose purpose) {
        withdraw(person, purpose, Optional.empty());
    }

    /** Taken back aloud, in the room, and put down by somebody else. */
    public void takenBackInTheRoom(PersonId person, Purpose purpose, AccountId by) {
        withdraw(person, purpose, Optional.of(by));
    }

    private void withdraw(PersonId person, Purpose purpose, Optional<AccountId> by) {
        int taken = jdbc.sql("update consent set withdrawn_at = :now, withdrawn_by = :by where practice_id = :practice"
                        + " and person_id = :person and purpose = :purpose and withdrawn_at is null")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(time.now()))
                .param("by", by.map(AccountId::value).orElse(null), Types.OTHER)
                .update();
        if (taken > 0) {
            events.publishEvent(new ConsentTakenBack(person, purpose));
        }
    }

    void forget(PersonId person) {
        jdbc.sql("delete from consent where practice_id = :practice and person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .update();
    }
}
