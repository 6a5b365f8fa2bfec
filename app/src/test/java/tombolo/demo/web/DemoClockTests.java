package tombolo.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.PracticeRegistry;
import tombolo.demo.DemoPractices;
import tombolo.time.MovableTime;

/** The buttons that move the demo's time on, pressed by somebody in a hurry. */
@SpringBootTest
class DemoClockTests {
    private final ApplicationContext context;
    private final UUID practice = Ids.next();

    @TempDir
    private Path data;

    DemoClockTests(ApplicationContext context, PracticeRegistry registry) {
        this.context = context;
        registry.add(practice, practice + ".example");
    }

    /** The demo's own beans alone, without its people and their months. */
    private AnnotationConfigApplicationContext demo() {
        AnnotationConfigApplicationContext demo = new AnnotationConfigApplicationContext();
        demo.setParent(context);
        demo.getEnvironment().setActiveProfiles("demo");
        demo.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("data", Map.of("tombolo.data", data.toString())));
        demo.scan("tombolo.time");
        demo.register(DemoPractices.class, DemoController.class);
        demo.refresh();
        return demo;
    }

    @Test
    void theSamePressSentTwiceMovesTimeOnce() {
        try (AnnotationConfigApplicationContext demo = demo()) {
            UUID page = UUID.randomUUID();
            press(demo, 7, page);
            press(demo, 7, page);
            assertThat(demo.getBean(MovableTime.class).ahead()).isEqualTo(Duration.ofDays(7));
            press(demo, 1, page);
            press(demo, 7, UUID.randomUUID());
            assertThat(demo.getBean(MovableTime.class).ahead())
                    .as("another button, and the same on a page opened since, are presses of their own")
                    .isEqualTo(Duration.ofDays(15));
        }
    }

    private void press(ApplicationContext demo, int days, UUID idem) {
        CurrentPractice.within(
                practice, () -> demo.getBean(DemoController.class).moveOn(days, idem));
    }
}
