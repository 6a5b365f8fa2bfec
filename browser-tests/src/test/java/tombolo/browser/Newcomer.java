package tombolo.browser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who comes in by a link they were given, and chooses how they will sign in: a password, a code app, and a sheet. */
final class Newcomer {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern LETTERS = Pattern.compile("<code class=\"spelled\">([A-Z2-7 ]{16,})</code>");

    private final PlainClient client;
    private final String password;
    private final String phrase;

    Newcomer(PlainClient client, String password, String phrase) {
        this.client = client;
        this.password = password;
        this.phrase = phrase;
    }

    /** A colleague, by the link a manager was shown. */
    PlainClient joins(String link, String name, String address) throws IOException {
        String path = link.substring(link.indexOf("/join/"));
        Map<String, String> fields = new LinkedHashMap<>(client.get(path).hidden());
        fields.put("name", name);
        fields.put("address", address);
        expect(303, client.post(path, fields), "join");
        return chooses("/desk/first-steps", address);
    }

    /** A person, by the link their therapist was shown, who agrees to everything. */
    PlainClient enrols(String link, String address) throws IOException {
        String path = link.substring(link.indexOf("/invitation/"));
        Map<String, String> fields = new LinkedHashMap<>(client.get(path).hidden());
        fields.put("agree", "RECORD");
        expect(303, client.post(path, fields), "enrol");
        return chooses("/my/first-steps", address);
    }

    private PlainClient chooses(String steps, String address) throws IOException {
        step(steps, "/password", Map.of("address", address, "password", password, "again", password));
        PlainClient.Answer page = client.get(steps);
        Matcher letters = LETTERS.matcher(page.body());
        if (letters.find()) {
            step(steps, "/authenticator", Map.of("code", code(letters.group(1).replace(" ", ""))));
        }
        if (client.get(steps).body().contains(steps + "/phrase")) {
            step(steps, "/phrase", Map.of("phrase", phrase));
        }
        client.post(steps + "/sheet", client.get(steps).hidden());
        step(steps, "/finish", Map.of());
        return client;
    }

    private void step(String steps, String step, Map<String, String> typed) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>(client.get(steps).hidden());
        fields.putAll(typed);
        expect(303, client.post(steps + step, fields), step);
    }

    private static void expect(int status, PlainClient.Answer answer, String step) {
        if (answer.status() != status && answer.status() != 302) {
            throw new AssertionError("A newcomer was answered " + answer.status() + " at " + step + ":\n"
                    + answer.body().replaceAll("(?s).*<main", "<main"));
        }
    }

    /** Six digits, as an app shows them. <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>. */
    static String code(String letters) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(letters), "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / 30;
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES)
                    .getInt();
            return String.format(Locale.ROOT, "%06d", (number & Integer.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA1", e);
        }
    }

    private static byte[] bytes(String letters) {
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : letters.toCharArray()) {
            bits = (bits << 5) | BASE32.indexOf(letter);
            held += 5;
            if (held >= 8 && bytes.hasRemaining()) {
                bytes.put((byte) (bits >> (held - 8)));
                held -= 8;
            }
        }
        return bytes.array();
    }
}
