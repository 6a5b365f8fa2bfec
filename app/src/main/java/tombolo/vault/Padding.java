package tombolo.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Fills words up to one of a few lengths before they are sealed, so that a copied database does not tell long from short. */
final class Padding {
    private static final int SMALLEST = 64;
    private static final int STEP = 4;
    private static final int LENGTH = Integer.BYTES;

    private Padding() {}

    static byte[] filled(String words) {
        byte[] text = words.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(bucket(text.length + LENGTH))
                .putInt(text.length)
                .put(text)
                .array();
    }

    static String words(byte[] filled) {
        ByteBuffer buffer = ByteBuffer.wrap(filled);
        int length = buffer.getInt();
        return new String(filled, LENGTH, length, StandardCharsets.UTF_8);
    }

    static boolean isLength(int length) {
        return length >= SMALLEST && bucket(length) == length;
    }

    /** 64 bytes, 256, 1 kB, 4 kB, 16 kB and so on. */
    private static int bucket(int length) {
        int bucket = SMALLEST;
        while (bucket < length) {
            bucket = Math.multiplyExact(bucket, STEP);
        }
        return bucket;
    }
}
