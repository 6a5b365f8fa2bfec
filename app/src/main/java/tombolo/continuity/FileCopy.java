package tombolo.continuity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tombolo.database.OwnDatabase;

/**
 * Copies a running database's files, and the log of what happened meanwhile, as PostgreSQL's manual prescribes for "a
 * base backup using the low level API" (26.3.4).
 */
final class FileCopy {
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "global/pg_control");

    private final OwnDatabase database;
    private final Path files;

    FileCopy(OwnDatabase database) {
        this.database = database;
        this.files = OwnDatabase.files(database.home());
    }

    /** The counts just before and just after the moment to which the copy will come back. */
    Manifest into(Bundle bundle, java.time.Instant now) throws IOException, SQLException {
        try (Connection connection = database.admin().getConnection();
                Statement session = connection.createStatement()) {
            session.execute("select pg_create_physical_replication_slot('tombolo_backup', true, true)");
            String first = one(session, "select pg_walfile_name(pg_backup_start('tombolo', fast => true))");
            bundle.addFolder("pg18", files, FileCopy::wanted);
            bundle.addFile("pg18/global/pg_control", files.resolve("global/pg_control"));
            Counts before = Counts.of(database.admin());
            String label;
            String last;
            try (ResultSet stopped = session.executeQuery(
                    "select labelfile, pg_walfile_name(lsn) from pg_backup_stop(wait_for_archive => false)")) {
                stopped.next();
                label = stopped.getString(1);
                last = stopped.getString(2);
            }
            Counts after = Counts.of(database.admin());
            bundle.add("pg18/backup_label", label);
            addLog(bundle, first, last);
            bundle.addFile("pg18.secret", OwnDatabase.secret(database.home()));
            return new Manifest(now, Manifest.Kind.FILES, before, after);
        }
    }

    /** The slot, which goes with the session, has kept these from being taken away. */
    private void addLog(Bundle bundle, String first, String last) throws IOException {
        List<Path> log;
        try (Stream<Path> inside = Files.list(files.resolve("pg_wal"))) {
            log = inside.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                    })
                    .sorted()
                    .toList();
        }
        for (Path file : log) {
            bundle.addFile("pg18/pg_wal/" + file.getFileName(), file);
        }
    }

    private static boolean wanted(String inner) {
        int slash = inner.indexOf('/');
        boolean inEmptied = slash > 0 && EMPTIED.contains(inner.substring(0, slash));
        boolean walFolder = inner.equals("pg_wal/archive_status") || inner.equals("pg_wal/summaries");
        return (!inEmptied || walFolder)
                && !LEFT_OUT.contains(inner)
                && !inner.contains("pgsql_tmp")
                && !inner.endsWith("pg_internal.init");
    }

    private static String one(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
