package tombolo.people;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.accounts.Accounts;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** Forgets somebody for good: every row, and the key to their words, so that no backup can tell of them either. */
@Component
@Transactional
public class ForgetPerson {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final AuditChain audit;
    private final List<PartOfRecord> parts;
    private final Consents consents;
    private final Invitations invitations;
    private final StandIns standIns;
    private final Accounts accounts;

    ForgetPerson(
            JdbcClient jdbc,
            Vault vault,
            AuditChain audit,
            List<PartOfRecord> parts,
            Consents consents,
            Invitations invitations,
            StandIns standIns,
            Accounts accounts) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.audit = audit;
        this.parts = parts;
        this.consents = consents;
        this.invitations = invitations;
        this.standIns = standIns;
        this.accounts = accounts;
    }

    /** By a member of staff who was asked to. */
    public void forget(PersonId person, Viewer by) {
        if (clearAway(person)) {
            audit.record(by, Act.ERASED, person, "person");
        }
    }

    /** Because the time has come. */
    public void forget(PersonId person) {
        if (clearAway(person)) {
            audit.record(Act.ERASED, person, "person");
        }
    }

    /** False when there was nobody to forget any more. */
    private boolean clearAway(PersonId person) {
        parts.forEach(part -> part.forget(person));
        consents.forget(person);
        invitations.forget(person);
        accounts.forget(person);
        standIns.forget(person);
        change("delete from care where practice_id = :practice and person_id = :person", person);
        vault.destroyKeys(person);
        return change("delete from person where practice_id = :practice and id = :person", person) == 1;
    }

    private int change(String sql, PersonId person) {
        return jdbc.sql(sql)
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .update();
    }
}
