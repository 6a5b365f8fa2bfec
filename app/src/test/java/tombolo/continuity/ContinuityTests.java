package tombolo.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.Tombolo;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.OwnDatabase;
import tombolo.database.PracticeRegistry;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.AuditVerifier;
import tombolo.vault.NotReady;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Readiness;
import tombolo.vault.Role;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** The life of one installation, told in order: from its first start to its return on another machine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContinuityTests {
    private static final String WORDS = "I told Isla about the move.";
    private static final PracticeId PRACTICE = new PracticeId(Ids.next());
    private static final PersonId ANNA = new PersonId(Ids.next());
    private static final Place LETTER = new Place("letter", "body", Ids.next());
    private static final Viewer ISHBEL =
            new Viewer(PRACTICE, new AccountId(Ids.next()), Set.of(Role.THERAPIST), Optional.empty());
    private static final SheetCode CODE = SheetCode.fresh();

    @TempDir
    private static Path machine;

    private static Settings here;
    private static ConfigurableApplicationContext app;

    @BeforeAll
    static void aFirstStart() throws IOException {
        here = settings(machine.resolve("here"));
        app = start(here);
        app.getBean(PracticeRegistry.class).add(PRACTICE.value(), "practice.example");
        app.getBean(Vault.class).createKeys(PRACTICE);
        try (OwnDatabase database = OwnDatabase.in(here.data())) {
            JdbcClient owner = JdbcClient.create(database.owner());
            owner.sql("create table letter (practice_id uuid not null, id uuid not null, person_id uuid not null,"
                            + " body bytea not null, primary key (practice_id, id))")
                    .update();
            owner.sql("select isolate('letter')::text")
                    .query((row, number) -> number)
                    .single();
        }
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    @Order(1)
    void takesNobodyInAtFirst() {
        assertThat(readiness().missing()).containsExactlyInAnyOrder(Readiness.Missing.SHEET, Readiness.Missing.BACKUP);
        assertThatExceptionOfType(NotReady.class)
                .isThrownBy(() -> within(() -> app.getBean(Vault.class).createKeys(ANNA)));
    }

    @Test
    @Order(2)
    void makesNoBackupThatNobodyCouldOpen() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> backup("too-early"))
                .withMessageContaining("no key-recovery sheet");
    }

    @Test
    @Order(3)
    void aSheetThatNobodyHasTypedBackIsNotEnough() {
        RecoverySheet sheet = app.getBean(RecoverySheet.class);
        sheet.take(CODE);
        backup("first");
        assertThat(readiness().missing()).containsExactly(Readiness.Missing.SHEET);
        sheet.confirm(CODE);
        assertThat(readiness().isOpen()).isTrue();
    }

    @Test
    @Order(4)
    void aNewSheetHasToBeTypedBackAgain() {
        RecoverySheet other = new RecoverySheet(machine);
        other.take(SheetCode.fresh());
        SheetCode newer = SheetCode.fresh();
        other.take(newer);
        other.confirm(newer);
        other.take(CODE);
        assertThat(other.isConfirmed()).isFalse();
    }

    @Test
    @Order(5)
    void copiesARecordInUseWhileSomebodyGoesOnWriting() throws Exception {
        within(() -> {
            app.getBean(Vault.class).createKeys(ANNA);
            byte[] sealed = app.getBean(Vault.class).seal(ANNA, LETTER, WORDS);
            transaction().executeWithoutResult(status -> {
                write(LETTER.row(), sealed);
                app.getBean(AuditChain.class).record(ISHBEL, Act.WROTE, ANNA, "letter");
            });
        });
        AtomicBoolean enough = new AtomicBoolean();
        Thread busy = Thread.startVirtualThread(() -> {
            while (!enough.get()) {
                within(() -> transaction().executeWithoutResult(status -> {
                    UUID row = Ids.next();
                    write(row, app.getBean(Vault.class).seal(ANNA, new Place("letter", "body", row), "x"));
                    app.getBean(AuditChain.class).record(ISHBEL, Act.WROTE, ANNA, "letter");
                }));
            }
        });
        Outcome outcome = backup("busy");
        enough.set(true);
        busy.join();
        assertThat(outcome.opened()).isGreaterThan(1);
        assertThat(outcome.looks()).isGreaterThan(1);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    @Order(6)
    void theTwoFilesTellNothingAndTheKeysAreApart() throws Exception {
        for (Path file : new Path[] {file("busy"), Backup.keysBeside(file("busy"))}) {
            String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(raw).doesNotContain("audit_entry").doesNotContain(PRACTICE.toString());
        }
        Path unpacked = machine.resolve("unpacked");
        try (var in = Backup.RECORD.read(file("busy"), Backup.RECORD.unlock(file("busy"), CODE))) {
            Bundle.unpack(in, unpacked);
        }
        try (Stream<Path> files = Files.walk(unpacked)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".key"));
        }
    }

    @Test
    @Order(7)
    void neverWritesOverAnOlderBackup() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> backup("busy"))
                .withMessageContaining("there already");
    }

    @Test
    @Order(8)
    void isNoBackupWhenAWordWouldNotOpen() {
        superuser("delete from letter where id <> '" + LETTER.row() + "'");
        UUID row = Ids.next();
        within(() -> transaction()
                .executeWithoutResult(status -> write(
                        row, app.getBean(Vault.class).seal(ANNA, new Place("letter", "body", Ids.next()), WORDS))));
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> backup("misplaced"))
                .withMessageContaining("letter.body");
        assertThat(file("misplaced")).doesNotExist();
        assertThat(leftovers()).isEmpty();
        superuser("delete from letter where id = '" + row + "'");
    }

    @Test
    @Order(9)
    void isNoBackupWhenTheRecordOfWhoLookedWasTamperedWith() {
        superuser("update audit_entry set act = 'DENIED' where seq = 1 and act = 'WROTE'");
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> backup("tampered"))
                .withMessageContaining("not as it was written");
        superuser("update audit_entry set act = 'WROTE' where seq = 1 and act = 'DENIED'");
    }

    @Test
    @Order(10)
    void isNotPutBackUnderARunningTombolo() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> restore(here, "busy", CODE))
                .withMessageContaining("is running");
    }

    @Test
    @Order(11)
    void comesBackOnAnotherMachineWithNothingButTheFilesAndTheSheet() throws Exception {
        backup("last");
        app.close();
        Settings there = settings(machine.resolve("there"));
        restore(there, "last", CODE);
        try (ConfigurableApplicationContext again = start(there)) {
            String words = CurrentPractice.within(PRACTICE.value(), () -> {
                byte[] sealed = Objects.requireNonNull(transaction(again)
                        .execute(status -> again.getBean(JdbcClient.class)
                                .sql("select body from letter where practice_id = :practice and id = :id")
                                .param("practice", PRACTICE.value())
                                .param("id", LETTER.row())
                                .query((row, number) -> row.getBytes(1))
                                .single()));
                return again.getBean(Vault.class).open(ANNA, LETTER, sealed).words();
            });
            assertThat(words).isEqualTo(WORDS);
            assertThat(again.getBean(Readiness.class).missing()).containsExactly(Readiness.Missing.BACKUP);
        }
        try (OwnDatabase database = OwnDatabase.toLookAt(there.data())) {
            assertThat(AuditVerifier.verify(database.app(), there.checkpoints()).exitStatus())
                    .isZero();
        }
    }

    @Test
    @Order(12)
    void goesBackToAnOlderBackupKeepingWhatWasThereAndSayingSo() throws Exception {
        restore(here, "busy", CODE);
        try (Stream<Path> inside = Files.list(here.data())) {
            assertThat(inside.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("pg18.before-"));
        }
        try (OwnDatabase database = OwnDatabase.toLookAt(here.data())) {
            assertThat(AuditVerifier.verify(database.app(), here.checkpoints()).exitStatus())
                    .isZero();
        }
        app = start(here);
        assertThat(readiness().isOpen()).isTrue();
        app.close();
    }

    @Test
    @Order(13)
    void needsTheRightSheet() {
        Settings nowhere = settings(machine.resolve("nowhere"));
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> restore(nowhere, "last", SheetCode.fresh()))
                .withMessageContaining("another sheet");
    }

    @Test
    @Order(14)
    void needsTheKeys() throws IOException {
        Settings nowhere = settings(machine.resolve("nowhere"));
        Path alone = machine.resolve("alone");
        Files.copy(file("last"), alone);
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> new Restore(nowhere, ProgrammeTime.real(), said -> {})
                        .from(alone, Backup.keysBeside(alone), CODE))
                .withMessageContaining("--keys");
    }

    @Test
    @Order(15)
    void doesNotAcceptAFileInWhichOneBitHasChangedOrWhoseEndIsMissing() throws IOException {
        Settings nowhere = settings(machine.resolve("nowhere"));
        long size = Files.size(file("last"));
        for (long place : new long[] {5, 60, 200, size / 2, size - 1}) {
            Path changed = machine.resolve("changed-" + place);
            Files.copy(file("last"), changed);
            Files.copy(Backup.keysBeside(file("last")), Backup.keysBeside(changed));
            try (RandomAccessFile file = new RandomAccessFile(changed.toFile(), "rw")) {
                file.seek(place);
                int there = file.read();
                file.seek(place);
                file.write(there ^ 1);
            }
            assertThatExceptionOfType(Trouble.class).as("byte " + place).isThrownBy(() -> from(nowhere, changed));
        }
        Path cut = machine.resolve("cut");
        Files.copy(file("last"), cut);
        Files.copy(Backup.keysBeside(file("last")), Backup.keysBeside(cut));
        try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
            file.setLength(size - 1_000);
        }
        assertThatExceptionOfType(Trouble.class).isThrownBy(() -> from(nowhere, cut));
        assertThat(OwnDatabase.files(nowhere.data())).doesNotExist();
    }

    @Test
    @Order(16)
    void anOlderCopyPutBackWithoutSayingSoIsRefusedAndNothingIsChanged() throws Exception {
        app = start(here);
        within(() -> app.getBean(AuditChain.class).record(ISHBEL, Act.READ, ANNA, "letter"));
        app.close();
        superuser(
                "update audit_head h set seq = h.seq - 1, hash = (select e.hash from audit_entry e where"
                        + " (e.practice_id, e.bucket, e.seq) = (h.practice_id, h.bucket, h.seq - 1)) where"
                        + " (h.practice_id, h.bucket) = (select practice_id, bucket from audit_entry where act = 'READ' limit 1)");
        superuser("delete from audit_entry e using audit_head h"
                + " where (e.practice_id, e.bucket) = (h.practice_id, h.bucket) and e.seq > h.seq");
        Map<String, String> before = texts(here.checkpoints());
        assertThatExceptionOfType(BeanCreationException.class)
                .isThrownBy(() -> start(here))
                .withStackTraceContaining("older than what Tombolo signed for")
                .withStackTraceContaining("./tombolo restore FILE");
        assertThat(texts(here.checkpoints())).isEqualTo(before);
        assertThat(new AuditCheck(here).here().exitStatus()).isEqualTo(1);
        start(here, "tombolo.older-data=true").close();
        assertThat(new AuditCheck(here).here().exitStatus()).isZero();
    }

    @Test
    @Order(17)
    void nothingIsWrongWithIt() {
        List<Doctor.Finding> findings =
                new Doctor(here, Optional.of("http://localhost"), ProgrammeTime.real()).lookOver();
        assertThat(findings).noneMatch(finding -> finding.state() == Doctor.State.WRONG);
        assertThat(findings)
                .extracting(Doctor.Finding::words)
                .anyMatch(words -> words.startsWith("What the database says is saved is on the disk"))
                .anyMatch(words -> words.startsWith("The record of who looked is whole"))
                .anyMatch(words -> words.startsWith("The keys fit"));
    }

    @Test
    @Order(18)
    void bringsBackTheKeysAlone() throws Exception {
        Path aside = machine.resolve("keys-aside");
        Files.move(here.keys(), aside);
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> keysFrom(SheetCode.fresh()))
                .withMessageContaining("another sheet");
        assertThat(here.keys().resolve("root.key")).doesNotExist();
        keysFrom(CODE);
        assertThat(texts(here.keys())).containsAllEntriesOf(texts(aside, ".key"));
        Path root = here.keys().resolve("root.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("r--------");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(root, "00".repeat(32));
        keysFrom(CODE);
        assertThat(root).as("keys that are there stay as they are").hasContent("00".repeat(32));
    }

    @Test
    @Order(19)
    void aBackupCanBeCheckedWithoutBeingBroughtBack() {
        var verdict = new AuditCheck(here).in(file("last"), CODE);
        assertThat(verdict.isSound()).isTrue();
        assertThat(verdict.entries()).isGreaterThan(1);
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> new AuditCheck(here).in(file("last"), SheetCode.fresh()))
                .withMessageContaining("another sheet");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    @Order(20)
    void lookingChangesNothing() {
        try (OwnDatabase database = OwnDatabase.toLookAt(here.data())) {
            JdbcClient jdbc = JdbcClient.create(database.admin());
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql("delete from audit_entry").update())
                    .withStackTraceContaining("read-only");
        }
    }

    @Test
    @Order(21)
    void filesAreNotPutIntoAnotherServer() {
        Settings given = Settings.of(Map.of(
                "TOMBOLO_DATA", machine.resolve("nowhere/data").toString(),
                "TOMBOLO_KEYS", machine.resolve("nowhere/keys").toString(),
                "TOMBOLO_CHECKPOINTS", machine.resolve("nowhere/checkpoints").toString(),
                "TOMBOLO_DB_URL", "jdbc:postgresql://127.0.0.1:1/tombolo"));
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> restore(given, "last", CODE))
                .withMessageContaining("cannot be put into another server");
    }

    /** The root key is now another's. */
    @Test
    @Order(22)
    void theDoctorNamesWhatTheKeysDoNotOpen() {
        assertThat(new Doctor(here, Optional.of("http://localhost"), ProgrammeTime.real()).lookOver())
                .anyMatch(finding -> finding.state() == Doctor.State.WRONG
                        && finding.words().startsWith("The keys do not open letter.body"));
    }

    private static void keysFrom(SheetCode code) {
        new Restore(here, ProgrammeTime.real(), said -> {}).keysFrom(Backup.keysBeside(file("last")), code);
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        return texts(folder, "");
    }

    /** What stands in the files of a folder, by their names. */
    private static Map<String, String> texts(Path folder, String ending) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(ending))
                    .toList()) {
                texts.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    private static void from(Settings settings, Path file) {
        new Restore(settings, ProgrammeTime.real(), said -> {}).from(file, Backup.keysBeside(file), CODE);
    }

    private static Settings settings(Path home) {
        return Settings.of(Map.of(
                "TOMBOLO_DATA", home.resolve("data").toString(),
                "TOMBOLO_KEYS", home.resolve("keys").toString(),
                "TOMBOLO_CHECKPOINTS", home.resolve("checkpoints").toString()));
    }

    private static ConfigurableApplicationContext start(Settings settings, String... more) {
        return new SpringApplicationBuilder(Tombolo.class)
                .profiles("serve")
                .properties(
                        "server.port=0",
                        "test.own-database=true",
                        "tombolo.url=http://localhost",
                        "tombolo.data=" + settings.data(),
                        "tombolo.keys=" + settings.keys(),
                        "tombolo.checkpoints=" + settings.checkpoints())
                .properties(more)
                .run();
    }

    private static Path file(String name) {
        return machine.resolve(name + ".backup");
    }

    private static Outcome backup(String name) {
        return new Backup(here, ProgrammeTime.real(), said -> {}).to(file(name));
    }

    private static void restore(Settings settings, String name, SheetCode code) {
        new Restore(settings, ProgrammeTime.real(), said -> {}).from(file(name), Backup.keysBeside(file(name)), code);
    }

    private static Readiness readiness() {
        return app.getBean(Readiness.class);
    }

    private static TransactionTemplate transaction() {
        return transaction(app);
    }

    private static TransactionTemplate transaction(ConfigurableApplicationContext context) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    private static void write(UUID row, byte[] sealed) {
        app.getBean(JdbcClient.class)
                .sql("insert into letter (practice_id, id, person_id, body) values (:practice, :id, :person, :body)")
                .param("practice", PRACTICE.value())
                .param("id", row)
                .param("person", ANNA.value())
                .param("body", sealed)
                .update();
    }

    private static void superuser(String statement) {
        try (OwnDatabase database = OwnDatabase.in(here.data())) {
            JdbcClient.create(database.admin()).sql(statement).update();
        }
    }

    private static List<Path> leftovers() {
        try (Stream<Path> files = Files.walk(machine, 3)) {
            return files.filter(path -> path.getFileName().toString().matches("\\.trial-.*|.*\\.half"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void within(Runnable work) {
        CurrentPractice.within(PRACTICE.value(), work);
    }
}
