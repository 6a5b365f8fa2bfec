package tombolo.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the record of who looked from its first entry to its last, and says whether it is as it was written. Chains do not
 * depend on each other, so two readers share them, both looking at the same moment.
 */
public final class AuditVerifier {
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(10);
    private static final int READERS = 2;

    /** Chains of a practice that are read at once. */
    private static final int SHARE = 8;

    private final Anchors anchors;

    private AuditVerifier(Anchors anchors) {
        this.anchors = anchors;
    }

    /** Needs no more rights than the application has, and no key. */
    public static Verdict verify(DataSource source, Path checkpoints) {
        Anchors anchors = Anchors.in(new CheckpointFolder(checkpoints));
        AuditVerifier verifier = new AuditVerifier(anchors);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<Reading> readings = verifier.readings(connection);
            verifier.readBy(connection, source, readings);
            connection.rollback();
            return verdict(anchors, readings);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The record of who looked cannot be read", e);
        }
    }

    private static Verdict verdict(Anchors anchors, List<Reading> readings) {
        List<Verdict.Finding> findings = new ArrayList<>(anchors.findings());
        long entries = 0;
        Instant since = Instant.MAX;
        for (Reading reading : readings) {
            entries += reading.entries;
            findings.addAll(reading.findings);
            since = reading.notProvableSince.isBefore(since) ? reading.notProvableSince : since;
        }
        return new Verdict(entries, findings, Optional.of(since).filter(moment -> !moment.equals(Instant.MAX)));
    }

    private List<Reading> readings(Connection connection) throws SQLException {
        Set<UUID> practices = new TreeSet<>(anchors.practices());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select practice_id from practice_registry")) {
            while (rows.next()) {
                practices.add(rows.getObject(1, UUID.class));
            }
        }
        List<Reading> readings = new ArrayList<>();
        for (UUID practice : practices) {
            for (int from = 0; from < Link.BUCKETS; from += SHARE) {
                readings.add(new Reading(practice, from, from + SHARE));
            }
        }
        return readings;
    }

    private void readBy(Connection connection, DataSource source, List<Reading> readings)
            throws SQLException, IOException {
        String moment = moment(connection);
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService others = Executors.newFixedThreadPool(READERS - 1)) {
            Future<?> other = others.submit(() -> {
                try (Connection second = source.getConnection();
                        Statement statement = second.createStatement()) {
                    second.setAutoCommit(false);
                    second.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                    statement.execute("SET TRANSACTION SNAPSHOT '" + moment + "'");
                    readAll(second, readings, next);
                    second.rollback();
                }
                return null;
            });
            readAll(connection, readings, next);
            other.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String moment(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_export_snapshot()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void readAll(Connection connection, List<Reading> readings, AtomicInteger next)
            throws SQLException, IOException {
        for (int i = next.getAndIncrement(); i < readings.size(); i = next.getAndIncrement()) {
            readings.get(i).read(connection);
        }
    }

    /** Some chains of one practice, and what reading them has shown. */
    private final class Reading {
        private final UUID practice;
        private final int from;
        private final int to;
        private final List<Verdict.Finding> findings = new ArrayList<>();
        private long entries;
        private Instant notProvableSince = Instant.MAX;

        Reading(UUID practice, int from, int to) {
            this.practice = practice;
            this.from = from;
            this.to = to;
        }

        void read(Connection connection) throws SQLException, IOException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL app.practice = '" + practice + "'");
            }
            Map<Head.Chain, Head> heads = heads(connection, practice);
            Map<Head.Chain, Walk> walks = new HashMap<>();
            try (AuditRows rows = new AuditRows(connection, practice, from, to)) {
                MessageDigest digest = Link.sha256();
                while (rows.next()) {
                    entries++;
                    walks.computeIfAbsent(
                                    new Head.Chain(practice, rows.link().bucket()), chain -> new Walk(this, chain))
                            .step(rows.link(), rows.hash(), digest);
                }
            }
            Set<Head.Chain> all = new HashSet<>(heads.keySet());
            all.addAll(walks.keySet());
            all.addAll(anchors.chains());
            all.stream()
                    .filter(chain -> chain.practice().equals(practice) && chain.bucket() >= from && chain.bucket() < to)
                    .sorted(Comparator.comparing(Head.Chain::bucket))
                    .forEach(chain -> walks.computeIfAbsent(chain, it -> new Walk(this, it))
                            .end(heads.get(chain)));
        }
    }

    private static Map<Head.Chain, Head> heads(Connection connection, UUID practice) throws SQLException {
        Map<Head.Chain, Head> heads = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select bucket, seq, hash from audit_head where practice_id = ?")) {
            statement.setObject(1, practice);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Head head = Head.of(practice, rows.getShort("bucket"), rows.getLong("seq"), rows.getBytes("hash"));
                    heads.put(head.chain(), head);
                }
            }
        }
        return heads;
    }

    /** The way along one chain; after the first thing that is wrong the rest of that chain proves nothing. */
    private final class Walk {
        private final Reading reading;
        private final Head.Chain chain;
        private final NavigableMap<Long, String> vouched;
        private byte[] before = Link.GENESIS;
        private long last;
        private long proved;
        private Instant latest = Instant.MIN;
        private @Nullable Instant firstUnproved;
        private boolean broken;

        Walk(Reading reading, Head.Chain chain) {
            this.reading = reading;
            this.chain = chain;
            this.vouched = anchors.of(chain);
        }

        void step(Link link, byte[] hash, MessageDigest digest) {
            if (broken) {
                return;
            }
            if (link.seq() != last + 1) {
                bad(last + 1, "missing");
            } else if (!Arrays.equals(link.hash(before, digest), hash)) {
                bad(link.seq(), "not as it was written");
            } else if (link.bucket() != Link.bucketOf(link.about())) {
                bad(link.seq(), "belongs to another chain");
            } else if (latest.minus(latest.equals(Instant.MIN) ? Duration.ZERO : CLOCK_DRIFT)
                    .isAfter(link.at())) {
                bad(link.seq(), "earlier than the entry before it");
            } else {
                passed(link, hash);
            }
        }

        private void passed(Link link, byte[] hash) {
            String signed = vouched.isEmpty() ? null : vouched.get(link.seq());
            if (signed != null && !signed.equals(HexFormat.of().formatHex(hash))) {
                bad(proved + 1, "from here to entry " + link.seq() + " not what was signed");
                return;
            }
            before = hash;
            last = link.seq();
            latest = link.at().isAfter(latest) ? link.at() : latest;
            if (signed != null) {
                proved = last;
                firstUnproved = null;
            } else if (firstUnproved == null) {
                firstUnproved = link.at();
            }
        }

        void end(@Nullable Head head) {
            if (broken) {
                return;
            }
            if (!vouched.isEmpty() && vouched.lastKey() > last) {
                bad(last + 1, "missing: entries up to " + vouched.lastKey() + " were signed for");
            } else if (head == null
                    || head.seq() != last
                    || !head.hash().equals(HexFormat.of().formatHex(before))) {
                bad(last + 1, "the chain does not end where its head says");
            } else if (firstUnproved != null && firstUnproved.isBefore(reading.notProvableSince)) {
                reading.notProvableSince = firstUnproved;
            }
        }

        private void bad(long seq, String words) {
            broken = true;
            reading.findings.add(
                    new Verdict.Finding("practice " + chain.practice() + " chain " + chain.bucket(), seq, words));
        }
    }
}
