package tombolo.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.accounts.TestPractice;
import tombolo.database.GivenDatabase;
import tombolo.database.TestCluster;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.SealCheck;

/** A record on a server that somebody else looks after: copied row by row, and brought back into another server. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "test.of=given-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GivenServerTests {
    private static final SheetCode CODE = SheetCode.fresh();
    private static final int OF_EACH_KIND = 100;

    @TempDir
    private static Path machine;

    private final ApplicationContext context;
    private final Environment environment;
    private final List<TestPractice> practices;
    private Settings here = Settings.of(Map.of());
    private Path file = Path.of("");
    private Outcome made = new Outcome(0, 0, 0, 0);

    GivenServerTests(ApplicationContext context, Environment environment) {
        this.context = context;
        this.environment = environment;
        this.practices = List.of(new TestPractice(context), new TestPractice(context));
    }

    @BeforeAll
    void twoPracticesAndABackup() throws IOException {
        here = settings(
                "here",
                Map.of(
                        "TOMBOLO_KEYS", of("tombolo.keys"),
                        "TOMBOLO_CHECKPOINTS", of("tombolo.checkpoints"),
                        "TOMBOLO_DB_URL", of("tombolo.db.url"),
                        "TOMBOLO_DB_MIGRATE_URL", of("tombolo.db.migrate-url")));
        file = machine.resolve("given.backup");
        for (TestPractice practice : practices) {
            var ishbel = practice.ishbel();
            var anna = practice.person("anna@example.org");
            practice.run(() -> context.getBean(AuditChain.class)
                    .record(Act.WROTE, anna.person().orElseThrow(), "inventory"));
            practice.cookie(ishbel.id());
            practice.cookie(anna.id());
        }
        new RecoverySheet(here.keys()).take(CODE);
        made = new Backup(here, ProgrammeTime.real(), said -> {}).to(file);
    }

    @Test
    void triesOutEveryRowEveryWordAndEveryLookBeforeItSaysDone() {
        assertThat(made.opened()).isGreaterThan(3);
        assertThat(made.looks()).isGreaterThanOrEqualTo(2);
        assertThat(LastBackup.of(here.data()).at()).isPresent();
    }

    @Test
    void comesBackIntoAnotherServerRowForRow() throws Exception {
        TestCluster.Fresh other = TestCluster.fresh();
        Settings there = into("there", other);
        Outcome back = restore(there);
        assertThat(back.opened()).isEqualTo(made.opened());
        assertThat(contents(other.admin()))
                .isEqualTo(contents(GivenDatabase.at(of("tombolo.db.admin-url"))))
                .hasSizeGreaterThan(10);
        SealCheck.Outcome seals = SealCheck.tried(other.admin(), there.keys(), OF_EACH_KIND);
        assertThat(seals.shut()).isEmpty();
        assertThat(seals.opened()).isEqualTo(made.opened());
        assertIsolated(other);
        var verdict = new AuditCheck(there).here();
        assertThat(verdict.exitStatus()).isZero();
        assertThat(verdict.entries()).isEqualTo(made.looks() + practices.size());
        assertThatExceptionOfType(Trouble.class)
                .as("never over a practice that is there")
                .isThrownBy(() -> restore(there))
                .withMessageContaining("already holds a practice");
    }

    @Test
    void canBeCheckedWithoutBeingBroughtBack() {
        var verdict = new AuditCheck(here).in(file, CODE);
        assertThat(verdict.isSound()).isTrue();
        assertThat(verdict.entries()).isEqualTo(made.looks());
    }

    @Test
    void needsTheOwnerOfTheTables() throws IOException {
        TestCluster.Fresh other = TestCluster.fresh();
        Settings there = settings("without-owner", Map.of("TOMBOLO_DB_URL", other.url()));
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> restore(there))
                .withMessageContaining("TOMBOLO_DB_MIGRATE_URL");
    }

    @Test
    void isNotPutIntoTablesOfAnotherVersion() throws Exception {
        TestCluster.Fresh other = TestCluster.fresh();
        Path unpacked = unpacked("another-version");
        Files.writeString(unpacked.resolve("fingerprint"), "another");
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> new RowCopy(other.owner()).back(unpacked))
                .withMessageContaining("another version of Tombolo");
        assertEmptyAndIsolated(other);
    }

    @Test
    void leavesNothingBehindWhenARowWillNotGoIn() throws Exception {
        TestCluster.Fresh other = TestCluster.fresh();
        Path unpacked = unpacked("broken-row");
        try (Stream<Path> parts =
                Files.list(unpacked.resolve("rows").resolve("passkey").resolveSibling("account"))) {
            Path part = parts.filter(path -> path.toString().endsWith(".copy"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(part, Files.readString(part).replaceFirst("\t", "\tnot-an-id"));
        }
        assertThatExceptionOfType(java.sql.SQLException.class)
                .isThrownBy(() -> new RowCopy(other.owner()).back(unpacked));
        assertEmptyAndIsolated(other);
    }

    private static void assertEmptyAndIsolated(TestCluster.Fresh database) {
        JdbcClient admin = JdbcClient.create(database.admin());
        assertThat(number(admin, "select count(*) from practice_registry")).isZero();
        assertThat(number(admin, "select count(*) from account")).isZero();
        assertIsolated(database);
    }

    /** Row-level security steps aside for the copy, and is back afterwards. */
    private static void assertIsolated(TestCluster.Fresh database) {
        assertThat(number(
                        JdbcClient.create(database.admin()),
                        "select count(*) from pg_class where relrowsecurity and not relforcerowsecurity"))
                .isZero();
        assertThat(number(JdbcClient.create(database.owner()), "select count(*) from account"))
                .as("what the owner sees outside of any practice")
                .isZero();
    }

    private static long number(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query((row, n) -> row.getLong(1)).single();
    }

    /**
     * Every table as one mark each, but for the record of who looked, which has since grown by the return itself, and the
     * timetable of recurring work, which every start writes anew.
     */
    private static Map<String, String> contents(DataSource admin) {
        JdbcClient jdbc = JdbcClient.create(admin);
        Map<String, String> contents = new TreeMap<>();
        jdbc.sql("select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'"
                        + " where c.relkind in ('r', 'p') and relname not like 'audit\\_%' and relname not like 'flyway\\_%'"
                        + " and relname <> 'scheduled_tasks'")
                .query((row, n) -> row.getString(1))
                .list()
                .forEach(table -> contents.put(
                        table,
                        jdbc.sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                                + " from " + table + " t")
                                .query((row, n) -> row.getString(1))
                                .single()));
        return contents;
    }

    private Outcome restore(Settings there) {
        return new Restore(there, ProgrammeTime.real(), said -> {}).from(file, Backup.keysBeside(file), CODE);
    }

    private Path unpacked(String name) throws Exception {
        Path unpacked = machine.resolve(name);
        try (InputStream in = Backup.RECORD.read(file, Backup.RECORD.unlock(file, CODE))) {
            Bundle.unpack(in, unpacked);
        }
        return unpacked;
    }

    private static Settings into(String name, TestCluster.Fresh database) throws IOException {
        return settings(name, Map.of("TOMBOLO_DB_URL", database.url(), "TOMBOLO_DB_MIGRATE_URL", database.ownerUrl()));
    }

    /** A machine of its own, with the programs of PostgreSQL that the tests have unpacked once. */
    private static Settings settings(String name, Map<String, String> more) throws IOException {
        Path home = machine.resolve(name);
        Path data = Files.createDirectories(home.resolve("data"));
        try (Stream<Path> programs = Files.list(Path.of("target", "postgresql").toAbsolutePath())) {
            for (Path folder : programs.filter(
                            path -> path.getFileName().toString().startsWith("postgresql-18-"))
                    .toList()) {
                Files.createSymbolicLink(data.resolve(folder.getFileName()), folder);
            }
        }
        Map<String, String> settings = new HashMap<>(Map.of(
                "TOMBOLO_DATA", data.toString(),
                "TOMBOLO_KEYS", home.resolve("keys").toString(),
                "TOMBOLO_CHECKPOINTS", home.resolve("checkpoints").toString()));
        settings.putAll(more);
        return Settings.of(settings);
    }

    private String of(String property) {
        return environment.getRequiredProperty(property);
    }
}
