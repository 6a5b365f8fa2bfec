package tombolo.vault;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * The entries of some chains as PostgreSQL's binary copy sends them, several times as quick as a result set.
 * <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, Binary Format</a>.
 */
final class AuditRows implements AutoCloseable {
    private static final int SIGNATURE = 11;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final UUID practice;
    private final DataInputStream in;
    private Link link;
    private byte[] hash = Link.GENESIS;

    AuditRows(Connection connection, UUID practice, int from, int to) throws SQLException, IOException {
        this.practice = practice;
        this.link = new Link(practice, (short) 0, 0, EPOCH, null, "", "", null, "");
        this.in = new DataInputStream(new BufferedInputStream(
                new PGCopyInputStream(
                        connection.unwrap(PGConnection.class),
                        ("copy (select bucket, seq, at, actor, roles, act, about, what, hash from audit_entry"
                                        + " where practice_id = '%s' and bucket >= %d and bucket < %d"
                                        + " order by bucket, seq) to stdout (format binary)")
                                .formatted(practice, from, to)),
                1 << 16));
        in.skipNBytes(SIGNATURE + Integer.BYTES);
        in.skipNBytes(in.readInt());
    }

    boolean next() throws IOException {
        if (in.readShort() < 0) {
            return false;
        }
        in.readInt();
        short bucket = in.readShort();
        in.readInt();
        long seq = in.readLong();
        in.readInt();
        Instant at = EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
        link = new Link(practice, bucket, seq, at, uuid(), text(), text(), uuid(), text());
        hash = in.readNBytes(in.readInt());
        return true;
    }

    Link link() {
        return link;
    }

    /** The hash that stands beside the entry. */
    byte[] hash() {
        return hash;
    }

    private @Nullable UUID uuid() throws IOException {
        return in.readInt() < 0 ? null : new UUID(in.readLong(), in.readLong());
    }

    private String text() throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
