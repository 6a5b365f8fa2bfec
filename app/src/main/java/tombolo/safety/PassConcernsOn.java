package tombolo.safety;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.Job;

/** Brings every concern whose time has gone by to the next pair of eyes. */
@Component
class PassConcernsOn implements Job {
    private final Concerns concerns;
    private final TransactionTemplate transaction;

    PassConcernsOn(Concerns concerns, PlatformTransactionManager transactions) {
        this.concerns = concerns;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "pass-concerns-on";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Each in a transaction of its own, so that a trouble with one does not hold up the others. */
    @Override
    public void run() {
        List<UUID> open = transaction.execute(status -> concerns.open());
        RuntimeException trouble = null;
        for (UUID one : open) {
            try {
                transaction.executeWithoutResult(status -> concerns.passOn(one));
            } catch (RuntimeException e) {
                trouble = e;
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }
}
