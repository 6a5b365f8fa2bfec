package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** The demo is worth opening: everybody in it has come as far as their story says, and no further. */
    @Test
    void theCastAreWhereTheirCoursesHaveTakenThem() throws IOException {
        try (TomboloProcess tombolo = Stage.fresh("the-cast").start()) {
            PlainClient ishbel = new PlainClient(tombolo.base()).is("ishbel");
            assertThat(page(ishbel, "Joan", "/course")).contains("1 of 16 sessions held");
            assertThat(page(ishbel, "Anna", "/course")).contains("6 of 16 sessions held");
            assertThat(page(ishbel, "Ravi", "/course")).contains("15 of 16 sessions held");
            assertThat(page(ishbel, "Tom", "/course"))
                    .contains("12 sessions until about", "; 6 left.", "paused, noted by Ishbel");
            assertThat(page(ishbel, "Ewa", "/course")).contains("16 of 16 sessions held", "ended, noted by Ishbel");
            assertThat(page(ishbel, "Nell", "/concerns")).contains("tag urgent");
        }
    }

    private static String page(PlainClient ishbel, String who, String page) throws IOException {
        Matcher link = Pattern.compile("href=\"(/desk/people/[0-9a-f-]{36})[^\"]*\"[^>]*>(?:<[^>]*>)*\\W*" + who)
                .matcher(ishbel.get("/desk/people").body());
        assertThat(link.find()).as(who).isTrue();
        return ishbel.get(link.group(1) + page).body();
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
