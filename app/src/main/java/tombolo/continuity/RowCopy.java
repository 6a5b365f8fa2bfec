package tombolo.continuity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Copies the rows of a database that somebody else looks after, with no more rights than the application has, and puts them back. */
final class RowCopy {
    private static final String FOLDER = "rows";
    private static final String SHARED = "practice_registry";

    private final DataSource source;

    RowCopy(DataSource source) {
        this.source = source;
    }

    /** All practices as they were at one moment. */
    Manifest into(Bundle bundle, Instant now) throws IOException, SQLException {
        Path half = Files.createTempFile("tombolo", ".rows");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Map<String, Long> rows = new TreeMap<>();
            bundle.add(
                    "fingerprint",
                    list(statement, "select fingerprint from schema_fingerprint")
                            .getFirst());
            copy(connection, SHARED, "all", half, bundle, rows);
            for (String practice : list(statement, "select practice_id::text from practice_registry")) {
                statement.execute("SET LOCAL app.practice = '" + UUID.fromString(practice) + "'");
                for (String table : tables(statement)) {
                    copy(connection, table, practice, half, bundle, rows);
                }
            }
            connection.rollback();
            Counts counts = new Counts(rows);
            return new Manifest(now, Manifest.Kind.ROWS, counts, counts);
        } finally {
            Files.delete(half);
        }
    }

    private static void copy(
            Connection connection, String table, String part, Path half, Bundle bundle, Map<String, Long> rows)
            throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                OutputStream out = Files.newOutputStream(half)) {
            String columns = columns(statement, table);
            long copied =
                    manager(connection).copyOut("copy (select " + columns + " from " + table + ") to stdout", out);
            rows.merge(table, copied, Long::sum);
            bundle.add(FOLDER + "/" + table + "/" + part + ".columns", columns);
        }
        bundle.addFile(FOLDER + "/" + table + "/" + part + ".copy", half);
    }

    /**
     * Asked before anything takes long.
     *
     * @throws Trouble where {@link #back} would not put these rows
     */
    void refuseUnfit(Path unpacked) throws IOException, SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            refuseUnfit(statement, unpacked);
        }
    }

    private static void refuseUnfit(Statement statement, Path unpacked) throws IOException, SQLException {
        refuseAnotherVersion(statement, Files.readString(unpacked.resolve("fingerprint")));
        refuseWhatIsNotEmpty(statement);
    }

    /**
     * Into an empty database of the same version, as the owner of its tables. Row-level security steps aside for the
     * owner inside this one transaction, and is back with the commit.
     */
    void back(Path unpacked) throws IOException, SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            refuseUnfit(statement, unpacked);
            List<String> tables = tables(statement);
            for (String table : tables) {
                statement.execute("alter table " + table + " no force row level security");
            }
            putBack(connection, unpacked.resolve(FOLDER), SHARED);
            for (String table : tables) {
                putBack(connection, unpacked.resolve(FOLDER), table);
            }
            for (String table : tables) {
                statement.execute("alter table " + table + " force row level security");
            }
            connection.commit();
        }
    }

    private static void putBack(Connection connection, Path folder, String table) throws IOException, SQLException {
        if (!Files.isDirectory(folder.resolve(table))) {
            return;
        }
        List<Path> parts;
        try (var inside = Files.list(folder.resolve(table))) {
            parts = inside.filter(path -> path.toString().endsWith(".copy"))
                    .sorted()
                    .toList();
        }
        for (Path part : parts) {
            String columns = Files.readString(
                    part.resolveSibling(part.getFileName().toString().replace(".copy", ".columns")));
            try (InputStream in = Files.newInputStream(part)) {
                manager(connection).copyIn("copy " + table + " (" + columns + ") from stdin", in);
            }
        }
    }

    private static void refuseAnotherVersion(Statement statement, String fingerprint) throws SQLException {
        if (!list(statement, "select fingerprint from schema_fingerprint").contains(fingerprint)) {
            throw new Trouble("This backup was made by another version of Tombolo. Bring it back with that version, and"
                    + " then start the new one, which brings the tables up to date.");
        }
    }

    private static void refuseWhatIsNotEmpty(Statement statement) throws SQLException {
        if (!list(statement, "select practice_id::text from practice_registry").isEmpty()) {
            throw new Trouble(
                    "The database already holds a practice. A backup is brought back into an empty one only.");
        }
    }

    /** The tables of practices; those that others point to come first. */
    private static List<String> tables(Statement statement) throws SQLException {
        List<String> all = list(
                statement,
                "select quote_ident(c.relname) from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'"
                        + " where c.relkind in ('r', 'p') and c.relrowsecurity order by 1");
        Map<String, List<String>> pointsTo = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("select quote_ident(c.relname), quote_ident(r.relname)"
                + " from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid"
                + " where k.contype = 'f' and k.conrelid <> k.confrelid")) {
            while (rows.next()) {
                pointsTo.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        all.forEach(table -> visit(table, pointsTo, ordered, new LinkedHashSet<>()));
        ordered.retainAll(all);
        return List.copyOf(ordered);
    }

    private static void visit(String table, Map<String, List<String>> pointsTo, Set<String> ordered, Set<String> path) {
        if (ordered.contains(table)) {
            return;
        }
        if (!path.add(table)) {
            throw new IllegalStateException("These tables point to each other in a circle: " + path);
        }
        pointsTo.getOrDefault(table, List.of()).forEach(other -> visit(other, pointsTo, ordered, path));
        path.remove(table);
        ordered.add(table);
    }

    private static String columns(Statement statement, String table) throws SQLException {
        return String.join(
                ", ",
                list(
                        statement,
                        "select quote_ident(attname) from pg_attribute where attrelid = '" + table
                                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum"));
    }

    private static CopyManager manager(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static List<String> list(Statement statement, String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
