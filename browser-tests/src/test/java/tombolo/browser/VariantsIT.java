package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A therapist makes a variant of the course their own, in the browser. */
@ResourceLock(Stage.SHARED)
class VariantsIT {
    private final TomboloProcess tombolo = Stage.demo();

    @Test
    void aCopyIsChangedWithoutScripts() {
        try (Visitor ishbel = Visitor.onLaptopWithoutScripts(tombolo.base()).is("Ishbel")) {
            ishbel.goes("/desk/variants/ipt-b")
                    .page()
                    .locator("form[action$='/copy'] button")
                    .click();
            PageGate.check(ishbel, "/desk/variants/{id}/writing");
            ishbel.page().locator("#name").fill("Eight sessions, by the water");
            ishbel.page().locator("main form button.btn").click();
            assertThat(ishbel.page().locator("h1")).hasText("Eight sessions, by the water");
            PageGate.check(ishbel, "/desk/variants/{id}, one's own");
        }
    }
}
