package tombolo.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tombolo.time.ProgrammeTime;

/** A clock that a test moves on, instead of waiting a day. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    /** The clock itself. */
    public static final class Moved implements ProgrammeTime {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant now() {
            return InstantSource.system().instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
        }

        public void on(Duration by) {
            ahead = ahead.plus(by);
        }
    }

    @Bean
    @Primary
    Moved movedTime() {
        return new Moved();
    }
}
