package tombolo.accounts;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often a door may be tried: for one name, and from one network. Known and unknown names are counted alike. */
@Component
public class Attempts {
    private static final int REMEMBERED = 50_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What can be guessed at, and how often it may be tried within a while for one name and from one network. */
    enum Place {
        PASSWORD(10, 100, Duration.ofMinutes(15)),
        SECOND_FACTOR(20, 100, Duration.ofMinutes(15)),
        PASSKEY(60, 300, Duration.ofMinutes(15)),
        RECOVERY(10, 30, Duration.ofHours(1)),
        WAY_BACK(3, 10, Duration.ofHours(1)),
        LINK(30, 60, Duration.ofMinutes(15));

        private final int ofOneName;
        private final int ofOneNetwork;
        private final Duration within;

        Place(int ofOneName, int ofOneNetwork, Duration within) {
            this.ofOneName = ofOneName;
            this.ofOneNetwork = ofOneNetwork;
            this.within = within;
        }
    }

    /** Counts one try; throws when there were too many. */
    void count(Place place, byte[] name, String network) {
        take(place, "name|" + HexFormat.of().formatHex(name), place.ofOneName);
        count(place, network);
    }

    /** Counts a try that names nobody. From this machine itself comes a proxy that speaks for everybody, so it is not counted. */
    void count(Place place, String network) {
        byte[] address = address(network);
        if (!loopback(address)) {
            take(place, "network|" + HexFormat.of().formatHex(shortened(address)), place.ofOneNetwork);
        }
    }

    /** Counts a try of a secret link or token; throws when there were too many from one network. */
    public void countLink(String network) {
        count(Place.LINK, network);
    }

    /** A try that was right is not a guess. */
    void forgive(Place place, byte[] name) {
        bucket(place, "name|" + HexFormat.of().formatHex(name), place.ofOneName).addTokens(1);
    }

    private void take(Place place, String whose, int limit) {
        ConsumptionProbe probe = bucket(place, whose, limit).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }

    private Bucket bucket(Place place, String whose, int limit) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    place + "|" + whose,
                    any -> Bucket.builder()
                            .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, place.within))
                            .build());
        }
    }

    private static byte[] address(String network) {
        try {
            return InetAddress.ofLiteral(network).getAddress();
        } catch (IllegalArgumentException e) {
            return new byte[] {0, 0, 0, 0};
        }
    }

    private static boolean loopback(byte[] address) {
        try {
            return InetAddress.getByAddress(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** A household or an office, not one device: /24 of IPv4, /56 of IPv6. */
    private static byte[] shortened(byte[] address) {
        return Arrays.copyOf(address, address.length == 4 ? 3 : 7);
    }

    /** Too many tries; the same for a name we know and one we do not. */
    public static final class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long seconds;

        TooOften(Duration wait) {
            super("too many tries", null, false, false);
            this.seconds = wait.toSeconds();
        }

        public long seconds() {
            return seconds;
        }
    }
}
