package tombolo.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Work in a database by the rule that every statement belongs to one practice, without the rest of the application. */
public record Access(JdbcClient jdbc, PlatformTransactionManager transactions, PracticeRegistry practices) {

    /** @param app connections of the role that may only work in the tables */
    public static Access over(DataSource app) {
        DataSource source = new PracticeDataSource(app);
        return new Access(JdbcClient.create(source), new PracticeTransactions(source), new PracticeRegistry(app));
    }
}
