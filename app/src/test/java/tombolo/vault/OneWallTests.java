package tombolo.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.PracticeRegistry;

/** With one of the two walls between practices taken down, the other stands; with both down, nothing does. */
class OneWallTests {
    private static final String GRANTED = "h.practice_id = :practice";

    @Nested
    @SpringBootTest
    @Import(Widened.class)
    class RowLevelSecurityAlone {
        private final Sight sight;
        private final Two two;

        RowLevelSecurityAlone(
                Sight sight,
                AuditChain audit,
                JdbcClient jdbc,
                PracticeRegistry practices,
                PlatformTransactionManager transactions) {
            this.sight = sight;
            this.two = new Two(audit, jdbc, practices, new TransactionTemplate(transactions));
        }

        @Test
        void keepsTheOtherPracticesRowsBack() {
            assertThat(sight.of(GRANTED)).isEqualTo("true");
            assertThat(two.seenFromTheFirst(sight)).containsExactly(two.first);
        }
    }

    @Nested
    @SpringBootTest(properties = "test.row-level-security=off")
    class TheApplicationAlone {
        private final Sight sight;
        private final Two two;

        TheApplicationAlone(
                Sight sight,
                AuditChain audit,
                JdbcClient jdbc,
                PracticeRegistry practices,
                PlatformTransactionManager transactions) {
            this.sight = sight;
            this.two = new Two(audit, jdbc, practices, new TransactionTemplate(transactions));
        }

        @Test
        void keepsTheOtherPracticesRowsBack() {
            assertThat(two.seenFromTheFirst(sight)).containsExactly(two.first);
        }

        /** The control: without it the two tests above could be green because nothing was there to see. */
        @Test
        void showsEverythingWhenTheOtherWallIsDownToo() {
            assertThat(two.seenFromTheFirst(granted -> "true")).contains(two.first, two.second);
        }
    }

    /** Two practices in each of which something was looked at. */
    private static final class Two {
        private final UUID first = Ids.next();
        private final UUID second = Ids.next();
        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;

        Two(AuditChain audit, JdbcClient jdbc, PracticeRegistry practices, TransactionTemplate transaction) {
            this.jdbc = jdbc;
            this.transaction = transaction;
            for (UUID practice : List.of(first, second)) {
                practices.add(practice, practice + ".example");
                CurrentPractice.within(practice, () -> audit.record(Act.READ, "inventory"));
            }
        }

        List<UUID> seenFromTheFirst(Sight sight) {
            return CurrentPractice.within(
                    first,
                    () -> Objects.requireNonNull(transaction.execute(
                            status -> jdbc.sql("select h.practice_id from audit_head h where " + sight.of(GRANTED))
                                    .param("practice", first)
                                    .query((row, number) -> row.getObject(1, UUID.class))
                                    .list())));
        }
    }
}
