package tombolo.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database on this machine for those who look after it: the one that is running, or one started for the purpose. */
public final class OwnDatabase implements AutoCloseable {
    private final Path home;
    private final @Nullable EmbeddedPostgres started;
    private final int port;
    private final Secret secret;
    private final Map<Role, HikariDataSource> pools = new EnumMap<>(Role.class);

    private OwnDatabase(Path home, @Nullable EmbeddedPostgres started, int port) throws IOException {
        this.home = home;
        this.started = started;
        this.port = port;
        this.secret = Secret.keptIn(secret(home));
    }

    /** Whether there is one at all. */
    public static boolean isIn(Path data) {
        return Files.isDirectory(files(data));
    }

    /** Joins the Tombolo that is running on this data, or starts the database where none is. */
    public static OwnDatabase in(Path data) {
        return opened(data, EmbeddedPostgres.Care.DURABLE);
    }

    /** The same, and nothing in it can be changed where it had to be started. */
    public static OwnDatabase toLookAt(Path data) {
        return opened(data, EmbeddedPostgres.Care.LOOKING);
    }

    /** A copy put down somewhere else to be looked over, run with the programs that {@code data} already has. */
    public static OwnDatabase trial(Path home, Path data) {
        return started(home, data, EmbeddedPostgres.Care.FORGETFUL);
    }

    /** A new, empty one with its tables in place, to be filled and looked over. */
    public static OwnDatabase emptyTrial(Path home, Path data) {
        OwnDatabase empty = started(home, data, EmbeddedPostgres.Care.FORGETFUL);
        new Migrations().run(empty.owner());
        return empty;
    }

    /** Whether a Tombolo is running on this data. */
    public static boolean isRunningOn(Path data) throws IOException {
        return DataLock.isHeldOn(data);
    }

    public DataSource app() {
        return as(Role.APP);
    }

    /** Sees every practice: for copying and counting, never for reading what somebody wrote. */
    public DataSource admin() {
        return as(Role.ADMIN);
    }

    public DataSource owner() {
        return as(Role.OWNER);
    }

    /** The folder with PostgreSQL's own files. */
    public static Path files(Path home) {
        return home.resolve("pg18");
    }

    /** What the passwords of the database are made from; it belongs to the files. */
    public static Path secret(Path home) {
        return home.resolve("pg18.secret");
    }

    public Path home() {
        return home;
    }

    @Override
    public synchronized void close() {
        pools.values().forEach(HikariDataSource::close);
        pools.clear();
        if (started != null) {
            started.close();
        }
    }

    private synchronized DataSource as(Role role) {
        return pools.computeIfAbsent(role, it -> Connections.kept(to(it)));
    }

    private DataSource to(Role role) {
        return started != null
                ? started.as(role, EmbeddedPostgres.DATABASE)
                : Connections.onLoopback(port, secret, role, EmbeddedPostgres.DATABASE);
    }

    private static OwnDatabase opened(Path data, EmbeddedPostgres.Care care) {
        if (!isIn(data)) {
            throw new UnsafeStart("There is no Tombolo database in " + data.toAbsolutePath()
                    + ". Say where the data is with TOMBOLO_DATA.");
        }
        try {
            OptionalInt running = new PostmasterFile(files(data).resolve("postmaster.pid")).port();
            return running.isPresent() && DataLock.isHeldOn(data)
                    ? new OwnDatabase(data, null, running.getAsInt())
                    : started(data, data, care);
        } catch (IOException e) {
            throw new UnsafeStart("The database in " + data + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static OwnDatabase started(Path home, Path programs, EmbeddedPostgres.Care care) {
        EmbeddedPostgres server = EmbeddedPostgres.startedIn(home, programs, care);
        try {
            return new OwnDatabase(home, server, 0);
        } catch (IOException e) {
            server.close();
            throw new UnsafeStart("The database in " + home + " cannot be opened: " + e.getMessage(), e);
        }
    }
}
