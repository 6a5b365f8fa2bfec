package tombolo.database;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does something for each of many in a transaction of its own, so that a trouble with one does not keep it from the others. */
@Component
public class EachApart {
    private final TransactionTemplate transaction;

    EachApart(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws RuntimeException the first trouble there was, with the others in it, once all had their turn */
    public <T> void run(Supplier<List<T>> which, Consumer<T> act) {
        List<T> all = transaction.execute(status -> which.get());
        RuntimeException trouble = null;
        for (T one : all) {
            try {
                transaction.executeWithoutResult(status -> act.accept(one));
            } catch (RuntimeException e) {
                if (trouble == null) {
                    trouble = e;
                } else {
                    trouble.addSuppressed(e);
                }
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }
}
