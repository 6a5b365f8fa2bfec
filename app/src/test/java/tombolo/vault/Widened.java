package tombolo.vault;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Lets every viewer see everything, so that a test shows what row-level security alone keeps apart. */
@TestConfiguration(proxyBeanMethods = false)
public class Widened {
    @Bean
    @Primary
    Sight widenedSight() {
        return granted -> "true";
    }
}
