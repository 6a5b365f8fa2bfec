package tombolo.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry as it hangs in its chain: its hash is over all it says and over the hash of the entry before it. */
record Link(
        UUID practice,
        short bucket,
        long seq,
        Instant at,
        @Nullable UUID actor,
        String roles,
        String act,
        @Nullable UUID about,
        String what) {

    /** What the first entry of every chain hangs on. */
    static final byte[] GENESIS = new byte[32];

    private static final int BUCKETS = 64;

    /** People are spread over the chains of a practice, so that one busy chain does not hold up all. */
    static short bucketOf(@Nullable UUID about) {
        return about == null ? 0 : (short) Math.floorMod(about.hashCode(), BUCKETS);
    }

    /** The same bytes, in the same order, as the function audit_append in the database. */
    byte[] hash(byte[] before) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(before);
            part(out, bytes(practice));
            part(out, ByteBuffer.allocate(Short.BYTES).putShort(bucket).array());
            part(out, ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
            part(
                    out,
                    ByteBuffer.allocate(Long.BYTES)
                            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                            .array());
            part(out, bytes(actor));
            part(out, roles.getBytes(StandardCharsets.UTF_8));
            part(out, act.getBytes(StandardCharsets.UTF_8));
            part(out, bytes(about));
            part(out, what.getBytes(StandardCharsets.UTF_8));
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void part(DataOutputStream out, byte @Nullable [] value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(value.length);
            out.write(value);
        }
    }

    private static byte @Nullable [] bytes(@Nullable UUID value) {
        return value == null
                ? null
                : ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array();
    }
}
