package tombolo.database;

import java.security.SecureRandom;
import java.util.UUID;

/** Names for rows: UUID version 7 (RFC 9562), so that new rows lie beside each other. Never a secret. */
public final class Ids {
    private static final SecureRandom CHANCE = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        long high = System.currentTimeMillis() << 16 | 0x7000L | CHANCE.nextInt(1 << 12);
        long low = CHANCE.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low);
    }
}
