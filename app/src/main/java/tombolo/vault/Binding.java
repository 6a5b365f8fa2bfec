package tombolo.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a seal is bound to: each part with its length before it, so that no two places ever read the same. */
final class Binding {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** The one place where it is decided what sealed words are bound to. */
    static byte[] ofWords(byte version, KeyName owner, Place place) {
        return new Binding()
                .part(new byte[] {version})
                .part(owner.practice())
                .part(owner.kind().name())
                .part(owner.holder())
                .part(place.table())
                .part(place.column())
                .part(place.row())
                .bytes();
    }

    static byte[] ofKey(KeyName name) {
        return new Binding()
                .part("key")
                .part(name.practice())
                .part(name.kind().name())
                .part(name.holder())
                .bytes();
    }

    private Binding part(UUID value) {
        return part(ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array());
    }

    private Binding part(String value) {
        return part(value.getBytes(StandardCharsets.UTF_8));
    }

    private Binding part(byte[] value) {
        try {
            out.writeInt(value.length);
            out.write(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() {
        return bytes.toByteArray();
    }
}
