package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One press, or one key three times, and the page is gone: for somebody whose screen is suddenly not their own. */
@ResourceLock(Stage.SHARED)
class QuickExitIT {
    private final TomboloProcess tombolo = Stage.demo();

    @Test
    void theButtonLeadsAwayAndBackDoesNotReturn() {
        try (Visitor anna = Visitor.onPhone(tombolo.base())) {
            anna.goes("/safe-browsing").page().locator("a.leave").click();
            arrivesElsewhere(anna);
            anna.page().goBack();
            assertThat(anna.page().url()).doesNotContain("/safe-browsing");
        }
    }

    @Test
    void shiftThreeTimesLeadsAway() {
        try (Visitor anna = Visitor.onLaptop(tombolo.base())) {
            anna.goes("/how-it-helps");
            pressShift(anna, 3);
            arrivesElsewhere(anna);
        }
    }

    @Test
    void shiftTwiceAndALetterLeadsNowhere() {
        try (Visitor anna = Visitor.onLaptop(tombolo.base())) {
            anna.goes("/how-it-helps");
            pressShift(anna, 2);
            anna.page().keyboard().press("a");
            pressShift(anna, 1);
            assertThat(anna.path()).isEqualTo("/how-it-helps");
            assertThat(anna.page().locator("h1").isVisible()).isTrue();
        }
    }

    @Test
    void thePageIsBlankBeforeTheNetworkAnswers() {
        try (Visitor anna = Visitor.onPhone(tombolo.base())) {
            anna.goes("/how-it-helps");
            anna.page().route("**/leave", slow -> {});
            Object blank = anna.page().evaluate("""
                    async () => {
                      document.querySelector('a.leave').click();
                      await new Promise(requestAnimationFrame);
                      return JSON.stringify([document.title, document.body.innerText]);
                    }
                    """);
            assertThat(blank).as("what is there at the next picture").isEqualTo("[\"Weather\",\"\"]");
        }
    }

    @Test
    void worksWithoutScripts() {
        try (Visitor anna = Visitor.onPhoneWithoutScripts(tombolo.base())) {
            anna.goes("/how-it-helps").page().locator("a.leave").click();
            arrivesElsewhere(anna);
        }
    }

    @Test
    void isTheSecondThingTheKeyboardReaches() {
        try (Visitor anna = Visitor.onLaptop(tombolo.base())) {
            anna.goes("/how-it-helps").page().keyboard().press("Tab");
            anna.page().keyboard().press("Tab");
            assertThat(anna.page().evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("/leave");
            anna.page().keyboard().press("Enter");
            arrivesElsewhere(anna);
        }
    }

    /** Asked without a browser, which keeps this header to itself. */
    @Test
    void tellsTheBrowserToForgetWhatItKept() throws IOException {
        PlainClient.Answer leaving = new PlainClient(tombolo.base()).get("/leave");
        assertThat(leaving.status()).isEqualTo(303);
        assertThat(leaving.location()).isEqualTo(Stage.elsewhere().toString());
        assertThat(leaving.headers()).containsEntry("clear-site-data", List.of("\"cache\""));
    }

    private static void pressShift(Visitor visitor, int times) {
        for (int i = 0; i < times; i++) {
            visitor.page().keyboard().press("Shift");
        }
    }

    private static void arrivesElsewhere(Visitor visitor) {
        visitor.page().waitForURL(Stage.elsewhere().toString(), new Page.WaitForURLOptions());
        assertThat(visitor.page().title()).isEqualTo("Weather");
    }
}
