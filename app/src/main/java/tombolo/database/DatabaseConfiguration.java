package tombolo.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Brings up the database and hands out connections that know which practice they work for. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 8;

    @Bean(destroyMethod = "close")
    Database database(
            @Value("${tombolo.db.url:#{null}}") @Nullable String url,
            @Value("${tombolo.db.migrate-url:#{null}}") @Nullable String migrateUrl,
            @Value("${tombolo.data:./data}") String data) {
        return url != null
                ? new Database.Given(url, migrateUrl)
                : new Database.Brought(EmbeddedPostgres.startedIn(Path.of(data), EmbeddedPostgres.Care.DURABLE));
    }

    @Bean(destroyMethod = "close")
    Pool pool(Database database) {
        Readied readied = new Readied(database.app(), database.owner()).checked(new Migrations());
        HikariConfig config = new HikariConfig();
        config.setPoolName("tombolo");
        config.setDataSource(readied.app());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setValidationTimeout(2_000);
        config.setMaxLifetime(30 * 60_000L);
        return new Pool(new HikariDataSource(config));
    }

    @Bean
    DataSource dataSource(Pool pool) {
        return new PracticeDataSource(pool.connections());
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new PracticeTransactions(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PracticeRegistry practiceRegistry(Pool pool) {
        return new PracticeRegistry(pool.connections());
    }

    /** The connections before anything is known about a practice; not a DataSource bean, so nobody injects it by mistake. */
    record Pool(HikariDataSource connections) implements AutoCloseable {
        @Override
        public void close() {
            connections.close();
        }
    }
}
