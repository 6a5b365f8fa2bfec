package tombolo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.people.StandIn.Scope;
import tombolo.people.StandIn.Why;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** Who stands in for whom. The rights that come of it are looked up afresh at every request ({@link Eyes}). */
@Repository
public class StandIns {
    private final JdbcClient jdbc;

    StandIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everyone who stands in for somebody's therapist now or later, the first to begin first. */
    public List<StandIn> of(PersonId person, Instant now) {
        return jdbc.sql("select * from stand_in where practice_id = :practice and person_id = :person"
                        + " and (until_at is null or until_at > :now and until_at > from_at) order by from_at, id")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> standIn(row))
                .list();
    }

    /** Those to whom somebody is let in at this moment instead of one therapist and for one reason. */
    public List<PersonId> openTo(AccountId who, AccountId instead, Why why, Instant now) {
        return jdbc.sql("select distinct person_id from stand_in where practice_id = :practice and account_id = :who"
                        + " and instead_of = :instead and why = :why and from_at <= :now"
                        + " and (until_at is null or until_at > :now) order by person_id")
                .param("practice", PracticeId.current().value())
                .param("who", who.value())
                .param("instead", instead.value())
                .param("why", why.name())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** What will stand in for this therapist and does not yet. */
    public List<StandIn> toCome(AccountId instead, Instant now) {
        return jdbc.sql(
                        "select * from stand_in where practice_id = :practice and instead_of = :instead and from_at > :now"
                                + " and (until_at is null or until_at > from_at)")
                .param("practice", PracticeId.current().value())
                .param("instead", instead.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> standIn(row))
                .list();
    }

    public void begin(StandIn standIn) {
        jdbc.sql("insert into stand_in (practice_id, id, person_id, account_id, instead_of, why, scope, from_at,"
                        + " until_at) values (:practice, :id, :person, :who, :instead, :why, :scope, :from, :until)")
                .param("practice", PracticeId.current().value())
                .param("id", standIn.id())
                .param("person", standIn.person().value())
                .param("who", standIn.who().value())
                .param("instead", standIn.instead().value())
                .param("why", standIn.why().name())
                .param("scope", standIn.scope().name())
                .param("from", Timestamp.from(standIn.from()))
                .param("until", standIn.until().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .update();
    }

    /** Ends what is open or still to come for this reason, from now on. */
    public void end(PersonId person, Why why, Instant now) {
        jdbc.sql("update stand_in set until_at = greatest(from_at, :now) where practice_id = :practice"
                        + " and person_id = :person and why = :why and (until_at is null or until_at > :now)")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("why", why.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Ends, for everybody, what stands in for this therapist in this time in which they are away; no other time away. */
    public void endAway(AccountId instead, Instant from, Instant until, Instant now) {
        jdbc.sql("update stand_in set until_at = greatest(from_at, :now) where practice_id = :practice"
                        + " and instead_of = :instead and why = 'AWAY' and from_at >= :from and from_at < :until"
                        + " and until_at > :now")
                .param("practice", PracticeId.current().value())
                .param("instead", instead.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Ends, for everybody, what stands in for this therapist for this reason, from now on. */
    public void end(AccountId instead, Why why, Instant now) {
        jdbc.sql("update stand_in set until_at = greatest(from_at, :now) where practice_id = :practice"
                        + " and instead_of = :instead and why = :why and (until_at is null or until_at > :now)")
                .param("practice", PracticeId.current().value())
                .param("instead", instead.value())
                .param("why", why.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Ends what stands in for a therapist who walks with this person no more; what was let in for a concern ends with that. */
    public void end(PersonId person, AccountId instead, Instant now) {
        jdbc.sql("update stand_in set until_at = greatest(from_at, :now) where practice_id = :practice"
                        + " and person_id = :person and instead_of = :instead and why <> 'CONCERN'"
                        + " and (until_at is null or until_at > :now)")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("instead", instead.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(PersonId person) {
        jdbc.sql("delete from stand_in where practice_id = :practice and person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .update();
    }

    private static StandIn standIn(ResultSet row) throws SQLException {
        return new StandIn(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                new AccountId(row.getObject("instead_of", UUID.class)),
                Why.valueOf(row.getString("why")),
                Scope.valueOf(row.getString("scope")),
                row.getTimestamp("from_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("until_at")).map(Timestamp::toInstant));
    }
}
