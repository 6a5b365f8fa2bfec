package tombolo.continuity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows each table holds: the first thing by which a copy is compared with what was copied. */
record Counts(Map<String, Long> rows) {

    /** @param admin sees every practice */
    static Counts of(DataSource admin) {
        JdbcClient jdbc = JdbcClient.create(admin);
        List<String> tables = jdbc.sql("select quote_ident(relname) from pg_class c join pg_namespace n"
                        + " on n.oid = c.relnamespace and n.nspname = 'public' where c.relkind in ('r', 'p')")
                .query((row, number) -> row.getString(1))
                .list();
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from " + table)
                            .query((row, number) -> row.getLong(1))
                            .single());
        }
        return new Counts(rows);
    }

    /** The tables in which the copy has a number of rows that the original had at no moment from one count to the other. */
    List<String> differing(Counts after, Counts copy) {
        return rows.entrySet().stream()
                .filter(table -> {
                    long one = table.getValue();
                    long other = after.rows.getOrDefault(table.getKey(), one);
                    long found = copy.rows.getOrDefault(table.getKey(), -1L);
                    return found < Math.min(one, other) || found > Math.max(one, other);
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    String text() {
        return rows.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    static Counts parse(String text) {
        return new Counts(new TreeMap<>(text.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Long.parseLong(parts[1])))));
    }
}
