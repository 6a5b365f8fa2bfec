package tombolo.browser;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Many words looked for at once in any bytes, in every dress a program might have put them in (Aho and Corasick, 1975). */
final class Needles {
    private static final int ROOT = 0;

    private final List<int[]> next = new ArrayList<>();
    private final List<Set<String>> ends = new ArrayList<>();

    private Needles() {
        room();
    }

    static Needles of(Collection<String> words) {
        Needles needles = new Needles();
        words.forEach(word -> dresses(word).forEach(needles::add));
        needles.link();
        return needles;
    }

    /** A search that can be fed piece by piece; what lies across two pieces is found too. */
    Search search() {
        return new Search();
    }

    /** Which words these bytes hold, each with the dress it was found in. */
    Set<String> in(byte[] bytes) {
        Search search = search();
        search.feed(bytes, bytes.length);
        return search.found();
    }

    /** One walk through some bytes. */
    final class Search {
        private final Set<String> found = new LinkedHashSet<>();
        private int state = ROOT;

        void feed(byte[] bytes, int length) {
            int at = state;
            for (int i = 0; i < length; i++) {
                at = next.get(at)[bytes[i] & 0xff];
                if (!ends.get(at).isEmpty()) {
                    found.addAll(ends.get(at));
                }
            }
            state = at;
        }

        Set<String> found() {
            return found;
        }
    }

    /** Plain in UTF-8 and UTF-16, as base64 at each of its three offsets, as hex, as addresses and JSON write it, and with only letters of one case. */
    private static Map<String, byte[]> dresses(String word) {
        byte[] plain = word.getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> dresses = new LinkedHashMap<>();
        dresses.put(word + " in UTF-8", plain);
        dresses.put(word + " in lower case", word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        dresses.put(word + " in capitals", word.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            dresses.put(word + " in " + wide, word.getBytes(wide));
        }
        dresses.put(word + " in hex", HexFormat.of().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
        dresses.put(
                word + " in capital hex",
                HexFormat.of().withUpperCase().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
        for (int offset = 0; offset < 3; offset++) {
            byte[] core = base64(plain, offset);
            if (core.length >= 8) {
                dresses.put(word + " in base64 at offset " + offset, core);
                dresses.put(word + " in URL base64 at offset " + offset, urlSafe(core));
            }
        }
        dresses.put(
                word + " as an address has it",
                java.net.URLEncoder.encode(word, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
        dresses.put(word + " as JSON has it", json(word).getBytes(StandardCharsets.US_ASCII));
        return dresses;
    }

    /** As programs write it that trust no letter beyond the first 127. */
    private static String json(String word) {
        StringBuilder escaped = new StringBuilder();
        word.chars()
                .forEach(letter ->
                        escaped.append(letter < 128 ? Character.toString(letter) : "\\u%04x".formatted(letter)));
        return escaped.toString();
    }

    /** What base64 makes of these bytes wherever they stand in a longer text: only the characters that depend on nothing else. */
    private static byte[] base64(byte[] plain, int offset) {
        byte[] shifted = new byte[offset + plain.length];
        System.arraycopy(plain, 0, shifted, offset, plain.length);
        byte[] whole = Base64.getEncoder().withoutPadding().encode(shifted);
        int from = (offset * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return Arrays.copyOfRange(whole, from, to);
    }

    private static byte[] urlSafe(byte[] core) {
        return new String(core, StandardCharsets.US_ASCII)
                .replace('+', '-')
                .replace('/', '_')
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void add(String name, byte[] bytes) {
        int at = ROOT;
        for (byte one : bytes) {
            int[] from = next.get(at);
            if (from[one & 0xff] == ROOT) {
                from[one & 0xff] = room();
            }
            at = from[one & 0xff];
        }
        ends.get(at).add(name);
    }

    private int room() {
        next.add(new int[256]);
        ends.add(new LinkedHashSet<>());
        return next.size() - 1;
    }

    private void link() {
        int[] back = new int[next.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int child : next.get(ROOT)) {
            if (child != ROOT) {
                queue.add(child);
            }
        }
        while (!queue.isEmpty()) {
            int at = queue.remove();
            ends.get(at).addAll(ends.get(back[at]));
            for (int letter = 0; letter < 256; letter++) {
                int child = next.get(at)[letter];
                int otherwise = next.get(back[at])[letter];
                if (child == ROOT) {
                    next.get(at)[letter] = otherwise;
                } else {
                    back[child] = otherwise;
                    queue.add(child);
                }
            }
        }
    }
}
