package tombolo.accounts;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.CurrentPractice;

/** When each sign-in was last used: kept here at once and written a little later, so that reading a page writes nothing. */
@Component
class LastSeen implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LastSeen.class);

    private static final long WRITTEN_EVERY_SECONDS = 15;

    /** However often Tombolo ends without a goodbye, at most this much of a sign-in's idle time is miscounted. */
    private static final Duration MISCOUNTED = Duration.ofMinutes(1);

    private final Map<UUID, Seen> seen = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean running;
    private Thread writer = new Thread();

    /** Nothing has been written since the start: a crash now would lose what the crash before has lost already. */
    private volatile boolean young;

    LastSeen(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param known when it was last seen so far as anybody knows; just after a start, what is long ago is put right at once */
    void touch(UUID practice, UUID signIn, Instant known, Instant now) {
        seen.merge(signIn, new Seen(practice, now, false), (before, after) -> after);
        if (young && known.plus(MISCOUNTED).isBefore(now)) {
            transaction.executeWithoutResult(status -> writeFor(practice));
        }
    }

    Optional<Instant> at(UUID signIn) {
        return Optional.ofNullable(seen.get(signIn)).map(Seen::at);
    }

    void forget(UUID signIn) {
        seen.remove(signIn);
    }

    /** Writes what has not been written, one transaction a practice. */
    void write() {
        seen.entrySet().removeIf(entry -> entry.getValue().written());
        seen.values().stream()
                .map(Seen::practice)
                .distinct()
                .forEach(practice -> CurrentPractice.within(
                        practice, () -> transaction.executeWithoutResult(status -> writeFor(practice))));
    }

    private void writeFor(UUID practice) {
        seen.forEach((signIn, last) -> {
            if (last.practice().equals(practice) && !last.written()) {
                jdbc.sql(
                                "update sign_in set seen_at = greatest(seen_at, :at) where practice_id = :practice and id = :id")
                        .param("at", Timestamp.from(last.at()))
                        .param("practice", practice)
                        .param("id", signIn)
                        .update();
                seen.replace(signIn, last, new Seen(practice, last.at(), true));
            }
        });
    }

    @Override
    public void start() {
        running = true;
        young = true;
        writer.interrupt();
        writer = Thread.ofVirtual().name("last-seen").start(() -> {
            while (running) {
                try {
                    Thread.sleep(WRITTEN_EVERY_SECONDS * 1000);
                    write();
                    young = false;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("when sign-ins were last used could not be written; trying again", e);
                }
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        writer.interrupt();
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("when sign-ins were last used could not be written at the end", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A moment of use, and whether the database knows it. */
    private record Seen(UUID practice, Instant at, boolean written) {}
}
