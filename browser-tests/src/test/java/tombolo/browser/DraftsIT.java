package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The baby wakes, the phone dies: what was typed and not sent is there again, in whatever browser comes next. */
@ResourceLock(Stage.SHARED)
class DraftsIT {
    private static final Pattern TIME = Pattern.compile("[0-9]:[0-9]{2}");
    private static final int TEN_SECONDS = 10_000;
    private static final String HARD = "The night he did not come\nand nobody rang";

    private final TomboloProcess tombolo = Stage.demo();

    @Test
    void wordsAreThereInAnotherBrowserAfterThisOneWasKilled(@TempDir Path profile) {
        String form = typesAndIsKilled(profile);
        try (Visitor anna = Visitor.onPhone(tombolo.base()).is("Anna")) {
            waitingIn(anna, form);
            anna.page().locator("form.out button").click();
            anna.is("Anna");
            waitingIn(anna, form);
            PageGate.check(anna, "/my/circles/relationships/{id}/description, with words that wait");
            anna.page().locator("[data-put-back]").click();
            assertThat(anna.page().locator("#hard")).hasValue(HARD);
            assertThat(anna.page().locator("#ways-calling")).isChecked();
            assertThat(anna.page().locator("#ways-writing")).isChecked();
            waitingIn(anna, form);
            anna.page().locator("[data-kept] button[type=submit]").click();
            assertThat(anna.page().locator("#hard")).isVisible();
            assertThat(anna.page().locator("[data-kept]")).hasCount(0);
        }
    }

    /** Answers where she was writing. */
    private String typesAndIsKilled(Path profile) {
        Visitor anna = Visitor.withProfile(tombolo.base(), profile).is("Anna");
        String form = anna.goes("/my/circles")
                .page()
                .locator(".everyone a[href*='/description']")
                .first()
                .getAttribute("href");
        Page page = anna.goes(form).page();
        page.locator("#hard").fill(HARD);
        page.locator("#ways-calling").check();
        page.locator("#ways-writing").check();
        saved(page.locator("[data-state]"));
        List<ProcessHandle> browser = ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(profile.toString()))
                .toList();
        assertThat(browser).as("processes of her browser").isNotEmpty();
        browser.forEach(ProcessHandle::destroyForcibly);
        return form;
    }

    private static void waitingIn(Visitor anna, String form) {
        Locator kept = anna.goes(form).page().locator("[data-kept]");
        assertThat(kept).isVisible();
        assertThat(anna.page().locator("#hard")).not().hasValue(HARD);
    }

    private static void saved(Locator state) {
        assertThat(state).containsText(TIME, new LocatorAssertions.ContainsTextOptions().setTimeout(TEN_SECONDS));
    }

    @Test
    void namesHalfTypedStayWhileSomebodyIsMoved() {
        try (Visitor anna = Visitor.onLaptop(tombolo.base()).is("Anna")) {
            Page page = anna.goes("/my/circles").page();
            page.locator("#add > summary").click();
            page.locator("#names").fill("the man at the");
            page.locator("button[id^='out-']").first().click();
            assertThat(page.locator("#undo")).isVisible();
            assertThat(page.locator("#said")).not().isEmpty();
            page.locator("#names").pressSequentially(" shop");
            assertThat(page.locator("#names")).hasValue("the man at the shop");
            saved(page.locator("form.adding [data-state]"));
            page.locator("#undo").click();
            assertThat(page.locator("#said")).containsText("Taken back");
            anna.goes("/my/circles").page().locator("#add > summary").click();
            assertThat(page.locator("form.adding [data-kept]")).isVisible();
            page.locator("form.adding [data-kept] button[type=submit]").click();
            assertThat(page.locator("form.adding [data-kept]")).hasCount(0);
        }
    }
}
