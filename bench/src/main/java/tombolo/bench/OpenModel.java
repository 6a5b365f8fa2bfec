package tombolo.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A load generator whose arrivals do not wait for the answers: latency counts from the moment a request was meant to begin, so a
 * server that stalls cannot hide it.
 */
final class OpenModel {
    private OpenModel() {}

    /** Answers a second with eight requests always under way. */
    static double capacity(Duration length, Callable<?> request) throws InterruptedException {
        AtomicLong answers = new AtomicLong();
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                eight.submit(() -> {
                    while (System.nanoTime() < end) {
                        request.call();
                        answers.incrementAndGet();
                    }
                    return null;
                });
            }
        }
        return answers.get() / (length.toNanos() / 1e9);
    }

    /** The latency, in milliseconds, below which the given share of requests was answered at this rate. */
    static double latency(double perSecond, Duration length, double share, Callable<?> request)
            throws InterruptedException {
        int count = (int) (perSecond * length.toSeconds());
        long[] nanos = new long[count];
        long begun = System.nanoTime() + 50_000_000L;
        try (ExecutorService arrivals = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                long meant = begun + (long) (i * 1e9 / perSecond);
                int at = i;
                long wait = meant - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                arrivals.submit(() -> {
                    request.call();
                    nanos[at] = System.nanoTime() - meant;
                    return null;
                });
            }
        }
        long failed = Arrays.stream(nanos).filter(latency -> latency == 0).count();
        if (failed * 100 > count) {
            throw new IllegalStateException(
                    failed + " of " + count + " requests were not answered; no latency is given");
        }
        Arrays.sort(nanos);
        return nanos[(int) Math.min(count - 1, Math.ceil(count * share))] / 1e6;
    }
}
