package tombolo.continuity;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The code on the printed sheet: nine groups of four letters and digits, the last of which tells a slip of the pen. The
 * key that opens every backup follows from it, and is kept nowhere else.
 */
public final class SheetCode {
    public static final int GROUPS = 9;
    private static final int GROUP = 4;
    private static final int SECRET = 20;

    /** Crockford's: no I, L, O or U, so that a hand-copied code reads back. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final byte[] SALT = "tombolo key-recovery sheet".getBytes(StandardCharsets.UTF_8);

    private final byte[] secret;

    private SheetCode(byte[] secret) {
        this.secret = secret;
    }

    static SheetCode fresh() {
        byte[] secret = new byte[SECRET];
        new SecureRandom().nextBytes(secret);
        return new SheetCode(secret);
    }

    /** Empty when a letter is missing or wrong. Spaces, dashes, small letters and look-alikes do not matter. */
    public static Optional<SheetCode> typed(String text) {
        String plain = plain(text);
        if (plain.length() != GROUPS * GROUP || !plain.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)) {
            return Optional.empty();
        }
        SheetCode code = new SheetCode(bytes(plain.substring(0, plain.length() - GROUP)));
        return code.letters().equals(plain) ? Optional.of(code) : Optional.empty();
    }

    List<String> groups() {
        String letters = letters();
        List<String> groups = new ArrayList<>();
        for (int start = 0; start < letters.length(); start += GROUP) {
            groups.add(letters.substring(start, start + GROUP));
        }
        return groups;
    }

    /** @param group counted from one, as on the sheet */
    boolean hasGroup(int group, String typed) {
        return groups().get(group - 1).equals(plain(typed));
    }

    byte[] publicKey() {
        try {
            return X25519.publicFromPrivate(privateKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every 32 bytes are a private key of X25519", e);
        }
    }

    /** Anybody can lock something for the holder of the sheet. */
    @AccessesPartialKey
    static HybridEncrypt locking(byte[] publicKey) throws GeneralSecurityException {
        HybridConfig.register();
        return handle(HpkePublicKey.create(parameters(), Bytes.copyFrom(publicKey), null))
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    }

    /** Only the code on the sheet unlocks it. */
    @AccessesPartialKey
    HybridDecrypt unlocking() throws GeneralSecurityException {
        HybridConfig.register();
        HpkePublicKey open = HpkePublicKey.create(parameters(), Bytes.copyFrom(publicKey()), null);
        SecretBytes closed = SecretBytes.copyFrom(privateKey(), InsecureSecretKeyAccess.get());
        return handle(HpkePrivateKey.create(open, closed))
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    }

    @Override
    public String toString() {
        return "(the code on the sheet)";
    }

    private static KeysetHandle handle(com.google.crypto.tink.Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                .build();
    }

    private static HpkeParameters parameters() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
    }

    private byte[] privateKey() {
        try {
            return Hkdf.computeHkdf("HMACSHA256", secret, SALT, new byte[] {1}, 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private String letters() {
        return text(secret) + text(check()).substring(0, GROUP);
    }

    private byte[] check() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(SALT);
            return Arrays.copyOf(digest.digest(secret), 5);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Five bits a letter. */
    private static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = held << 8 | next & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(held >> bits & 31));
            }
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int written = 0;
        for (char letter : text.toCharArray()) {
            held = held << 5 | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[written++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
