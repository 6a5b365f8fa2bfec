package tombolo.enquiries.web;

import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tombolo.vault.PracticeId;

/** How often one corner of the network may write to a practice in an hour: many share one, and a machine must not drown them out. */
@Component
final class Networks {
    private static final int AN_HOUR = 20;
    private static final int REMEMBERED = 10_000;

    /** In memory only and the oldest forgotten first: who wrote from where is kept nowhere. */
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized boolean mayWrite(PracticeId practice, String address) {
        return buckets.computeIfAbsent(practice + " " + network(address), name -> fresh())
                .tryConsume(1);
    }

    private static Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(AN_HOUR).refillGreedy(AN_HOUR, Duration.ofHours(1)))
                .build();
    }

    /** A home or a mast, not a device: the first 24 bits of an IPv4 address, the first 56 of an IPv6 one. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 7));
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }
}
