package tombolo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tombolo.demo.Cast;

/** Runs a practice of invented people on this machine only, so that anybody can walk through Tombolo. */
@Command(name = "demo", description = "Runs a practice of invented people on this machine.")
final class Demo implements Runnable {
    private static final String MARK = "tombolo-demo";

    /** Where a new demo begins, so that it has a past by the time it has walked to today. */
    private static final Duration SOME_MONTHS_AGO = Duration.ofDays(-7 * Cast.WEEKS);

    @Option(names = "--port", description = "The port to listen on, on loopback (default ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--data", description = "Where the demo keeps its data (default ${DEFAULT-VALUE}).")
    private Path data = Path.of("data", "demo");

    @Option(names = "--fresh", description = "Forget what was done in the demo before, and begin again.")
    private boolean fresh;

    @Option(names = "--rehearse", hidden = true, description = "Opens a few pages and stops; used when building.")
    private boolean rehearse;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        Path home = data.toAbsolutePath().normalize();
        try {
            if (fresh && Files.exists(home)) {
                forget(home);
            }
            Files.createDirectories(home);
            if (!Files.exists(home.resolve(MARK)) && holdsSomething(home)) {
                throw refusal(home + " holds something that is not a demo. Choose an empty folder with --data.");
            }
            if (!Files.exists(home.resolve(MARK))) {
                Files.writeString(home.resolve("demo-clock"), SOME_MONTHS_AGO + "\n");
            }
            Files.writeString(home.resolve(MARK), "This folder belongs to ./tombolo demo and may be deleted.\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The demo cannot use " + home, e);
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("tombolo.data", home.toString());
        settings.put("tombolo.keys", home.resolve("keys").toString());
        settings.put("tombolo.checkpoints", home.resolve("checkpoints").toString());
        settings.put("tombolo.url", "http://localhost:" + port);
        settings.put("logging.level.tombolo.messages", "WARN"); // some months of messages go nowhere at the start
        ConfigurableApplicationContext application = Application.start(settings, "demo");
        if (rehearse) {
            Rehearsal.walk(application);
            application.close();
        } else {
            System.out.printf("%nThe demo is open at http://localhost:%d%n", port);
            System.out.printf("Be somebody of the cast: http://localhost:%d/demo%nCtrl-C stops it.%n", port);
        }
    }

    private void forget(Path home) throws IOException {
        if (isInUse(home)) {
            throw refusal("A demo is running on " + home + ". Stop it first (Ctrl-C where it runs).");
        }
        if (!Files.exists(home.resolve(MARK)) && holdsSomething(home)) {
            throw refusal(home + " was not made by the demo, so --fresh will not delete it.");
        }
        try (Stream<Path> inside = Files.walk(home)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The running demo holds this lock; deleting its folder under it would leave both in pieces. */
    private static boolean isInUse(Path home) throws IOException {
        Path lock = home.resolve("tombolo.lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held == null;
        }
    }

    private static boolean holdsSomething(Path home) throws IOException {
        try (Stream<Path> inside = Files.list(home)) {
            return inside.findAny().isPresent();
        }
    }

    private ParameterException refusal(String words) {
        return new ParameterException(
                java.util.Objects.requireNonNull(spec, "picocli fills this in").commandLine(), words);
    }
}
