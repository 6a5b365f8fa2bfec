package tombolo.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often a message is tried. */
class MessageUnitTests {

    @Test
    void thePausesGrowCoverADayWithoutAMailServerAndComeToAnEnd() {
        List<Duration> pauses = new ArrayList<>();
        for (Optional<Duration> pause = Message.pauseAfter(1); pause.isPresent(); ) {
            pauses.add(pause.get());
            pause = Message.pauseAfter(pauses.size() + 1);
        }
        assertThat(pauses).isSorted().doesNotHaveDuplicates();
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(24), Duration.ofHours(48));
    }
}
