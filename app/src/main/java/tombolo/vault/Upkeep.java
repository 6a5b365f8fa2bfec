package tombolo.vault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Once a minute and at the end: sign where the chains stand, and finish forgetting whom it was asked to forget. */
final class Upkeep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Checkpoints checkpoints;
    private final Forgetting forgetting;
    private final Duration pause;
    private volatile Thread worker = new Thread();
    private volatile CountDownLatch end = new CountDownLatch(0);

    Upkeep(Checkpoints checkpoints, Forgetting forgetting, Duration pause) {
        this.checkpoints = checkpoints;
        this.forgetting = forgetting;
        this.pause = pause;
    }

    @Override
    public void start() {
        end = new CountDownLatch(1);
        worker = Thread.ofVirtual().name("upkeep").start(this::work);
    }

    @Override
    public void stop() {
        end.countDown();
        try {
            worker.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        once();
    }

    @Override
    public boolean isRunning() {
        return worker.isAlive();
    }

    /** Begun before the pages and ended after them, so that the last request is signed for too. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** A failure is said and tried again a minute later; nothing waits for it. */
    private void once() {
        try {
            forgetting.finish();
            checkpoints.write();
        } catch (RuntimeException e) {
            LOG.warn("The upkeep of keys and checkpoints did not succeed; it is tried again", e);
        }
    }

    /** Not woken by an interruption, which would tear the connection it may be using. */
    private void work() {
        try {
            do {
                once();
            } while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
