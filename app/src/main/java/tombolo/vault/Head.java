package tombolo.vault;

import java.util.HexFormat;
import java.util.UUID;

/** Where a chain stands: its newest entry's number and hash. */
record Head(Chain chain, long seq, String hash) {

    /** One of the chains of a practice. */
    record Chain(UUID practice, short bucket) {}

    static Head of(UUID practice, short bucket, long seq, byte[] hash) {
        return new Head(new Chain(practice, bucket), seq, HexFormat.of().formatHex(hash));
    }

    static Head parse(String text) {
        String[] parts = text.split("/");
        return new Head(
                new Chain(UUID.fromString(parts[0]), Short.parseShort(parts[1])), Long.parseLong(parts[2]), parts[3]);
    }

    @Override
    public String toString() {
        return chain.practice + "/" + chain.bucket + "/" + seq + "/" + hash;
    }
}
