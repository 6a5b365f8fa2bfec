package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a host types, on the packaged application: each verb says what it did, and ends with the number it promises. */
@ResourceLock(Stage.SHARED)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineIT {
    private static final String SHEET = "/desk/key-recovery-sheet";
    private static final Path FOLDER =
            Path.of("target", "homes", "command-line").toAbsolutePath();
    private static final Path BACKUP = FOLDER.resolve("record.backup");

    private static TomboloProcess demo = Stage.demo();
    private static String code = "";

    /** How a verb ended and what it said. */
    private record Ended(int status, String said) {}

    @BeforeAll
    static void priyaPrintsTheSheet() throws IOException {
        Packaged.forget(FOLDER);
        Files.createDirectories(FOLDER);
        PlainClient priya = new PlainClient(demo.base());
        String cast = priya.get("/demo").body();
        String door =
                found("<form[^>]*data-cast=\"Priya\"[^>]*>.*?</form>", cast).getFirst();
        priya.post(found("action=\"([^\"]+)\"", door).getFirst(), new PlainClient.Answer(200, door, Map.of()).hidden());
        PlainClient.Answer page = priya.get(SHEET);
        assertThat(page.status()).isEqualTo(200);
        List<String> groups = found(
                "<code class=\"spelled\">([0-9A-Z]{4})</code>",
                priya.post(SHEET, page.hidden()).body());
        assertThat(groups).hasSize(9);
        code = String.join(" ", groups);
    }

    @Test
    @Order(1)
    void backsUpWhatIsRunningAndNeverOverAnOlderBackup() throws Exception {
        Ended made = verb(running(), "", "backup", BACKUP.toString());
        assertThat(made.said()).contains("Done. Brought back on trial");
        assertThat(made.status()).isZero();
        Ended again = verb(running(), "", "backup", BACKUP.toString());
        assertThat(again.said()).contains("there already").doesNotContain("\tat ");
        assertThat(again.status()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void checksWhatIsRunning() throws Exception {
        Ended verified = verb(running(), "", "audit", "verify");
        assertThat(verified.said()).contains("entries, each as it was written");
        assertThat(verified.status())
                .as("an entry of the last minute is not signed yet")
                .isIn(0, 2);
    }

    @Test
    @Order(3)
    void bringsNothingBackWithoutTheRightCode() throws Exception {
        Ended refused = verb(there(), "not a code", "restore", BACKUP.toString());
        assertThat(refused.said()).contains("That is not a code of a sheet").doesNotContain("\tat ");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(FOLDER.resolve("there")).doesNotExist();
    }

    @Test
    @Order(3)
    void saysThatThereIsNoSuchBackup() throws Exception {
        Ended refused = verb(there(), code, "restore", BACKUP + ".elsewhere");
        assertThat(refused.said()).contains("There is no file").doesNotContain("\tat ");
        assertThat(refused.status()).isEqualTo(1);
    }

    @Test
    @Order(4)
    void bringsItBackInAFreshPlace() throws Exception {
        Ended back = verb(there(), code, "restore", BACKUP.toString());
        assertThat(back.said()).contains("Done. Brought back");
        assertThat(back.status()).isZero();
        Ended verified = verb(there(), "", "audit", "verify");
        assertThat(verified.said()).contains("entries, each as it was written");
        assertThat(verified.status())
                .as("signed for, to its end, by the return itself")
                .isZero();
    }

    @Test
    @Order(5)
    void checksABackupWithoutBringingItBack() throws Exception {
        Ended verified = verb(there(), code, "audit", "verify", "--backup", BACKUP.toString());
        assertThat(verified.said()).contains("entries, each as it was written");
        assertThat(verified.status()).isIn(0, 2);
    }

    @Test
    @Order(6)
    void looksItOverAndEndsWithOneWhenSomethingIsWrong() throws Exception {
        Path root = FOLDER.resolve("there/keys/root.key");
        Ended well = verb(there(), "", "doctor");
        assertThat(well.said()).contains("The keys fit").doesNotContain("WRONG");
        assertThat(well.status()).isZero();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rw-r--r--"));
        Ended wrong = verb(there(), "", "doctor");
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
        Ended refused = verb(there(), "", "serve", "--port", "0");
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
        Ended back = verb(there(), code, "restore", "--keys", BACKUP + ".keys");
        assertThat(back.said()).contains("The keys are back in " + keys);
        assertThat(back.status()).isZero();
        Ended well = verb(there(), "", "doctor");
        assertThat(well.said()).contains("The keys fit").doesNotContain("WRONG");
        assertThat(well.status()).isZero();
    }

    @Test
    @Order(9)
    void saysWhatCanBeTyped() throws Exception {
        Ended half = verb(there(), "", "audit");
        assertThat(half.said()).contains("audit verify");
        assertThat(half.status()).isEqualTo(2);
    }

    private static Map<String, String> running() {
        return Map.of(
                "TOMBOLO_DATA", demo.data().toString(),
                "TOMBOLO_KEYS", demo.data().resolve("keys").toString(),
                "TOMBOLO_CHECKPOINTS", demo.data().resolve("checkpoints").toString());
    }

    private static Map<String, String> there() {
        return Map.of(
                "TOMBOLO_DATA", FOLDER.resolve("there/data").toString(),
                "TOMBOLO_KEYS", FOLDER.resolve("there/keys").toString(),
                "TOMBOLO_CHECKPOINTS", FOLDER.resolve("there/checkpoints").toString(),
                "TOMBOLO_URL", "https://practice.example");
    }

    private static Ended verb(Map<String, String> surroundings, String typed, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Packaged.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                Packaged.application().toString()));
        command.addAll(List.of(words));
        Path output = Files.createTempFile(FOLDER, words[0], ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(FOLDER.toFile());
        builder.environment().putAll(surroundings);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var out = process.outputWriter(StandardCharsets.UTF_8)) {
            out.write(typed + "\n");
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", words) + " did not end. It said:\n" + Files.readString(output));
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(match.groupCount()))
                .collect(Collectors.toList());
    }
}
