package tombolo.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the real thing: kept data, no invented people, and a refusal to start unsafely. */
@Command(name = "serve", description = "Runs Tombolo for real use.")
final class Serve implements Runnable {
    @Option(names = "--port", description = "The port to listen on, on loopback (default ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--way-back",
            paramLabel = "ADDRESS",
            description = "Prints a link by which this member of staff, who has lost every key, gets back in.")
    private @Nullable String wayBack;

    @Option(
            names = "--older-data",
            description = "Goes on with data older than what was signed for, and says so in the record of who looked.")
    private boolean olderData;

    @Override
    public void run() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        if (wayBack != null) {
            settings.put("tombolo.way-back", wayBack);
        }
        if (olderData) {
            settings.put("tombolo.older-data", true);
        }
        Application.start(settings, "serve");
    }
}
