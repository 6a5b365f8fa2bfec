package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
            whatTheTherapistLeftIsCarriedOut(tombolo);
        }
    }

    /** In a demo of its own, since the one whose will is open counts as away: made, asked for by one, confirmed by another. */
    private static void whatTheTherapistLeftIsCarriedOut(TomboloProcess tombolo) {
        try (Visitor ishbel = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Ishbel")) {
            Page page = ishbel.goes("/desk/clinical-wills").page();
            page.locator("label.choice")
                    .filter(new Locator.FilterOptions().setHasText("Idris"))
                    .click();
            page.locator("input[name=scope][value=CONTACT]").check();
            page.locator("form[action='/desk/clinical-wills/mine'] button.btn").click();
        }
        try (Visitor priya = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Priya")) {
            Page page = priya.goes("/desk/clinical-wills").page();
            page.locator("main details summary").first().click();
            page.locator("textarea[name=why]").fill("She had an accident.");
            page.locator("form[action$='/opening'] button.btn").click();
        }
        try (Visitor idris = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Idris")) {
            Page page = idris.goes("/desk").page();
            page.locator("main a[href='/desk/clinical-wills']").click();
            page.locator("form[action$='/confirmation'] button.btn").click();
            PageGate.check(idris, "/desk/clinical-wills, open");
            page.locator("main a[href$='/people']").click();
            PageGate.check(idris, "/desk/clinical-wills/{id}/people");
            assertThat(page.locator("main").innerText()).contains("Ishbel");
            idris.goes("/desk");
            assertThat(page.locator("main").innerText()).contains("their clinical will is open to you until");
        }
        try (Visitor priya = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Priya")) {
            Page page = priya.goes("/desk/away").page();
            page.locator("main a[href$='/cover']").first().click();
            PageGate.check(priya, "/desk/away/{id}/cover");
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
