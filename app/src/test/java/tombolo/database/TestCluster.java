package tombolo.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** One forgetful PostgreSQL for a whole run of the tests, and in it a fresh copy of the tables for whoever asks. */
public final class TestCluster {
    private static final String TEMPLATE = "tombolo_template";
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final TestCluster SHARED = new TestCluster();

    private final EmbeddedPostgres server;

    private TestCluster() {
        try {
            Path target = Path.of("target").toAbsolutePath();
            Path home = Files.createTempDirectory(Files.createDirectories(target.resolve("databases")), "cluster-");
            server = EmbeddedPostgres.startedIn(home, target.resolve("postgresql"), EmbeddedPostgres.Care.FORGETFUL);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(home)));
            create(TEMPLATE, "template0");
            new Migrations().run(server.as(Role.OWNER, TEMPLATE));
        } catch (Exception e) {
            throw new IllegalStateException("The tests' PostgreSQL did not start", e);
        }
    }

    private void forget(Path home) {
        server.close();
        try {
            Binaries.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException("The tests' database could not be deleted", e);
        }
    }

    /** A database of its own, its tables in place and empty. */
    public static Fresh fresh() {
        String name = "copy_" + COPIES.incrementAndGet();
        SHARED.create(name, TEMPLATE);
        return new Fresh(SHARED.server, name);
    }

    /** An empty database without any tables. */
    static Fresh bare() {
        String name = "copy_" + COPIES.incrementAndGet();
        SHARED.create(name, "template0");
        return new Fresh(SHARED.server, name);
    }

    private synchronized void create(String name, String template) {
        try (Connection connection = server.as(Role.ADMIN, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner tombolo_owner template " + template);
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to tombolo_app");
        } catch (SQLException e) {
            throw new IllegalStateException("No database " + name + " could be made", e);
        }
    }

    /** A database for one test context, and the three ways into it. */
    public record Fresh(EmbeddedPostgres server, String name) {
        public DataSource app() {
            return server.as(Role.APP, name);
        }

        public DataSource owner() {
            return server.as(Role.OWNER, name);
        }

        /** A superuser: for tests that tamper with what the application cannot reach. */
        public DataSource admin() {
            return server.as(Role.ADMIN, name);
        }

        /** So that a test shows what the application alone keeps apart. No setting of the product can do this. */
        void withoutRowLevelSecurity() {
            JdbcClient admin = JdbcClient.create(admin());
            admin.sql("select format('alter table %I disable row level security', relname) from pg_class"
                            + " where relrowsecurity")
                    .query((row, number) -> row.getString(1))
                    .list()
                    .forEach(change -> admin.sql(change).update());
        }

        /** What a module needs to work in this database without the rest of the application. */
        public Work work() {
            HikariConfig config = new HikariConfig();
            config.setDataSource(app());
            config.setMinimumIdle(0);
            DataSource pool = new HikariDataSource(config);
            DataSource source = new PracticeDataSource(pool);
            return new Work(JdbcClient.create(source), new PracticeTransactions(source), new PracticeRegistry(pool));
        }

        /** For the role that may only work in the tables. */
        public String url() {
            return url(Role.APP);
        }

        public String ownerUrl() {
            return url(Role.OWNER);
        }

        String url(Role role) {
            var source = server.as(role, name);
            return source.getURL() + "&user=" + source.getUser() + "&password=" + source.getPassword();
        }
    }

    /** The ways into a database that the application's own beans are. */
    public record Work(JdbcClient jdbc, PlatformTransactionManager transactions, PracticeRegistry practices) {}
}
