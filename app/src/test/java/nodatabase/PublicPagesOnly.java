package nodatabase;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Tombolo with nothing but its public pages: no database, no keys, no sign-in. Outside the root package, so no other test finds it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@ComponentScan({"tombolo.ui", "tombolo.site", "tombolo.checkin"})
public class PublicPagesOnly {}
