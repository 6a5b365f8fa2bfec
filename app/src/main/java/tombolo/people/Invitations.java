package tombolo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.accounts.Secret;
import tombolo.database.Ids;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** The invitations of a practice. Looking at one never uses it up: scanners of mail look at every link they find. */
@Repository
public class Invitations {
    private static final Duration JUST_NOW = Duration.ofMinutes(10);
    private static final String STILL_OPEN =
            " used_at is null and revoked_at is null and expires_at > :now and practice_id = :practice";

    private final JdbcClient jdbc;
    private final ProgrammeTime time;

    Invitations(JdbcClient jdbc, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** A fresh link; any older one of this person stops working. The secret is told once, here. */
    public Secret make(PersonId person, AccountId by) {
        revoke(person);
        Secret secret = Secret.fresh();
        Instant now = time.now();
        jdbc.sql("insert into invitation (practice_id, id, person_id, secret_hash, invited_by, made_at, expires_at)"
                        + " values (:practice, :id, :person, :hash, :by, :now, :expires)")
                .param("practice", PracticeId.current().value())
                .param("id", Ids.next())
                .param("person", person.value())
                .param("hash", secret.hash())
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(Invitation.LASTS)))
                .update();
        return secret;
    }

    /** Every link of this person that is still open stops working. */
    public void revoke(PersonId person) {
        jdbc.sql("update invitation set revoked_at = :now where person_id = :person and" + STILL_OPEN)
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** Somebody else walks with this person now: a link that is still open is theirs. */
    public void handOn(PersonId person, AccountId to) {
        jdbc.sql("update invitation set invited_by = :to where person_id = :person and" + STILL_OPEN)
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("to", to.value())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** The open invitation this secret belongs to; used, revoked, expired and never made all look the same. */
    public Optional<Invitation> open(Secret secret) {
        return jdbc.sql("select * from invitation where secret_hash = :hash and" + STILL_OPEN)
                .param("practice", PracticeId.current().value())
                .param("hash", secret.hash())
                .param("now", Timestamp.from(time.now()))
                .query(Invitations::invitation)
                .optional();
    }

    /** Uses the invitation up; of many who try at once, one succeeds. */
    Optional<Invitation> use(Secret secret) {
        return jdbc.sql("update invitation set used_at = :now where secret_hash = :hash and" + STILL_OPEN
                        + " returning *")
                .param("practice", PracticeId.current().value())
                .param("hash", secret.hash())
                .param("now", Timestamp.from(time.now()))
                .query(Invitations::invitation)
                .optional();
    }

    /** The invitation this secret used up within the last minutes. */
    Optional<Invitation> usedJustNow(Secret secret) {
        return jdbc.sql("select * from invitation where practice_id = :practice and secret_hash = :hash"
                        + " and used_at > :then")
                .param("practice", PracticeId.current().value())
                .param("hash", secret.hash())
                .param("then", Timestamp.from(time.now().minus(JUST_NOW)))
                .query(Invitations::invitation)
                .optional();
    }

    /** All this person was ever sent, the newest first. */
    public List<Invitation> of(PersonId person) {
        return jdbc.sql("select * from invitation where practice_id = :practice and person_id = :person"
                        + " order by made_at desc")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .query(Invitations::invitation)
                .list();
    }

    void forget(PersonId person) {
        jdbc.sql("delete from invitation where practice_id = :practice and person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .update();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new AccountId(row.getObject("invited_by", UUID.class)),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("used_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant));
    }
}
