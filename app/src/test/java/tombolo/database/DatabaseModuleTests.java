package tombolo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every statement belongs to one practice: what is not said to be for a practice sees nothing and changes nothing. */
@SpringBootTest
class DatabaseModuleTests {
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final DatabaseConfiguration.Pool pool;
    private final TransactionTemplate transaction;
    private final JdbcClient owner;

    private final UUID mine = Ids.next();
    private final UUID other = Ids.next();

    DatabaseModuleTests(
            JdbcClient jdbc,
            DataSource dataSource,
            DatabaseConfiguration.Pool pool,
            PlatformTransactionManager transactions,
            Database database) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.pool = pool;
        this.transaction = new TransactionTemplate(transactions);
        this.owner = JdbcClient.create(java.util.Objects.requireNonNull(database.owner()));
    }

    @BeforeEach
    void aTableWithARowOfEachPractice() {
        owner.sql(
                        "create table if not exists shell (practice_id uuid not null, id uuid not null, primary key (practice_id, id))")
                .update();
        owner.sql("select case when exists (select from pg_policies where tablename = 'shell') then null"
                        + " else isolate('shell')::text end")
                .query((row, number) -> number)
                .single();
        CurrentPractice.within(mine, () -> transaction.executeWithoutResult(status -> add(mine)));
        CurrentPractice.within(other, () -> transaction.executeWithoutResult(status -> add(other)));
    }

    @Test
    void seesOnlyTheRowsOfThePracticeItWorksFor() {
        assertThat(CurrentPractice.<Long, RuntimeException>within(
                        mine, () -> transaction.execute(status -> rows(jdbc))))
                .isEqualTo(1);
    }

    @Test
    void doesNotBeginWithoutAPractice() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(status -> rows(jdbc)))
                .withMessageContaining("No practice");
    }

    @Test
    void refusesWorkForAPracticeOutsideATransaction() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> CurrentPractice.within(mine, () -> rows(jdbc)))
                .withStackTraceContaining("put it in a @Transactional method");
    }

    @Test
    void seesNothingWithoutAPractice() {
        assertThat(rows(jdbc)).isZero();
    }

    /** After a transaction the setting is '' and not absent; it must mean nobody, and be no error. */
    @Test
    void seesNothingOnAConnectionThatHasWorkedForAPractice() {
        for (int i = 0; i < 20; i++) {
            CurrentPractice.within(mine, () -> transaction.executeWithoutResult(status -> rows(jdbc)));
            assertThat(rows(JdbcClient.create(pool.connections()))).isZero();
        }
    }

    @Test
    void cannotWriteIntoAnotherPractice() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        CurrentPractice.within(mine, () -> transaction.executeWithoutResult(status -> add(other))))
                .withStackTraceContaining("row-level security");
    }

    @Test
    void cannotMoveARowIntoAnotherPractice() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> CurrentPractice.within(
                        mine,
                        () -> transaction.executeWithoutResult(
                                status -> jdbc.sql("update shell set practice_id = :other")
                                        .param("other", other)
                                        .update())));
    }

    @Test
    void worksAsARoleThatMayNotChangeTheShapeOfATable() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        jdbc.sql("alter table shell disable row level security").update());
    }

    @Test
    void aSecondStartFindsEverythingInOrderAndRunsNothing() {
        Readied readied = new Readied(pool.connections(), null);
        assertThat(readied.checked(new Migrations())).isSameAs(readied);
    }

    @Test
    void errorsDoNotRepeatWhatWasInTheRow() {
        UUID id = Ids.next();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> CurrentPractice.within(
                        mine,
                        () -> transaction.executeWithoutResult(status -> {
                            add(mine, id);
                            add(mine, id);
                        })))
                .satisfies(refusal ->
                        assertThat(refusal.toString() + refusal.getCause()).doesNotContain(id.toString()));
    }

    private void add(UUID practice) {
        add(practice, Ids.next());
    }

    private void add(UUID practice, UUID id) {
        jdbc.sql("insert into shell (practice_id, id) values (:practice, :id)")
                .param("practice", practice)
                .param("id", id)
                .update();
    }

    private static long rows(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from shell")
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
