package tombolo.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How every connection is made: nothing of a row is repeated in an error message, and half-dead lines are noticed. */
final class Connections {
    private Connections() {}

    static PGSimpleDataSource onLoopback(int port, Secret secret, Role role, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(role.userName());
        source.setPassword(secret.password(role));
        return careful(source);
    }

    /** A few at most, made when first asked for and kept: each new one costs both sides a hundred times what a question does. */
    static HikariDataSource kept(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    static PGSimpleDataSource careful(PGSimpleDataSource source) {
        source.setApplicationName("tombolo");
        source.setLogServerErrorDetail(false);
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(10);
        source.setAssumeMinServerVersion("18");
        return source;
    }
}
