package tombolo.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Tombolo's database in a process of its own, so that a test can be unkind to it. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final String said;

    private OtherProcess(Process process, String said) {
        this.process = process;
        this.said = said;
    }

    static OtherProcess startedIn(Path home, Path programs) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return started(List.of(), classes, home, programs);
    }

    static OtherProcess started(List<String> as, String classes, Path home, Path programs) throws IOException {
        List<String> command = new ArrayList<>(as);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes));
        command.addAll(List.of(OtherProcess.class.getName(), home.toString(), programs.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader words = process.inputReader();
        return new OtherProcess(process, String.valueOf(words.readLine()));
    }

    /** The number of its PostgreSQL's process, or why there is none. */
    String said() {
        return said;
    }

    ProcessHandle server() {
        return ProcessHandle.of(Long.parseLong(said)).orElseThrow();
    }

    /** As by kill -9: it can do nothing about its PostgreSQL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As by Ctrl-C. */
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Starts, says the number of the server's process, and stays. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.startedIn(
                    Path.of(arguments[0]), Path.of(arguments[1]), EmbeddedPostgres.Care.DURABLE);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            System.out.println(server.processId());
            Thread.sleep(120_000);
        } catch (UnsafeStart e) {
            System.out.println(String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }
}
