package tombolo.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Thirty-two random bytes that open one door once: a sign-in, an invitation, a way back. Only its hash is kept, so a stolen row opens nothing.
 *
 * @param text what goes into a link or a cookie, 43 letters
 */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public Secret {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a secret has 43 letters, this text has " + text.length());
        }
    }

    /** A new secret nobody has seen. */
    public static Secret fresh() {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(32)));
    }

    /** The secret that follows from what only this server can make: of the same comes the same, and nobody else can make it. */
    static Secret following(byte[] mac) {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(digest(mac)));
    }

    /** A secret as somebody presented it; nothing when it cannot be one. */
    public static Optional<Secret> presented(String text) {
        var trimmed = text.strip();
        return SHAPE.matcher(trimmed).matches() ? Optional.of(new Secret(trimmed)) : Optional.empty();
    }

    /** What is stored. */
    public byte[] hash() {
        return sha256(text);
    }

    /** A second secret that follows from this one and gives nothing of it away. HMAC-SHA-256. */
    byte[] keyed(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }

    static byte[] randomBytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] sha256(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
