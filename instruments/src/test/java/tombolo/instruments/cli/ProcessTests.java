package tombolo.instruments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a program of its own: what it leaves with, and what it leaves behind when it is stopped. */
class ProcessTests {
    @TempDir
    Path folder;

    @Test
    void leavesWithTwoWhenAFileIsWrong() throws Exception {
        Process score = start("score", "phq-2");
        feed(score, "id,1,2\na,1,9\n");
        score.getOutputStream().close();
        assertThat(score.waitFor()).isEqualTo(2);
        assertThat(new String(score.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("score: line 2, column 3 (item 2): expected 0, 1, 2, 3");
    }

    @Test
    void stoppedHalfwayItLeavesTheOldFileAndNoOther() throws Exception {
        Path file = Files.writeString(folder.resolve("scores.csv"), "last week's");
        Process score = start("score", "phq-2", "--out", file.toString());
        feed(score, "id,1,2\n" + "a,1,1\n".repeat(50_000));
        for (int i = 0; i < 200 && files().size() < 2; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(files()).as("it is at work").hasSize(2);
        score.toHandle().destroy();
        assertThat(score.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(files()).containsExactly("scores.csv");
        assertThat(Files.readString(file).length()).isEqualTo("last week's".length());
    }

    @Test
    void aReaderThatGoesAwayIsNoFaultOfTheFile() throws Exception {
        Process score = start("score", "phq-2");
        score.getInputStream().close();
        try {
            feed(score, "id,1,2\n" + "a,1,1\n".repeat(200_000));
            score.getOutputStream().close();
        } catch (IOException itStoppedReading) {
            assertThat(itStoppedReading).isNotNull();
        }
        assertThat(score.waitFor()).isEqualTo(1);
        assertThat(new String(score.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("score: stopped: ");
    }

    private Process start(String... words) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "tombolo.instruments.cli.Main"),
                        Stream.of(words))
                .toList();
        return new ProcessBuilder(command).start();
    }

    private static void feed(Process process, String text) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(text.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
