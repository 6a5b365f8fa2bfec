package tombolo.vault;

import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A signed line that says where the chains stood at a moment; each line also holds the hash of the line before it. */
record Checkpoint(long number, Instant at, Kind kind, String before, List<Head> heads) {

    /** Why a line was written. */
    enum Kind {
        /** Chains have grown. */
        GREW,
        /** A backup was put back on purpose: the chains now stand where they stood then. */
        RESTORED
    }

    static final String NONE_BEFORE = "-";

    String signedBy(PublicKeySign key) throws GeneralSecurityException {
        String text = text();
        return text + " " + Base64.getEncoder().encodeToString(key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty when the line is no checkpoint, or was not signed with this key. */
    static Optional<Checkpoint> read(String line, PublicKeyVerify key) {
        int end = line.lastIndexOf(' ');
        try {
            String text = line.substring(0, end);
            key.verify(Base64.getDecoder().decode(line.substring(end + 1)), text.getBytes(StandardCharsets.UTF_8));
            String[] parts = text.split(" ");
            List<Head> heads = Arrays.stream(parts).skip(4).map(Head::parse).toList();
            return Optional.of(new Checkpoint(
                    Long.parseLong(parts[0]), Instant.parse(parts[1]), Kind.valueOf(parts[2]), parts[3], heads));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static String hash(String line) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private String text() {
        StringBuilder text =
                new StringBuilder().append(number).append(' ').append(at).append(' ');
        text.append(kind).append(' ').append(before);
        heads.forEach(head -> text.append(' ').append(head));
        return text.toString();
    }
}
