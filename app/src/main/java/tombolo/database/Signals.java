package tombolo.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a PostgreSQL to finish; Java itself can only send the signal that waits for every visitor to leave. */
final class Signals {
    private Signals() {}

    /** SIGINT: roll back what is open, write everything down, stop. */
    static void interrupt(ProcessHandle process, Duration patience) throws IOException {
        send("INT", process);
        if (!ended(process, patience)) {
            send("QUIT", process);
            if (!ended(process, Duration.ofSeconds(10))) {
                throw new IOException("PostgreSQL (process " + process.pid() + ") does not stop");
            }
        }
    }

    private static void send(String signal, ProcessHandle process) throws IOException {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
