package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A plan for the hard hours: written once, read anywhere, and there on the phone at night without a signal. */
@ResourceLock(Stage.SHARED)
class SafetyPlanIT {
    private static final String KEPT = "/plan-on-this-phone";
    private static final String PIN = "271828";
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page[^s]");

    private final TomboloProcess tombolo = Stage.demo();

    @Test
    void isWrittenWithoutScriptsAndPeopleComeFromTheCircles() {
        try (Visitor joan = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Joan")) {
            joan.goes("/my/safety-plan").page().locator("main a.btn").click();
            joan.page().locator("#alone").fill("Put the kettle on\nSit in his chair");
            joan.page()
                    .locator("fieldset:has(input[name=company]) label", hasText("My daughter"))
                    .first()
                    .click();
            PageGate.check(joan, "/my/safety-plan/writing");
            joan.page().locator("main form button[type=submit]").last().click();
            assertThat(joan.page().locator(".safety-plan")).containsText("Sit in his chair");
            assertThat(joan.page().locator(".safety-plan")).containsText("My daughter");
            PageGate.check(joan, "/my/safety-plan");
        }
    }

    @Test
    void isKeptOnThePhoneLockedAndOpensWithoutASignal() {
        try (Visitor nell = Visitor.onPhone(tombolo.base()).is("Nell")) {
            nell.goes("/my/safety-plan");
            nell.page().locator("#pin").fill(PIN);
            nell.page().locator("#pin-again").fill("271829");
            nell.page().locator("[data-keep] button").click();
            assertThat(nell.page().locator("[data-keep] [data-state]")).containsText("not the same");
            nell.page().locator("#pin-again").fill(PIN);
            nell.page().locator("[data-keep] button").click();
            assertThat(nell.page().locator("[data-keep] [data-done]")).isVisible();
            assertThat((String) nell.page().evaluate("localStorage.getItem('plan')"))
                    .as("what lies on the phone")
                    .doesNotContain("loch")
                    .doesNotContain("friend");
            nell.goes(KEPT);
            nell.page()
                    .waitForFunction(
                            "caches.open('plan-on-this-phone').then(it => it.keys()).then(it => it.length > 4)");
            nell.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
            nell.context().clearCookies();
            nell.context().setOffline(true);
            nell.goes(KEPT);
            PageGate.check(nell, KEPT);
            nell.page().locator("#pin").fill("000000");
            nell.page().locator("[data-locked] button").click();
            assertThat(nell.page().locator("[data-state]")).containsText("not the PIN");
            assertThat(nell.page().locator("[data-open]")).isHidden();
            nell.page().locator("#pin").fill(PIN);
            nell.page().locator("[data-locked] button").click();
            assertThat(nell.page().locator("[data-open]")).containsText("A walk round the loch");
            assertThat(nell.page().locator("[data-open]")).containsText("My best friend");
            PageGate.check(nell, KEPT + ", opened");
            nell.page().evaluate("dispatchEvent(new Event('pagehide'))");
            assertThat(nell.page().locator("[data-open]")).isHidden();
            assertThat(nell.page().locator("[data-open]")).isEmpty();
            assertThat(nell.page().locator("#pin")).hasValue("");
            nell.context().setOffline(false);
            nell.goes("/help-now").page().locator("[data-kept] a").click();
            nell.page().locator("[data-remove]").click();
            assertThat(nell.page().locator("[data-removed]")).isVisible();
            assertThat((String) nell.page().evaluate("localStorage.getItem('plan')"))
                    .isNull();
            nell.goes(KEPT);
            assertThat(nell.page().locator("[data-none]")).isVisible();
        }
    }

    @Test
    void isOnOneSheetOfPaperWithEverythingOnItAndNothingToPress() {
        try (Visitor nell = Visitor.onPhone(tombolo.base()).is("Nell")) {
            nell.goes("/my/safety-plan");
            Locator sheet = nell.page().locator(".safety-plan");
            String onScreen = sheet.innerText();
            assertThat(onScreen).contains("How I notice that a hard time is coming", "999");
            nell.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(sheet.innerText()).isEqualTo(onScreen);
            assertThat(nell.page().locator("button:visible, .btn:visible, nav:visible, input:visible"))
                    .hasCount(0);
            for (String paper : List.of("A4", "Letter")) {
                byte[] pdf = nell.page().pdf(new Page.PdfOptions().setFormat(paper));
                assertThat(PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                                .results())
                        .as("sheets of " + paper)
                        .hasSize(1);
            }
        }
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
