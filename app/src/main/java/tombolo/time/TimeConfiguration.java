package tombolo.time;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Real time for real people; time that can be moved on for the demo, and only there. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @Profile("!demo")
    ProgrammeTime programmeTime() {
        return ProgrammeTime.real();
    }

    @Bean
    @Profile("demo")
    MovableTime movableTime(@Value("${tombolo.data:./data}") String data) {
        return new MovableTime(MovableTime.memory(Path.of(data)));
    }
}
