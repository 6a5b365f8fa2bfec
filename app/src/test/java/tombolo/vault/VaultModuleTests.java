package tombolo.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.PracticeRegistry;

/** Sealing, opening and the record of who looked, in the whole application. */
@SpringBootTest
class VaultModuleTests {
    private final Vault vault;
    private final AuditChain audit;
    private final PracticeRegistry registry;
    private final Forgetting forgetting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private final PracticeId practice = new PracticeId(Ids.next());
    private final PersonId morag = new PersonId(Ids.next());
    private final Viewer ishbel =
            new Viewer(practice, new AccountId(Ids.next()), Set.of(Role.THERAPIST), Optional.empty());

    VaultModuleTests(
            Vault vault,
            AuditChain audit,
            PracticeRegistry registry,
            Forgetting forgetting,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.vault = vault;
        this.audit = audit;
        this.registry = registry;
        this.forgetting = forgetting;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void aPracticeWithOnePerson() {
        registry.add(practice.value(), practice + ".example");
        CurrentPractice.within(practice.value(), () -> {
            vault.createKeys(practice);
            vault.createKeys(morag);
        });
    }

    @Test
    void opensWhatItSealed() {
        Place place = new Place("note", "body", Ids.next());
        CurrentPractice.within(practice.value(), () -> {
            byte[] sealed = vault.seal(morag, place, "My sister and I have not spoken since June.");
            assertThat(vault.open(morag, place, sealed).words())
                    .isEqualTo("My sister and I have not spoken since June.");
            assertThat(vault.open(morag, place, sealed).toString()).doesNotContain("sister");
        });
    }

    @Test
    void nothingOpensOnceThePersonIsForgotten() {
        Place place = new Place("note", "body", Ids.next());
        CurrentPractice.within(practice.value(), () -> {
            byte[] sealed = vault.seal(morag, place, "Dan");
            vault.destroyKeys(morag);
            assertThatExceptionOfType(KeyDestroyed.class).isThrownBy(() -> vault.open(morag, place, sealed));
        });
    }

    @Test
    void nobodyIsForgottenByAnActThatIsUndone() {
        Place place = new Place("note", "body", Ids.next());
        CurrentPractice.within(practice.value(), () -> {
            byte[] sealed = vault.seal(morag, place, "Dan");
            transaction.executeWithoutResult(status -> {
                vault.destroyKeys(morag);
                status.setRollbackOnly();
            });
            assertThat(vault.open(morag, place, sealed).words()).isEqualTo("Dan");
        });
    }

    /** As if Tombolo had been killed between the commit and the destroying of the key. */
    @Test
    void finishesForgettingWhatAnEarlierRunDidNotLiveToForget() {
        Place place = new Place("note", "body", Ids.next());
        CurrentPractice.within(practice.value(), () -> {
            byte[] sealed = vault.seal(morag, place, "Dan");
            transaction.executeWithoutResult(status -> jdbc.sql(
                            "insert into forgetting (practice_id, person_id, asked_at) values (:practice, :person, now())")
                    .param("practice", practice.value())
                    .param("person", morag.value())
                    .update());
            assertThat(vault.open(morag, place, sealed).words()).isEqualTo("Dan");
        });
        forgetting.finish();
        CurrentPractice.within(practice.value(), () -> {
            assertThatExceptionOfType(KeyDestroyed.class).isThrownBy(() -> vault.seal(morag, place, "Dan"));
            assertThat(transaction.<Boolean>execute(
                            status -> jdbc.sql("select destroyed_at is not null from forgetting")
                                    .query((row, number) -> row.getBoolean(1))
                                    .single()))
                    .isTrue();
        });
    }

    @Test
    void remembersWhoLooked() {
        CurrentPractice.within(practice.value(), () -> {
            transaction.executeWithoutResult(status -> audit.record(ishbel, Act.READ, morag, "inventory"));
            audit.record(ishbel, Act.WROTE, morag, "inventory");
            var entries = Objects.requireNonNull(transaction.execute(status -> audit.about(morag)));
            assertThat(entries).extracting(Entry::act).containsExactly(Act.WROTE, Act.READ);
            assertThat(entries).extracting(Entry::seq).containsExactly(2L, 1L);
        });
    }
}
