package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a host types beside a running Tombolo, on the packaged application, in a folder of its own. */
record CommandLine(Path folder) {
    private static final String SHEET = "/desk/key-recovery-sheet";

    /** How a verb ended and what it said. */
    record Ended(int status, String said) {}

    /** The code of the key-recovery sheet, printed by Priya for the demo. */
    static String sheetOf(TomboloProcess demo) throws IOException {
        PlainClient priya = new PlainClient(demo.base()).is("priya");
        PlainClient.Answer page = priya.get(SHEET);
        assertThat(page.status()).isEqualTo(200);
        List<String> groups = Pattern.compile("<code class=\"spelled\">([0-9A-Z]{4})</code>")
                .matcher(priya.post(SHEET, page.hidden()).body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(groups).hasSize(9);
        return String.join(" ", groups);
    }

    /** Where a running Tombolo keeps its things. */
    static Map<String, String> beside(TomboloProcess demo) {
        return Map.of(
                "TOMBOLO_DATA", demo.data().toString(),
                "TOMBOLO_KEYS", demo.data().resolve("keys").toString(),
                "TOMBOLO_CHECKPOINTS", demo.data().resolve("checkpoints").toString());
    }

    /** Runs one verb to its end, answering what it asks with one line. */
    Ended run(Map<String, String> surroundings, String typed, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Packaged.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(Packaged.program());
        command.addAll(List.of(words));
        Path output = Files.createTempFile(folder, words[0], ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(surroundings);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var out = process.outputWriter(StandardCharsets.UTF_8)) {
            out.write(typed + "\n");
        }
        try {
            if (!process.waitFor(240, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        String.join(" ", words) + " did not end. It said:\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + words[0], e);
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }
}
