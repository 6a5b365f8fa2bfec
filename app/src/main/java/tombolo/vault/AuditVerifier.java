package tombolo.vault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the record of who looked from its first entry to its last, and says whether it is as it was written. */
public final class AuditVerifier {
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(10);

    private final Anchors anchors;
    private final List<Verdict.Finding> findings = new ArrayList<>();
    private long entries;
    private @Nullable Instant notProvableSince;

    private AuditVerifier(Anchors anchors) {
        this.anchors = anchors;
        this.findings.addAll(anchors.findings());
    }

    /** Needs no more rights than the application has, and no key. */
    public static Verdict verify(DataSource source, Path checkpoints) {
        AuditVerifier verifier = new AuditVerifier(Anchors.in(new CheckpointFolder(checkpoints)));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            verifier.read(connection);
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The record of who looked cannot be read", e);
        }
        return new Verdict(verifier.entries, verifier.findings, Optional.ofNullable(verifier.notProvableSince));
    }

    private void read(Connection connection) throws SQLException {
        Set<UUID> practices = new TreeSet<>(anchors.practices());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select practice_id from practice_registry")) {
            while (rows.next()) {
                practices.add(rows.getObject(1, UUID.class));
            }
        }
        for (UUID practice : practices) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL app.practice = '" + practice + "'");
            }
            readPractice(connection, practice);
        }
    }

    private void readPractice(Connection connection, UUID practice) throws SQLException {
        Map<Head.Chain, Walk> walks = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select bucket, seq, at, actor, roles, act, about, what, hash from audit_entry"
                        + " where practice_id = ? order by bucket, seq")) {
            statement.setObject(1, practice);
            statement.setFetchSize(5_000);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Link link = link(practice, rows);
                    entries++;
                    walks.computeIfAbsent(new Head.Chain(practice, link.bucket()), Walk::new)
                            .step(link, rows.getBytes("hash"));
                }
            }
        }
        Map<Head.Chain, Head> heads = heads(connection, practice);
        Set<Head.Chain> all = new java.util.HashSet<>(heads.keySet());
        all.addAll(walks.keySet());
        anchors.chains().stream()
                .filter(chain -> chain.practice().equals(practice))
                .forEach(all::add);
        all.forEach(chain -> walks.computeIfAbsent(chain, Walk::new).end(heads.get(chain)));
    }

    private static Link link(UUID practice, ResultSet rows) throws SQLException {
        return new Link(
                practice,
                rows.getShort("bucket"),
                rows.getLong("seq"),
                rows.getTimestamp("at").toInstant(),
                rows.getObject("actor", UUID.class),
                rows.getString("roles"),
                rows.getString("act"),
                rows.getObject("about", UUID.class),
                rows.getString("what"));
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
        private final Head.Chain chain;
        private final java.util.NavigableMap<Long, String> vouched;
        private byte[] before = Link.GENESIS;
        private long last;
        private long proved;
        private Instant latest = Instant.MIN;
        private @Nullable Instant firstUnproved;
        private boolean broken;

        Walk(Head.Chain chain) {
            this.chain = chain;
            this.vouched = anchors.of(chain);
        }

        void step(Link link, byte[] hash) {
            if (broken) {
                return;
            }
            if (link.seq() != last + 1) {
                bad(last + 1, "missing");
            } else if (!java.util.Arrays.equals(link.hash(before), hash)) {
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
            String signed = vouched.get(link.seq());
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
            } else if (firstUnproved != null
                    && (notProvableSince == null || firstUnproved.isBefore(notProvableSince))) {
                notProvableSince = firstUnproved;
            }
        }

        private void bad(long seq, String words) {
            broken = true;
            findings.add(new Verdict.Finding("practice " + chain.practice() + " chain " + chain.bucket(), seq, words));
        }
    }
}
