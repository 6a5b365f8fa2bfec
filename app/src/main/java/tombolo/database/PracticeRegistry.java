package tombolo.database;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which practices live in this database and under which host name each is found; nothing more is known across practices. */
public final class PracticeRegistry {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private volatile Known known = new Known(Map.of(), System.nanoTime() - FRESH.toNanos());

    private record Known(Map<String, UUID> hosts, long since) {
        boolean stale() {
            return System.nanoTime() - since >= FRESH.toNanos();
        }

        Optional<UUID> at(String host) {
            return hosts.size() == 1
                    ? hosts.values().stream().findFirst()
                    : Optional.ofNullable(hosts.get(host.toLowerCase(Locale.ROOT)));
        }
    }

    /** The plain pool: this is the one question that is asked before a practice is known. */
    PracticeRegistry(DataSource pool) {
        this.jdbc = JdbcClient.create(pool);
    }

    public List<UUID> all() {
        return List.copyOf(read().hosts.values());
    }

    /** Whether one practice has this database to itself, as far as is remembered. */
    public boolean holdsOne() {
        Known remembered = known;
        return (remembered.stale() ? read() : remembered).hosts.size() == 1;
    }

    /** The practice of this host name; where there is only one practice, every name is its name. */
    public Optional<UUID> at(String host) {
        Known remembered = known;
        return (remembered.stale() ? read() : remembered).at(host);
    }

    /** A practice is added at once, before its first transaction, which is begun in its name. */
    public void add(UUID practice, String host) {
        jdbc.sql("insert into practice_registry (practice_id, host) values (:practice, :host)")
                .param("practice", practice)
                .param("host", host.toLowerCase(Locale.ROOT))
                .update();
        read();
    }

    /** One at a time: an older look must never replace a newer one. */
    private synchronized Known read() {
        Map<String, UUID> hosts = jdbc
                .sql("select host, practice_id from practice_registry")
                .query((row, number) -> Map.entry(row.getString("host"), row.getObject("practice_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        Known now = new Known(hosts, System.nanoTime());
        known = now;
        return now;
    }
}
