package tombolo.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.PracticeRegistry;

/** A form sent twice, ten times, or at the same moment. */
@SpringBootTest
class OnceModuleTests {
    private final Once once;
    private final PracticeRegistry registry;

    private final UUID practice = Ids.next();
    private final UUID form = UUID.randomUUID();
    private final AtomicInteger effects = new AtomicInteger();

    OnceModuleTests(Once once, PracticeRegistry registry) {
        this.once = once;
        this.registry = registry;
    }

    @BeforeEach
    void aPractice() {
        registry.add(practice, practice + ".example");
    }

    @Test
    void theSecondPressLeadsWhereTheFirstLed() {
        String first = press(form);
        assertThat(press(form)).isEqualTo(first);
        assertThat(effects).hasValue(1);
        assertThat(press(UUID.randomUUID())).isNotEqualTo(first);
    }

    @Test
    void tenPressesAtOnceAreOnePress() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Set<String> led = new HashSet<>();
        try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = IntStream.range(0, 10)
                    .mapToObj(i -> presses.submit((Callable<String>) () -> {
                        go.await();
                        return press(form);
                    }))
                    .toList();
            go.countDown();
            for (Future<String> one : all) {
                led.add(one.get());
            }
        }
        assertThat(led).hasSize(1);
        assertThat(effects).hasValue(1);
    }

    @Test
    void whatFailedMayBeTriedAgain() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CurrentPractice.within(
                        practice,
                        () -> once.effect(form, () -> {
                            throw new IllegalStateException("the disk is full");
                        })));
        press(form);
        assertThat(effects).hasValue(1);
    }

    private String press(UUID idem) {
        return CurrentPractice.within(practice, () -> once.effect(idem, () -> "/done/" + effects.incrementAndGet()));
    }
}
