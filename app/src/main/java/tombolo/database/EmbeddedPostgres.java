package tombolo.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL that Tombolo brings with it: a private server on loopback, a child of this process, its data kept. */
final class EmbeddedPostgres implements AutoCloseable {
    static final String DATABASE = "tombolo";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** No statement, no parameter and no row value in the log; only that something happened. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=40",
            "shared_buffers=128MB",
            "jit=off",
            "min_wal_size=32MB",
            "max_wal_size=256MB",
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "log_min_duration_statement=-1",
            "log_statement=none",
            "log_timezone=UTC",
            "timezone=UTC");

    /** For tests only, where many applications share one server: what was acknowledged may be gone after a crash. */
    private static final List<String> FORGETFUL =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300");

    /** Nothing is changed: for looking at a record that may be evidence. */
    private static final List<String> LOOKING = List.of("default_transaction_read_only=on");

    /** How carefully written work is put on the disk. */
    enum Care {
        DURABLE(List.of()),
        FORGETFUL(EmbeddedPostgres.FORGETFUL),
        LOOKING(EmbeddedPostgres.LOOKING);

        private final List<String> settings;

        Care(List<String> settings) {
            this.settings = settings;
        }
    }

    private final Path home;
    private final Path data;
    private final Care care;
    private final DataLock lock;
    private final Binaries binaries;
    private final Secret secret;
    private final int port;
    private volatile boolean closing;
    private volatile @Nullable Process server;

    private EmbeddedPostgres(Path home, Path programs, Care care) throws IOException {
        this.home = Files.createDirectories(home).toRealPath();
        this.data = this.home.resolve("pg18");
        this.care = care;
        this.lock = DataLock.on(this.home);
        try {
            this.binaries = Binaries.unpackedIn(programs.toAbsolutePath().normalize());
            this.secret = Secret.keptIn(this.home.resolve("pg18.secret"));
            if (!Files.isDirectory(data)) {
                create();
            }
            this.port = freePort();
            launch();
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    static EmbeddedPostgres startedIn(Path home, Care care) {
        return startedIn(home, home, care);
    }

    /** With the programs somewhere else than the data, so that many test servers share them. */
    static EmbeddedPostgres startedIn(Path home, Path programs, Care care) {
        try {
            return new EmbeddedPostgres(home, programs, care);
        } catch (IOException e) {
            throw new UnsafeStart(
                    "The PostgreSQL that Tombolo brings did not start in " + home + ": " + e.getMessage(), e);
        }
    }

    /** A plain way in, one new connection each time; nothing that could leak into a log is repeated in an exception. */
    PGSimpleDataSource as(Role role, String database) {
        return Connections.onLoopback(port, secret, role, database);
    }

    Path home() {
        return home;
    }

    long processId() {
        Process running = server;
        if (running == null) {
            throw new IllegalStateException("PostgreSQL is not running");
        }
        return running.pid();
    }

    @Override
    public synchronized void close() {
        closing = true;
        try (DataLock held = lock) {
            Process running = server;
            if (running != null && running.isAlive()) {
                Signals.interrupt(running.toHandle(), Duration.ofSeconds(60));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop cleanly", e);
        }
    }

    /** All or nothing: the directory gets its name only when the roles and the database are in it. */
    private void create() throws IOException {
        Path half = home.resolve("pg18.new");
        Binaries.delete(half);
        Path password = Files.createTempFile(home, "pg18", ".pw");
        try {
            Files.writeString(password, secret.password(Role.ADMIN));
            List<String> arguments = new ArrayList<>(
                    List.of("-D", half.toString(), "-U", Role.ADMIN.userName(), "--pwfile=" + password));
            arguments.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-instructions"));
            arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            if (care == Care.FORGETFUL) {
                arguments.add("--no-sync");
            }
            run(null, "initdb", arguments);
        } finally {
            Files.delete(password);
        }
        run(roles(), "postgres", List.of("--single", "-D", half.toString(), "postgres"));
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private String roles() {
        return """
                CREATE ROLE tombolo_owner LOGIN PASSWORD '%s'
                CREATE ROLE tombolo_app LOGIN PASSWORD '%s'
                CREATE DATABASE %s OWNER tombolo_owner
                REVOKE ALL ON DATABASE %s FROM PUBLIC
                GRANT CONNECT ON DATABASE %s TO tombolo_app
                """.formatted(secret.password(Role.OWNER), secret.password(Role.APP), DATABASE, DATABASE, DATABASE);
    }

    private synchronized void launch() throws IOException {
        if (closing) {
            return;
        }
        PostmasterFile note = new PostmasterFile(data.resolve("postmaster.pid"));
        note.settle(binaries.program("postgres"));
        List<String> command = command("postgres");
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        care.settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        Process started = builder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        await(started, note);
        server = started;
        started.onExit().thenRun(this::revive);
    }

    private void await(Process started, PostmasterFile note) throws IOException {
        long deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (!note.saysReady(started.pid())) {
            if (!started.isAlive()) {
                throw new IOException("it ended at once; the last lines of " + log() + " are:\n" + lastLines());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("it was not ready within ten minutes; see " + log());
            }
            pause(Duration.ofMillis(10));
        }
    }

    /** When PostgreSQL dies under a living Tombolo, it is brought back on the same port; the pool finds it again. */
    private void revive() {
        for (int attempt = 1; !closing && attempt <= 60; attempt++) {
            try {
                LOG.warn("PostgreSQL ended unexpectedly; starting it again");
                launch();
                return;
            } catch (IOException e) {
                LOG.warn("PostgreSQL did not come back yet (attempt {})", attempt, e);
                pause(Duration.ofMillis(500));
            }
        }
    }

    private void run(@Nullable String input, String program, List<String> arguments) throws IOException {
        List<String> command = command(program);
        command.addAll(arguments);
        Process process = builder(command).start();
        try (var words = process.outputWriter()) {
            words.write(input == null ? "" : input);
        }
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(program + " said: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    /**
     * PostgreSQL refuses to run as root, so root puts it into a user namespace; and in a session of its own, a Ctrl-C
     * meant for Tombolo does not take the database away before Tombolo has finished. Both exec, so the child is it.
     */
    private List<String> command(String program) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program).toString());
        return command;
    }

    private Path log() {
        return home.resolve("pg18.log");
    }

    private String lastLines() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 2000));
            byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            return new String(tail, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
