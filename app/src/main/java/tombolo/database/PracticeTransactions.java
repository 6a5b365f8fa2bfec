package tombolo.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins every transaction by telling the database which practice it belongs to. */
final class PracticeTransactions extends JdbcTransactionManager {

    PracticeTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        UUID practice = CurrentPractice.id();
        PracticeDataSource.beginning(() -> super.doBegin(transaction, definition));
        try {
            name(practice);
        } catch (SQLException | RuntimeException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The practice could not be named to the database", e);
        }
    }

    /** Literal on purpose: set_config() does not reach the workers of a distributed PostgreSQL. A UUID cannot carry SQL. */
    private void name(UUID practice) throws SQLException {
        DataSource source = obtainDataSource();
        ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(source);
        if (holder == null) {
            throw new IllegalStateException("The transaction has no connection");
        }
        Connection connection = holder.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL app.practice = '" + practice + "'");
        }
    }
}
