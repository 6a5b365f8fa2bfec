package tombolo.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Time moves on by itself, and in the demo by as much as somebody asks. */
class TimeUnitTests {
    @TempDir
    private Path folder;

    @Test
    void theDemoClockMovesOnAndRemembersItAfterARestart() {
        MovableTime time = new MovableTime(folder.resolve("data/demo-clock"));
        time.moveOn(Duration.ofDays(7));
        time.moveOn(Duration.ofHours(1));
        MovableTime restarted = new MovableTime(folder.resolve("data/demo-clock"));
        assertThat(restarted.ahead()).isEqualTo(Duration.ofDays(7).plusHours(1));
        assertThat(restarted.now()).isAfter(Instant.now().plus(Duration.ofDays(7)));
    }

    @Test
    void theDemoClockNeverGoesBack() {
        MovableTime time = new MovableTime(folder.resolve("demo-clock"));
        assertThatIllegalArgumentException().isThrownBy(() -> time.moveOn(Duration.ofDays(-1)));
    }

    @Test
    void todayIsTodayWhereThePersonIs() {
        ProgrammeTime time = () -> Instant.parse("2026-06-21T23:30:00Z");
        assertThat(time.today(ZoneId.of("Europe/London"))).isEqualTo(LocalDate.of(2026, 6, 22));
        assertThat(time.today(ZoneId.of("America/New_York"))).isEqualTo(LocalDate.of(2026, 6, 21));
    }

    @Test
    void outsideTheDemoNothingCanMoveTheClock() {
        new ApplicationContextRunner()
                .withUserConfiguration(TimeConfiguration.class)
                .run(context ->
                        assertThat(context).hasSingleBean(ProgrammeTime.class).doesNotHaveBean(MovableTime.class));
    }

    @Test
    void inTheDemoThereIsOneClockAndItMoves() {
        new ApplicationContextRunner()
                .withUserConfiguration(TimeConfiguration.class)
                .withPropertyValues("spring.profiles.active=demo", "tombolo.data=" + folder)
                .run(context -> assertThat(context.getBean(ProgrammeTime.class)).isInstanceOf(MovableTime.class));
    }
}
