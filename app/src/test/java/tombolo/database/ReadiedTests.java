package tombolo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that could show one practice's records to another is refused before anything is written into it. */
class ReadiedTests {
    private static final Migrations MIGRATIONS = new Migrations();

    @Test
    void laysDownTheTablesInAnEmptyDatabase() {
        TestCluster.Fresh bare = TestCluster.bare();
        new Readied(bare.app(), bare.owner()).checked(MIGRATIONS);
        assertThat(tables(bare.owner()))
                .contains("practice_registry", "audit_entry", "flyway_database", "flyway_vault");
    }

    @Test
    void saysWhatToDoWhenTheTablesAreOfAnotherVersionAndTheOwnerIsNotThere() {
        TestCluster.Fresh bare = TestCluster.bare();
        assertThatExceptionOfType(UnsafeStart.class)
                .isThrownBy(() -> new Readied(bare.app(), null).checked(MIGRATIONS))
                .withMessageContaining("TOMBOLO_DB_MIGRATE_URL");
    }

    @Test
    void refusesASuperuser() {
        TestCluster.Fresh fresh = TestCluster.fresh();
        assertThatExceptionOfType(UnsafeStart.class)
                .isThrownBy(() -> new Readied(fresh.admin(), fresh.owner()).checked(MIGRATIONS))
                .withMessageContaining("is a superuser")
                .withMessageContaining("CREATE ROLE tombolo_app");
    }

    @Test
    void refusesTheOwnerOfTheTables() {
        TestCluster.Fresh fresh = TestCluster.fresh();
        assertThatExceptionOfType(UnsafeStart.class)
                .isThrownBy(() -> new Readied(fresh.owner(), fresh.owner()).checked(MIGRATIONS))
                .withMessageContaining("owns tables");
    }

    @ParameterizedTest
    @CsvSource({
        "past_rls, BYPASSRLS, may look past row-level security",
        "maker, CREATEROLE, may create roles or databases",
        "member, IN ROLE tombolo_owner, belongs to other roles"
    })
    void refusesARoleWithPowersItDoesNotNeed(String name, String power, String words) {
        TestCluster.Fresh fresh = TestCluster.fresh();
        JdbcClient admin = JdbcClient.create(fresh.admin());
        admin.sql("create role " + name + " login password 'x' " + power).update();
        try {
            PGSimpleDataSource source = (PGSimpleDataSource) fresh.app();
            source.setUser(name);
            source.setPassword("x");
            admin.sql("grant connect on database " + fresh.name() + " to " + name)
                    .update();
            assertThatExceptionOfType(UnsafeStart.class)
                    .isThrownBy(() -> new Readied(source, fresh.owner()).checked(MIGRATIONS))
                    .withMessageContaining(words);
        } finally {
            admin.sql("drop owned by " + name).update();
            admin.sql("drop role " + name).update();
        }
    }

    @Test
    void printsTheRolesWhenNobodyIsKnownAtTheAddress() {
        PGSimpleDataSource nobody = (PGSimpleDataSource) TestCluster.fresh().app();
        nobody.setUser("nobody_here");
        assertThatExceptionOfType(UnsafeStart.class)
                .isThrownBy(() -> new Readied(nobody, null).checked(MIGRATIONS))
                .withMessageContaining("CREATE ROLE tombolo_owner");
    }

    @Test
    void modulesComeAfterThoseTheyUse() {
        assertThat(MIGRATIONS.inOrder()).startsWith("database", "vault");
    }

    @Test
    void acceptsTheRoleThatMayOnlyWorkInTheTables() {
        TestCluster.Fresh fresh = TestCluster.fresh();
        assertThatCode(() -> new Readied(fresh.app(), null).checked(MIGRATIONS)).doesNotThrowAnyException();
    }

    private static java.util.List<String> tables(DataSource source) {
        return JdbcClient.create(source)
                .sql("select relname from pg_class where relkind = 'r'")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
