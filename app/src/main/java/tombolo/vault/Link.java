package tombolo.vault;

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

    static final int BUCKETS = 64;

    /** Nine parts, each behind its length, the words among them left out. */
    private static final int LENGTHS = 9 * Integer.BYTES + 3 * 2 * Long.BYTES + Short.BYTES + 2 * Long.BYTES;

    /** People are spread over the chains of a practice, so that one busy chain does not hold up all. */
    static short bucketOf(@Nullable UUID about) {
        return about == null ? 0 : (short) Math.floorMod(about.hashCode(), BUCKETS);
    }

    /** The same bytes, in the same order, as the function audit_append in the database. */
    byte[] hash(byte[] before) {
        return hash(before, sha256());
    }

    byte[] hash(byte[] before, MessageDigest digest) {
        byte[] heldRoles = roles.getBytes(StandardCharsets.UTF_8);
        byte[] done = act.getBytes(StandardCharsets.UTF_8);
        byte[] where = what.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(before.length + LENGTHS + heldRoles.length + done.length + where.length);
        bytes.put(before);
        part(bytes, practice);
        bytes.putInt(Short.BYTES).putShort(bucket);
        bytes.putInt(Long.BYTES).putLong(seq);
        bytes.putInt(Long.BYTES).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        part(bytes, actor);
        bytes.putInt(heldRoles.length).put(heldRoles);
        bytes.putInt(done.length).put(done);
        part(bytes, about);
        bytes.putInt(where.length).put(where);
        digest.update(bytes.array(), 0, bytes.position());
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void part(ByteBuffer bytes, @Nullable UUID value) {
        if (value == null) {
            bytes.putInt(-1);
        } else {
            bytes.putInt(2 * Long.BYTES)
                    .putLong(value.getMostSignificantBits())
                    .putLong(value.getLeastSignificantBits());
        }
    }
}
