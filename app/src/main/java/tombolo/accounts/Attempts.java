package tombolo.accounts;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tombolo.time.ProgrammeTime;

/** How often a door may be tried: for one name, and from one network. Known and unknown names are counted alike. */
@Component
public class Attempts {
    private static final int REMEMBERED = 50_000;

    private final ProgrammeTime time;

    /** In memory only, the one tried longest ago first: who tried from where is kept nowhere. */
    private final Map<String, Tries> remembered = new LinkedHashMap<>(1024, 0.75f, true);

    Attempts(ProgrammeTime time) {
        this.time = time;
    }

    /** What is left of a limit, and when nothing of it is used up any more. */
    private record Tries(Bucket left, Instant forgotten) {}

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

    /** A try that was right is not a guess, neither of this name nor from this network: colleagues in one house share theirs. */
    void forgive(Place place, byte[] name, String network) {
        give(place, "name|" + HexFormat.of().formatHex(name), place.ofOneName);
        forgive(place, network);
    }

    /** The same where no name was given. */
    void forgive(Place place, String network) {
        byte[] address = address(network);
        if (!loopback(address)) {
            give(place, "network|" + HexFormat.of().formatHex(shortened(address)), place.ofOneNetwork);
        }
    }

    private void give(Place place, String whose, int limit) {
        bucket(place, whose, limit).addTokens(1);
    }

    private void take(Place place, String whose, int limit) {
        ConsumptionProbe probe = bucket(place, whose, limit).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }

    private Bucket bucket(Place place, String whose, int limit) {
        Instant now = time.now();
        synchronized (remembered) {
            String key = place + "|" + whose;
            Tries known = remembered.get(key);
            Bucket left = known == null || !now.isBefore(known.forgotten) ? fresh(place, limit) : known.left;
            remembered.put(key, new Tries(left, now.plus(place.within)));
            forget(now);
            return left;
        }
    }

    private Bucket fresh(Place place, int limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, place.within))
                .withCustomTimePrecision(new Clock(time))
                .build();
    }

    /** What is full again says nothing any more; and there is never more than this machine can hold. */
    private void forget(Instant now) {
        Iterator<Tries> oldest = remembered.values().iterator();
        while (oldest.hasNext()) {
            Tries next = oldest.next();
            if (now.isBefore(next.forgotten) && remembered.size() <= REMEMBERED) {
                return;
            }
            oldest.remove();
        }
    }

    int remembered() {
        synchronized (remembered) {
            forget(time.now());
            return remembered.size();
        }
    }

    /** The one clock, as the limits count by it. */
    private record Clock(ProgrammeTime time) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = time.now();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
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
