package tombolo.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Refuses work for a practice outside a transaction: the database would not know the practice and show nothing at all. */
final class PracticeDataSource extends DelegatingDataSource {
    private static final ScopedValue<Boolean> BEGINNING = ScopedValue.newInstance();

    PracticeDataSource(DataSource pool) {
        super(pool);
    }

    /** A transaction takes its connection just before it counts as one. */
    static void beginning(Runnable transaction) {
        ScopedValue.where(BEGINNING, true).run(transaction);
    }

    @Override
    public Connection getConnection() throws SQLException {
        boolean transaction = BEGINNING.isBound() || TransactionSynchronizationManager.isSynchronizationActive();
        if (CurrentPractice.isBound() && !transaction) {
            throw new IllegalStateException("This asks the database for a practice's rows outside a transaction and"
                    + " would find none: put it in a @Transactional method");
        }
        return super.getConnection();
    }
}
