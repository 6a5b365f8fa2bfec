package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tombolo comes up by itself, comes up again after any end, and leaves nothing running behind it. */
@ResourceLock(Stage.OWN)
class StartAndStopIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void leavesNothingRunning() {
        TomboloProcess tombolo = Stage.fresh("start-and-stop").start();
        ProcessHandle postgres = tombolo.postgres().orElseThrow();
        tombolo.stop();
        assertThat(postgres.isAlive()).isFalse();
        assertThat(tombolo.postgres()).isEmpty();
    }

    @Test
    void comesUpAfterBeingKilledThoughItsDatabaseWasLeftAnOrphan() {
        try (TomboloProcess tombolo = Stage.fresh("killed-and-started").start()) {
            ProcessHandle orphan = tombolo.postgres().orElseThrow();
            tombolo.kill();
            assertThat(orphan.isAlive()).isTrue();
            tombolo.start();
            assertThat(tombolo.postgres().orElseThrow().pid()).isNotEqualTo(orphan.pid());
        }
    }

    @Test
    void findsItsDatabaseAgainWithoutARestart() {
        try (TomboloProcess tombolo = Stage.fresh("database-killed").start()) {
            long before = tombolo.postgres().orElseThrow().pid();
            tombolo.killPostgres();
            TomboloProcess.await(
                    "have a new PostgreSQL",
                    PATIENCE,
                    () -> tombolo.postgres()
                            .filter(server -> server.pid() != before)
                            .isPresent());
            tombolo.awaitUp(PATIENCE);
        }
    }
}
