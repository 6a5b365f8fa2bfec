package tombolo.browser;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL of a running Tombolo, seen the way somebody with the machine in their hands would see it: as its superuser. */
final class Cluster implements AutoCloseable {
    private final Connection connection;

    private Cluster(Connection connection) {
        this.connection = connection;
    }

    static Cluster of(TomboloProcess tombolo) throws IOException, SQLException {
        List<String> note = Files.readAllLines(tombolo.data().resolve("pg18").resolve("postmaster.pid"));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Integer.parseInt(note.get(3).strip())});
        source.setDatabaseName("tombolo");
        source.setUser("tombolo_admin");
        source.setPassword(password(tombolo.data().resolve("pg18.secret")));
        return new Cluster(source.getConnection());
    }

    /** Every table as text, as a logical export would hold it. */
    Map<String, byte[]> export() throws SQLException, IOException {
        Map<String, byte[]> texts = new TreeMap<>();
        for (String table : tables()) {
            StringWriter text = new StringWriter();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", text);
            texts.put(table, text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** Every value of every bytea column as the bytes themselves, which the text form would only show as hex. */
    Map<String, byte[]> rawBytes() throws SQLException {
        Map<String, byte[]> values = new TreeMap<>();
        for (List<String> column : rows("""
                select format('%I.%I', table_schema, table_name), quote_ident(column_name) from information_schema.columns
                where data_type = 'bytea' and table_schema not in ('pg_catalog', 'information_schema')
                """)) {
            java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select " + column.get(1) + " from " + column.get(0)
                            + " where " + column.get(1) + " is not null")) {
                while (found.next()) {
                    all.writeBytes(found.getBytes(1));
                    all.write(0);
                }
            }
            values.put(column.get(0) + "." + column.get(1), all.toByteArray());
        }
        return values;
    }

    /** How many rows every table holds. */
    Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : tables()) {
            counts.put(
                    table,
                    Long.valueOf(
                            rows("select count(*) from " + table).getFirst().getFirst()));
        }
        return counts;
    }

    List<String> tables() throws SQLException {
        return rows("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema') order by 1
                """).stream().map(List::getFirst).toList();
    }

    List<List<String>> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    void run(String statement) throws SQLException {
        try (Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** As the launcher of the embedded PostgreSQL makes it: HMAC-SHA-256 of the role's name. */
    private static String password(Path secret) throws IOException {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    HexFormat.of().parseHex(Files.readString(secret).strip()), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("tombolo_admin".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
