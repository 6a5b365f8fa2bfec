package tombolo.vault;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.CurrentPractice;
import tombolo.database.PracticeRegistry;
import tombolo.time.ProgrammeTime;

/**
 * Destroys keys at the right moment: never for an act that is undone, and surely for one that is not, even if Tombolo
 * is killed right after it.
 */
final class Forgetting {
    private final Keys keys;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PracticeRegistry practices;
    private final ProgrammeTime time;

    Forgetting(
            Keys keys,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            PracticeRegistry practices,
            ProgrammeTime time) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.practices = practices;
        this.time = time;
    }

    void ask(PersonId who) {
        KeyName name = KeyName.of(PracticeId.current(), who);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into forgetting (practice_id, person_id, asked_at) values (:practice, :person, :now)"
                            + " on conflict (practice_id, person_id) do nothing")
                    .param("practice", name.practice())
                    .param("person", name.holder())
                    .param("now", Timestamp.from(time.now()))
                    .update();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    keys.destroy(name);
                }
            });
        });
    }

    /** What an earlier run was asked and did not live to do; also notes what is done. */
    void finish() {
        for (UUID practice : practices.all()) {
            CurrentPractice.within(practice, () -> transaction.executeWithoutResult(status -> finish(practice)));
        }
    }

    private void finish(UUID practice) {
        List<UUID> people = jdbc.sql(
                        "select person_id from forgetting where practice_id = :practice and destroyed_at is null")
                .param("practice", practice)
                .query((row, number) -> row.getObject("person_id", UUID.class))
                .list();
        for (UUID person : people) {
            keys.destroy(KeyName.of(new PracticeId(practice), new PersonId(person)));
            jdbc.sql("update forgetting set destroyed_at = :now where practice_id = :practice and person_id = :person")
                    .param("now", Timestamp.from(time.now()))
                    .param("practice", practice)
                    .param("person", person)
                    .update();
        }
    }
}
