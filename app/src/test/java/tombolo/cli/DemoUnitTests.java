package tombolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The demo never deletes what is not its own, nor what is in use. */
class DemoUnitTests {
    @TempDir
    private Path folder;

    @Test
    void freshLeavesAFolderAloneThatIsNoDemo() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Isla");

        assertThat(run("demo", "--fresh", "--data", folder.toString())).contains("was not made by the demo");
        assertThat(letter).exists();
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNotTakenOver() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "Dear Isla");

        assertThat(run("demo", "--data", folder.toString())).contains("holds something that is not a demo");
    }

    @Test
    void freshDoesNotPullTheFolderFromUnderARunningDemo() throws Exception {
        Files.writeString(folder.resolve("tombolo-demo"), "a demo");
        Path lock = Files.writeString(folder.resolve("tombolo.lock"), "");
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock.toString())
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("held");
            assertThat(run("demo", "--fresh", "--data", folder.toString())).contains("A demo is running");
            assertThat(lock).exists();
        } finally {
            holder.destroy();
            holder.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = new CommandLine(new Launch()).setErr(new PrintWriter(said));
        assertThat(line.execute(arguments)).isEqualTo(2);
        return said.toString();
    }

    /** Another process that holds the lock of a running demo. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                System.out.println("held");
                Thread.sleep(60_000);
            }
        }
    }
}
