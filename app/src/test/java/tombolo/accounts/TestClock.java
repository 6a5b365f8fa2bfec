package tombolo.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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

        /** On to the next ten in the morning of the practice: what is booked a little later is on the same day. */
        public void toTheMorning() {
            ZonedDateTime now = now().atZone(ZoneId.of("Europe/London"));
            ZonedDateTime ten = now.truncatedTo(ChronoUnit.DAYS).withHour(10);
            on(Duration.between(now, ten.isAfter(now) ? ten : ten.plusDays(1)));
        }
    }

    @Bean
    @Primary
    Moved movedTime() {
        return new Moved();
    }
}
