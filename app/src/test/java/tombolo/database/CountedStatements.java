package tombolo.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Notes every statement the application asks of the database, for the budget of three a page. Import it into a test; what
 * only begins or ends a transaction, reads the sign-in or appends to the record of who looked is not counted.
 */
public final class CountedStatements implements BeanPostProcessor {
    private static final List<String> NOT_COUNTED =
            List.of("audit_append", "sign_in", "account", "practice_registry", "set local");

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    /** Forgets what was seen. */
    public void begin() {
        seen.clear();
    }

    /** What a page cost since {@link #begin}. */
    public List<String> counted() {
        return seen.stream()
                .filter(sql -> NOT_COUNTED.stream().noneMatch(sql.toLowerCase(java.util.Locale.ROOT)::contains))
                .toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource") ? new Noting(source) : bean;
    }

    private final class Noting extends DelegatingDataSource {
        Noting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            seen.add(String.valueOf(arguments[0]));
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }
    }
}
