package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A week on a phone between two feeds: what was tried in two presses, a mood in two presses, and no word needed. */
@ResourceLock(Stage.SHARED)
class WeekIT {
    private static final int FOLD = 740;

    private final TomboloProcess tombolo = Stage.demo();

    @Test
    void isToldInTwoPressesEachWithoutScripts() {
        try (Visitor anna = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Anna")) {
            walk(anna);
        }
    }

    @Test
    void isToldInTwoPressesEachWithScripts() {
        try (Visitor ravi = Visitor.onPhone(tombolo.base()).is("Ravi")) {
            walk(ravi);
        }
    }

    @Test
    void whoeverHasBeenAwayIsWelcome() {
        try (Visitor tom = Visitor.onPhone(tombolo.base()).is("Tom")) {
            tom.goes("/my");
            assertThat(tom.page().locator("main")).containsText("Good to see you");
            assertThat(tom.page().getByText("He may be with his friends").first())
                    .isHidden();
            PageGate.check(tom, "/my");
        }
    }

    private static void walk(Visitor visitor) {
        visitor.goes("/my");
        PageGate.check(visitor, "/my");
        assertThat(onTheFirstScreen(visitor, "main .choice >> nth=0"))
                .as("the first press is in sight")
                .isTrue();
        visitor.page().locator("main form .choice").first().click();
        visitor.page().locator("main form button[type=submit]").first().click();
        assertThat(visitor.page().locator("main .notice").first()).containsText("Thank you");

        visitor.page().locator(".scale label").nth(5).click();
        visitor.page().locator("form:has(.scale) button[type=submit]").click();
        assertThat(visitor.page().locator("main h1")).hasText("What went with it");
        PageGate.check(visitor, "/my/week/moods/{id}");
        visitor.page().locator("main form label.choice").first().click();
        visitor.page().locator("#event").fill("We laughed at the same thing");
        visitor.page().locator("main form button[type=submit]").first().click();
        assertThat(visitor.page().locator(".moods svg")).isVisible();
        Locator words = visitor.page().getByText("We laughed at the same thing").first();
        assertThat(words).isHidden();
        visitor.page().locator("summary", hasText("day by day")).click();
        assertThat(words).isVisible();
    }

    private static com.microsoft.playwright.Page.LocatorOptions hasText(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }

    private static boolean onTheFirstScreen(Visitor visitor, String selector) {
        BoundingBox box = visitor.page().locator(selector).boundingBox();
        return box.y + box.height <= FOLD;
    }
}
