package tombolo.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Notes every statement the application asks of the database, for the budget of three a page. Import it into a test; what
 * only begins or ends a transaction, reads the sign-in or appends to the record of who looked is not counted.
 */
public final class CountedStatements implements BeanPostProcessor {
    private static final Pattern NOT_COUNTED = Pattern.compile(
            "\\b(audit_append|sign_in|account|practice_registry|set local)\\b", Pattern.CASE_INSENSITIVE);

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    /** Forgets what was seen. */
    public void begin() {
        seen.clear();
    }

    /** What a page cost since {@link #begin}. */
    public List<String> counted() {
        return seen.stream().filter(sql -> !NOT_COUNTED.matcher(sql).find()).toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource") ? new Noting(source) : bean;
    }

    /** Jobs that come round meanwhile are nobody's page. */
    private static boolean forAPage() {
        return RequestContextHolder.getRequestAttributes() != null;
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
                        if (method.getName().equals("prepareStatement") && forAPage()) {
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
