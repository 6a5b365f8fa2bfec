package tombolo.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One running Tombolo: started as a host would start it, watched from outside, stopped or killed by its process id. */
final class TomboloProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("tombolo.patience", 240));
    private static final Set<TomboloProcess> RUNNING = ConcurrentHashMap.newKeySet();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TomboloProcess::closeAll));
    }

    private final Path home;
    private final int port = freePort();
    private final List<String> arguments;
    private final Map<String, String> surroundings;
    private @Nullable Process process;
    private @Nullable Path before;
    private boolean rehearses;
    private int starts;

    private TomboloProcess(Path home, Arguments arguments, Surroundings surroundings) {
        this.home = home;
        this.arguments = arguments.of(port, data());
        this.surroundings = new HashMap<>(surroundings.of(home, base()));
    }

    /** The demo with its invented people, its data in an empty folder of its own. */
    static TomboloProcess demo(String name) {
        return demoIn(emptyHome(name));
    }

    /** The demo with all it keeps in a folder that is there already, whatever it holds. */
    static TomboloProcess demoIn(Path folder) {
        return new TomboloProcess(
                folder,
                (port, data) -> List.of("demo", "--port", Integer.toString(port), "--data", data.toString()),
                (home, base) -> Map.of());
    }

    /** The real thing, empty, its data, keys and checkpoints in three folders of their own. */
    static TomboloProcess serve(String name) {
        return new TomboloProcess(
                emptyHome(name),
                (port, data) -> List.of("serve", "--port", Integer.toString(port)),
                (home, base) -> Map.of(
                        "TOMBOLO_DATA", home.resolve("data").toString(),
                        "TOMBOLO_KEYS", home.resolve("keys").toString(),
                        "TOMBOLO_CHECKPOINTS", home.resolve("checkpoints").toString(),
                        "TOMBOLO_URL", base.toString()));
    }

    /** Stops every Tombolo that this run has started and not yet stopped. */
    static void closeAll() {
        RUNNING.forEach(TomboloProcess::close);
    }

    URI base() {
        return URI.create("http://localhost:" + port);
    }

    /** Everything this Tombolo may write lies under here: data, keys, checkpoints, temporary files, its own output. */
    Path home() {
        return home;
    }

    Path data() {
        return home.resolve("data");
    }

    /** Sets one more thing in its environment, before it is started. */
    TomboloProcess with(String name, String value) {
        surroundings.put(name, value);
        return this;
    }

    /** Begins with a copy of what a stopped Tombolo has kept. */
    TomboloProcess withDataLike(Path stopped) {
        try {
            Process copy = new ProcessBuilder("cp", "-a", stopped.toString(), data().toString())
                    .inheritIO()
                    .start();
            if (copy.waitFor() != 0) {
                throw new IllegalStateException(stopped + " could not be copied to " + data());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while copying " + stopped, e);
        }
        return this;
    }

    /** Starts it and waits until {@code /up} answers 200; says what it printed when it does not come up. */
    TomboloProcess start() {
        List<String> command = new ArrayList<>(List.of(
                Packaged.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + made(home.resolve("tmp"))));
        command.addAll(program());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().putAll(surroundings);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output(++starts).toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Tombolo could not be started", e);
        }
        RUNNING.add(this);
        awaitUp(PATIENCE);
        if (arguments.contains("demo")) {
            await("say that the demo is open", PATIENCE, () -> said().contains("The demo is open at"));
        }
        return this;
    }

    private List<String> program() {
        String shipped = Packaged.application().toString();
        if (before != null) {
            return List.of("-cp", before + File.pathSeparator + shipped, "tombolo.Tombolo");
        }
        return rehearses ? List.of(Packaged.toRemember(), "-jar", shipped) : Packaged.program();
    }

    /** What it does until it stops makes every later start of a run quick. */
    TomboloProcess rehearsing() {
        rehearses = true;
        return this;
    }

    /** For a control: some classes of the test take the place of those that ship. */
    TomboloProcess withClassesBefore(Path folder) {
        before = folder;
        return this;
    }

    /** Waits until {@code /up} answers 200. */
    void awaitUp(Duration patience) {
        await("come up", patience, () -> {
            if (!running().isAlive()) {
                throw new IllegalStateException("Tombolo stopped instead of coming up. It said:\n" + said());
            }
            return up();
        });
    }

    boolean up() {
        try {
            HttpRequest request = HttpRequest.newBuilder(base().resolve("/up"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Tombolo", e);
        }
    }

    /** SIGKILL: no goodbye, no flush; its PostgreSQL is left an orphan, as after a crash. */
    void kill() {
        running().destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, and waits for the end. */
    void stop() {
        running().destroy();
        awaitEnd();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        return running().pid();
    }

    /** The embedded PostgreSQL of this Tombolo, by the pid file in its own data directory. */
    Optional<ProcessHandle> postgres() {
        Path file = data().resolve("pg18").resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            return Files.readAllLines(file).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(found -> found.info().command().orElse("").contains("postgres"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** SIGKILL to the postmaster and to every process it has started, and waits until all are gone. */
    void killPostgres() {
        ProcessHandle postmaster =
                postgres().orElseThrow(() -> new IllegalStateException("No PostgreSQL runs in " + data()));
        List<ProcessHandle> family = new ArrayList<>(postmaster.descendants().toList());
        family.add(0, postmaster);
        family.forEach(ProcessHandle::destroyForcibly);
        await("lose its PostgreSQL", PATIENCE, () -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Sends a signal to the postmaster and to every process it has started. */
    void signalPostgres(String signal) throws IOException, InterruptedException {
        signal(signal, new ArrayList<>());
    }

    /** Holds the application and its database still, in the middle of whatever they do. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP", new ArrayList<>(List.of(Long.toString(pid()))));
    }

    private void signal(String signal, List<String> to) throws IOException, InterruptedException {
        ProcessHandle postmaster =
                postgres().orElseThrow(() -> new IllegalStateException("No PostgreSQL runs in " + data()));
        to.add(Long.toString(postmaster.pid()));
        postmaster.descendants().map(ProcessHandle::pid).map(String::valueOf).forEach(to::add);
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        command.addAll(to);
        new ProcessBuilder(command).start().waitFor();
    }

    /** Everything it has printed since it was last started. */
    String said() {
        try {
            return Files.exists(output(starts)) ? Files.readString(output(starts)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a fact without a fixed pause; the message says what did not happen. */
    static void await(String what, Duration patience, Supplier<Boolean> fact) {
        long end = System.nanoTime() + patience.toNanos();
        while (!fact.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + patience.toSeconds() + " s for Tombolo to " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(40);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for Tombolo to " + what, e);
            }
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
        postgres().ifPresent(orphan -> {
            orphan.destroy();
            await("stop its PostgreSQL", PATIENCE, () -> !orphan.isAlive());
        });
        RUNNING.remove(this);
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("This Tombolo has not been started");
        }
        return process;
    }

    private void awaitEnd() {
        try {
            if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running().destroyForcibly().waitFor();
                throw new AssertionError("Tombolo did not stop within " + PATIENCE.toSeconds() + " s of being asked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Tombolo was stopping", e);
        }
    }

    private Path output(int start) {
        return home.resolve("output-" + start + ".log");
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptyHome(String name) {
        Path home = Path.of("target", "homes", name).toAbsolutePath();
        try {
            Packaged.forget(home);
            return Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException("An empty folder for " + name + " could not be made", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to say on the command line. */
    private interface Arguments {
        List<String> of(int port, Path data);
    }

    /** What to say in the environment. */
    private interface Surroundings {
        Map<String, String> of(Path home, URI base);
    }
}
