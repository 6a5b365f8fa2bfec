package tombolo.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.continuity.Doctor.Finding;
import tombolo.continuity.Doctor.State;
import tombolo.database.Access;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.TestCluster;
import tombolo.time.ProgrammeTime;

/** Each thing that can be amiss is named, and told apart from what only deserves a look. */
class DoctorTests {
    private static final TestCluster.Fresh DATABASE = TestCluster.fresh();
    private static final Instant NOW = InstantSource.system().instant();

    @TempDir
    private Path home;

    private Path root;

    @BeforeEach
    void aMachineWithItsKeys() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Files.createDirectories(home.resolve("checkpoints"));
        root = Files.createDirectories(home.resolve("keys")).resolve("root.key");
        Files.writeString(root, "00".repeat(32));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r--------"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://practice.example, WELL, People come here at https://practice.example.",
        "http://localhost:8080, WELL, People come here at http://localhost:8080.",
        "http://practice.example, WRONG, anybody on the way can read",
        ", LOOK, TOMBOLO_URL is not set"
    })
    void looksAtTheAddress(String address, State state, String words) {
        assertThat(of(Optional.ofNullable(address), NOW, DATABASE.url()))
                .anyMatch(finding -> finding.state() == state && finding.words().contains(words));
    }

    @Test
    void saysThatTheRootKeyIsForThisUserOnly() {
        assertFound(State.WELL, "The root key is there, and for this user only");
    }

    @Test
    void namesARootKeyThatOthersMayRead() throws Exception {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r--r--r--"));
        assertFound(State.WRONG, "chmod 400 " + root);
    }

    @Test
    void namesARootKeyThatIsNotThereYet() throws Exception {
        Files.delete(root);
        assertFound(State.LOOK, "There is no root key in");
    }

    @Test
    void saysWhatLiesOnTheDiskOfTheData() {
        assertFound(State.LOOK, "The keys lie on the same disk as the data");
        assertFound(State.LOOK, "The checkpoints lie on the same disk as the data");
        assertThat(look()).anyMatch(finding -> finding.words().contains("MB free for the data"));
    }

    @Test
    void namesADatabaseInWhichASuperuserWorks() {
        String admin = DATABASE.url().replaceFirst("user=tombolo_app", "user=tombolo_admin");
        assertThat(of(Optional.empty(), NOW, admin)).anyMatch(finding -> finding.state() == State.WRONG);
    }

    @Test
    void namesADatabaseThatDoesNotAnswer() {
        assertThat(of(Optional.empty(), NOW, "jdbc:postgresql://127.0.0.1:1/tombolo?user=x&password=x"))
                .anyMatch(finding -> finding.state() == State.WRONG);
    }

    /** The tests' own PostgreSQL does not wait for the disk. */
    @Test
    void namesADatabaseThatCanLoseWhatItSaysIsSaved() {
        assertFound(State.WELL, "works in it as a role that owns nothing");
        assertFound(State.WRONG, "can be lost in a power cut");
    }

    @Test
    void namesWhatWasChangedInTheRecordOfWhoLooked() {
        assertFound(State.WELL, "The record of who looked is whole: 0 entries.");
        TestCluster.Fresh other = TestCluster.fresh();
        Access access = Access.over(other.app());
        access.practices().add(Ids.next(), "practice.example");
        access.practices()
                .all()
                .forEach(practice -> CurrentPractice.within(
                        practice,
                        () -> new org.springframework.transaction.support.TransactionTemplate(access.transactions())
                                .executeWithoutResult(status -> access.jdbc()
                                        .sql(
                                                "select audit_append(:practice, 0::smallint, array[now()], array[null::uuid], array[''], '{READ}', array[null::uuid], '{x}')")
                                        .param("practice", practice)
                                        .query((row, n) -> row.getLong(1))
                                        .single())));
        assertThat(of(Optional.empty(), NOW, other.url()))
                .anyMatch(finding -> finding.words().contains("is whole: 1 entries"));
        JdbcClient.create(other.admin())
                .sql("update audit_entry set act = 'WROTE'")
                .update();
        assertThat(of(Optional.empty(), NOW, other.url()))
                .anyMatch(finding ->
                        finding.state() == State.WRONG && finding.words().contains("entry 1: not as it was written"));
    }

    @Test
    void asksForASheetAndABackup() throws Exception {
        assertFound(State.LOOK, "There is no key-recovery sheet on paper yet");
        assertFound(State.LOOK, "No backup has been made yet");
        RecoverySheet sheet = new RecoverySheet(home.resolve("keys"));
        SheetCode code = SheetCode.fresh();
        sheet.take(code);
        sheet.confirm(code);
        LastBackup.of(home.resolve("data")).was(NOW.minus(Duration.ofDays(6)));
        assertFound(State.WELL, "part of it was typed back");
        assertFound(State.WELL, "The last backup was made");
        LastBackup.of(home.resolve("data")).was(NOW.minus(Duration.ofDays(8)));
        assertFound(State.LOOK, "The last backup was made");
    }

    @Test
    void asksForNumbersThatNobodyHasCheckedForAYear() {
        assertThat(of(Optional.empty(), NOW.plus(Duration.ofDays(800)), DATABASE.url()))
                .anyMatch(finding -> finding.state() == State.LOOK
                        && finding.words().contains("checked more than a year ago")
                        && finding.words().contains("Samaritans"));
    }

    @Test
    void saysThatThereIsNoDatabaseYet() {
        assertThat(of(Optional.empty(), NOW, ""))
                .anyMatch(finding ->
                        finding.state() == State.LOOK && finding.words().contains("There is no database in"));
    }

    private void assertFound(State state, String words) {
        assertThat(look())
                .anyMatch(finding -> finding.state() == state && finding.words().contains(words));
    }

    private List<Finding> look() {
        return of(Optional.of("https://practice.example"), NOW, DATABASE.url());
    }

    private List<Finding> of(Optional<String> address, Instant now, String url) {
        Settings settings = Settings.of(Map.of(
                "TOMBOLO_DATA", home.resolve("data").toString(),
                "TOMBOLO_KEYS", home.resolve("keys").toString(),
                "TOMBOLO_CHECKPOINTS", home.resolve("checkpoints").toString(),
                "TOMBOLO_DB_URL", url));
        ProgrammeTime time = () -> now;
        return new Doctor(settings, address, time).lookOver();
    }
}
