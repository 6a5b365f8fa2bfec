package tombolo.people;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/**
 * Forgets somebody for good. Three steps, each of which can be done again: from the first on nobody sees them, from the
 * second on nobody can read their words, in no backup either; the third clears away the rows. Call it outside a transaction.
 */
@Component
public class ForgetPerson {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final AuditChain audit;
    private final List<PartOfRecord> parts;
    private final Consents consents;

    ForgetPerson(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            AuditChain audit,
            List<PartOfRecord> parts,
            Consents consents) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.vault = vault;
        this.audit = audit;
        this.parts = parts;
        this.consents = consents;
    }

    /** By a member of staff who was asked to. */
    public void forget(PersonId person, Viewer by) {
        forget(person, () -> audit.record(by, Act.ERASED, person, "person"));
    }

    /** Because the time has come. */
    public void forget(PersonId person) {
        forget(person, () -> audit.record(Act.ERASED, person, "person"));
    }

    private void forget(PersonId person, Runnable recorded) {
        transaction.executeWithoutResult(status -> hide(person));
        vault.destroyKeys(person);
        transaction.executeWithoutResult(status -> {
            if (clearAway(person)) {
                recorded.run();
            }
        });
    }

    /** Those whose forgetting was broken off, by a power cut say. */
    public List<PersonId> halfForgotten() {
        return transaction.execute(
                status -> jdbc.sql("select id from person where practice_id = :practice and forgetting")
                        .param("practice", PracticeId.current().value())
                        .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                        .list());
    }

    private void hide(PersonId person) {
        change("update person set forgetting = true where practice_id = :practice and id = :person", person);
    }

    private boolean clearAway(PersonId person) {
        parts.forEach(part -> part.forget(person));
        consents.forget(person);
        change("delete from care where practice_id = :practice and person_id = :person", person);
        return change("delete from person where practice_id = :practice and id = :person", person) == 1;
    }

    private int change(String sql, PersonId person) {
        return jdbc.sql(sql)
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .update();
    }
}
