package tombolo.enquiries.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
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
import tombolo.vault.PracticeId;

/** How often one corner of the network may write to a practice in an hour: many share one, and a machine must not drown them out. */
@Component
final class Networks {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int AN_HOUR = 20;

    /** From this machine itself comes a proxy that speaks for everybody. */
    private static final int EVERYBODY_AN_HOUR = 300;

    private static final int REMEMBERED = 10_000;

    private final ProgrammeTime time;

    /** In memory only and the oldest first: who wrote from where is kept nowhere, and not even here for longer than an hour. */
    private final Map<String, Corner> corners = new LinkedHashMap<>(16, 0.75f, true);

    Networks(ProgrammeTime time) {
        this.time = time;
    }

    /** What one corner may still send, and when it has not sent anything for so long that all of it is there again. */
    private record Corner(Bucket left, Instant forgotten) {}

    synchronized boolean mayWrite(PracticeId practice, String address) {
        Instant now = time.now();
        forget(now);
        String name = practice + " " + network(address);
        Corner known = corners.get(name);
        Bucket left = known == null ? fresh(isThisMachine(address) ? EVERYBODY_AN_HOUR : AN_HOUR) : known.left;
        corners.put(name, new Corner(left, now.plus(HOUR)));
        return left.tryConsume(1);
    }

    /** How many corners are remembered now. */
    synchronized int remembered() {
        forget(time.now());
        return corners.size();
    }

    private void forget(Instant now) {
        Iterator<Corner> oldest = corners.values().iterator();
        while (oldest.hasNext()) {
            Corner next = oldest.next();
            if (now.isBefore(next.forgotten) && corners.size() < REMEMBERED) {
                return;
            }
            oldest.remove();
        }
    }

    private Bucket fresh(int anHour) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(anHour).refillGreedy(anHour, HOUR))
                .withCustomTimePrecision(new Clock(time))
                .build();
    }

    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
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
}
