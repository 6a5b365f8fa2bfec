package tombolo.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits an authenticator app shows, which change every thirty seconds. <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>. */
final class Totp {

    /** The length of a step, in seconds. */
    static final long STEP_SECONDS = 30;

    private static final int DIGITS = 6;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The code of one step; the published vectors use eight digits, people use six. */
    static String code(byte[] secret, long step, int digits) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return ("%0" + digits + "d").formatted(number % (int) Math.pow(10, digits));
    }

    static String code(byte[] secret, Instant at) {
        return code(secret, stepAt(at), DIGITS);
    }

    static long stepAt(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The step a typed code belongs to: now, one before or one after, for clocks that differ a little. */
    static OptionalLong stepOf(byte[] secret, String typed, Instant at) {
        var digits = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        var now = stepAt(at);
        var found = OptionalLong.empty();
        for (var step = now - 1; step <= now + 1; step++) {
            if (MessageDigest.isEqual(code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8), digits)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The secret as letters and digits to type into an app that cannot scan. <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648</a>, without padding. */
    static String base32(byte[] secret) {
        var text = new StringBuilder();
        var bits = 0;
        var held = 0;
        for (var b : secret) {
            bits = (bits << 8) | (b & 0xff);
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(BASE32.charAt((bits >> held) & 31));
            }
            bits &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(BASE32.charAt((bits << (5 - held)) & 31));
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA1", e);
        }
    }
}
