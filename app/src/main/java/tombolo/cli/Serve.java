package tombolo.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the real thing: kept data, no invented people, and a refusal to start unsafely. */
@Command(name = "serve", description = "Runs Tombolo for real use.")
final class Serve implements Runnable {
    @Option(names = "--port", description = "The port to listen on, on loopback (default ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Override
    public void run() {
        Application.start(Map.of("server.port", port), "serve");
    }
}
