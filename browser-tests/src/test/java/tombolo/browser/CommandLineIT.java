package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a host types, on the packaged application: each verb says what it did, and ends with the number it promises. */
@ResourceLock(Stage.OWN)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineIT {
    private static final Path FOLDER =
            Path.of("target", "homes", "command-line").toAbsolutePath();
    private static final Path BACKUP = FOLDER.resolve("record.backup");

    private static final CommandLine VERBS = new CommandLine(FOLDER);
    private static final TomboloProcess DEMO = Stage.demo();
    private static String code = "";

    @BeforeAll
    static void priyaPrintsTheSheet() throws IOException {
        Packaged.forget(FOLDER);
        Files.createDirectories(FOLDER);
        code = CommandLine.sheetOf(DEMO);
    }

    @Test
    @Order(1)
    void backsUpWhatIsRunningAndNeverOverAnOlderBackup() throws Exception {
        CommandLine.Ended made = VERBS.run(CommandLine.beside(DEMO), "", "backup", BACKUP.toString());
        assertThat(made.said()).contains("Done. Brought back on trial");
        assertThat(made.status()).isZero();
        CommandLine.Ended again = VERBS.run(CommandLine.beside(DEMO), "", "backup", BACKUP.toString());
        assertThat(again.said()).contains("there already").doesNotContain("\tat ");
        assertThat(again.status()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void checksWhatIsRunning() throws Exception {
        CommandLine.Ended verified = VERBS.run(CommandLine.beside(DEMO), "", "audit", "verify");
        assertThat(verified.said()).contains("entries, each as it was written");
        assertThat(verified.status())
                .as("an entry of the last minute is not signed yet")
                .isIn(0, 2);
    }

    @Test
    @Order(3)
    void bringsNothingBackWithoutTheRightCode() throws Exception {
        CommandLine.Ended refused = VERBS.run(there(), "not a code", "restore", BACKUP.toString());
        assertThat(refused.said()).contains("That is not a code of a sheet").doesNotContain("\tat ");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(FOLDER.resolve("there")).doesNotExist();
    }

    @Test
    @Order(3)
    void saysThatThereIsNoSuchBackup() throws Exception {
        CommandLine.Ended refused = VERBS.run(there(), code, "restore", BACKUP + ".elsewhere");
        assertThat(refused.said()).contains("There is no file").doesNotContain("\tat ");
        assertThat(refused.status()).isEqualTo(1);
    }

    @Test
    @Order(4)
    void bringsItBackInAFreshPlace() throws Exception {
        CommandLine.Ended back = VERBS.run(there(), code, "restore", BACKUP.toString());
        assertThat(back.said()).contains("Done. Brought back");
        assertThat(back.status()).isZero();
        CommandLine.Ended verified = VERBS.run(there(), "", "audit", "verify");
        assertThat(verified.said()).contains("entries, each as it was written");
        assertThat(verified.status())
                .as("signed for, to its end, by the return itself")
                .isZero();
    }

    @Test
    @Order(5)
    void checksABackupWithoutBringingItBack() throws Exception {
        CommandLine.Ended verified = VERBS.run(there(), code, "audit", "verify", "--backup", BACKUP.toString());
        assertThat(verified.said()).contains("entries, each as it was written");
        assertThat(verified.status()).isIn(0, 2);
    }

    @Test
    @Order(6)
    void looksItOverAndEndsWithOneWhenSomethingIsWrong() throws Exception {
        Path root = FOLDER.resolve("there/keys/root.key");
        CommandLine.Ended well = VERBS.run(there(), "", "doctor");
        assertThat(well.said()).contains("The keys fit").doesNotContain("WRONG");
        assertThat(well.status()).isZero();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rw-r--r--"));
        CommandLine.Ended wrong = VERBS.run(there(), "", "doctor");
        assertThat(wrong.said()).contains("WRONG  " + root);
        assertThat(wrong.status()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void doesNotServeWithAnothersRootKey() throws Exception {
        Path root = FOLDER.resolve("there/keys/root.key");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rw-------"));
        String another = HexFormat.of().formatHex(new byte[32]);
        Files.writeString(root, another);
        CommandLine.Ended refused = VERBS.run(there(), "", "serve", "--port", "0");
        assertThat(refused.said())
                .contains("does not open the keys of this database")
                .doesNotContain("\tat ");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(root).hasContent(another);
    }

    @Test
    @Order(8)
    void bringsBackTheKeysAlone() throws Exception {
        Path keys = FOLDER.resolve("there/keys");
        Files.move(keys, FOLDER.resolve("keys-of-another"));
        CommandLine.Ended back = VERBS.run(there(), code, "restore", "--keys", BACKUP + ".keys");
        assertThat(back.said()).contains("The keys are back in " + keys);
        assertThat(back.status()).isZero();
        CommandLine.Ended well = VERBS.run(there(), "", "doctor");
        assertThat(well.said()).contains("The keys fit").doesNotContain("WRONG");
        assertThat(well.status()).isZero();
    }

    @Test
    @Order(9)
    void saysWhatCanBeTyped() throws Exception {
        CommandLine.Ended half = VERBS.run(there(), "", "audit");
        assertThat(half.said()).contains("audit verify");
        assertThat(half.status()).isEqualTo(2);
    }

    private static Map<String, String> there() {
        return Map.of(
                "TOMBOLO_DATA", FOLDER.resolve("there/data").toString(),
                "TOMBOLO_KEYS", FOLDER.resolve("there/keys").toString(),
                "TOMBOLO_CHECKPOINTS", FOLDER.resolve("there/checkpoints").toString(),
                "TOMBOLO_URL", "https://practice.example");
    }
}
