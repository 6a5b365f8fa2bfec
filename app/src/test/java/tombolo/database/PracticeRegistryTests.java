package tombolo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Which practice a host name belongs to, also while one is being added. */
class PracticeRegistryTests {
    private final TestCluster.Fresh database = TestCluster.fresh();

    @Test
    void whereThereIsOneEveryNameIsItsName() {
        PracticeRegistry practices = new PracticeRegistry(database.app());
        UUID only = Ids.next();
        practices.add(only, "one.example");
        assertThat(practices.at("anything.example")).contains(only);
        assertThat(practices.holdsOne()).isTrue();
    }

    @Test
    void whereThereAreTwoEachHasItsName() {
        PracticeRegistry practices = new PracticeRegistry(database.app());
        UUID one = Ids.next();
        practices.add(one, "One.example");
        practices.add(Ids.next(), "two.example");
        assertThat(practices.at("ONE.example")).contains(one);
        assertThat(practices.at("three.example")).isEmpty();
        assertThat(practices.holdsOne()).isFalse();
    }

    /** A look that began before a practice was added, and ends after it. */
    @Test
    @Timeout(30)
    void anOlderLookNeverReplacesANewerOne() throws Exception {
        PausedOnce pool = new PausedOnce(database.app());
        PracticeRegistry practices = new PracticeRegistry(pool);
        UUID first = Ids.next();
        UUID second = Ids.next();
        practices.add(first, "one.example");
        pool.armed.set(true);
        Thread older = Thread.ofPlatform().start(practices::all);
        assertThat(pool.looked.await(10, TimeUnit.SECONDS)).isTrue();
        Thread newer = Thread.ofPlatform().start(() -> practices.add(second, "two.example"));
        while (!isAdded(second) || newer.isAlive() && newer.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        pool.goOn.countDown();
        older.join();
        newer.join();
        assertThat(practices.at("two.example")).contains(second);
    }

    private boolean isAdded(UUID practice) {
        return JdbcClient.create(database.admin())
                        .sql("select count(*) from practice_registry where practice_id = :practice")
                        .param("practice", practice)
                        .query((row, number) -> row.getInt(1))
                        .single()
                == 1;
    }

    /** Holds up one connection after its question was answered, until it is told to go on. */
    private static final class PausedOnce extends DelegatingDataSource {
        private final AtomicBoolean armed = new AtomicBoolean();
        private final CountDownLatch looked = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        PausedOnce(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection real = super.getConnection();
            if (!armed.compareAndSet(true, false)) {
                return real;
            }
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            looked.countDown();
                            goOn.await();
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
