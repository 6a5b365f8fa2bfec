package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** After the hour: the note written and signed with the keyboard alone, and the thread of the course on one sheet. */
@ResourceLock(Stage.SHARED)
class SessionNoteIT {
    private static final Pattern ONE_PAGE = Pattern.compile("/Type\\s*/Page[^s]");
    private static final int MOST_STEPS = 120;

    /** Eight things to fill in at most for a whole note, as for every piece of work, and so many presses beside the words. */
    private static final int MOST_FIELDS = 8;

    private static final int MOST_PRESSES = 45;

    private final TomboloProcess tombolo = Stage.demo();

    /** The keys that were pressed beside those of the words, and the fields in which something was filled in. */
    private int presses;

    private int fields;

    @Test
    void isWrittenAndSignedWithTheKeyboardAlone() {
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            ishbel.page().locator("main a[href*='/session/notes/']").first().focus();
            press(ishbel, "Enter");
            assertThat(ishbel.page().locator(".whose")).isVisible();
            PageGate.check(ishbel, "/desk/people/{id}/session/notes/{id}, being written");
            presses = 0;
            fill(ishbel, "since", () -> {
                press(ishbel, "Control+End");
                types(ishbel, " Slept a little better since the walk.");
            });
            fill(ishbel, "focus", () -> types(ishbel, "Less alone with the evenings than a week ago."));
            fill(ishbel, "technique", () -> types(ishbel, "Open"));
            fill(ishbel, "decided", () -> types(ishbel, "To ask for one evening off a week."));
            fill(ishbel, "try0", () -> types(ishbel, "Ask on Sunday after supper"));
            fill(ishbel, "safety", () -> press(ishbel, "Space"));
            fill(ishbel, "timeLeft", () -> press(ishbel, "Space"));
            assertThat(ishbel.page().locator(".whose")).isInViewport();
            assertThat(ishbel.page().locator("[data-state]")).containsText(Pattern.compile("[0-9]:[0-9]{2}"));
            toButton(ishbel, "sign");
            press(ishbel, "Enter");
            assertThat(ishbel.page().locator(".signed")).isVisible();
            Evidence.note(
                    "a whole note by keys alone: fields filled in, presses beside the words", fields + ", " + presses);
            assertThat(fields).as("fields of a whole note").isLessThanOrEqualTo(MOST_FIELDS);
            assertThat(presses).as("presses beside the words").isLessThanOrEqualTo(MOST_PRESSES);
            assertThat(ishbel.page().locator(".read")).containsText("Slept a little better since the walk.");
            PageGate.check(ishbel, "/desk/people/{id}/session/notes/{id}, signed");
            ishbel.page().locator("main a[href*='/session/review/']").first().click();
            PageGate.check(ishbel, "/desk/people/{id}/session/review/{id}");
        }
    }

    @Test
    void theHourAnswersAtOneLookWithoutScrolling() {
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            ishbel.page().setViewportSize(1366, 768);
            for (String who : new String[] {"Anna", "Ravi"}) {
                ishbel.goes(record(ishbel, who) + "/session");
                Locator hour = ishbel.page().locator(".hour");
                assertThat(hour.locator(".bar"))
                        .containsText(Pattern.compile("Session \\d+ of \\d+ · (first phase|middle phase|ending)"));
                for (String seen : new String[] {".bar p", ".bar .tag", ".trend svg", ".plan"}) {
                    inSight(hour.locator(seen).first());
                }
                for (String fact : new String[] {"Agreed last time", "Came up last time", "Item 9", "To the end"}) {
                    Locator told = hour.locator(".facts dt")
                            .filter(new Locator.FilterOptions().setHasText(fact))
                            .locator("+ dd");
                    inSight(told);
                }
                fitsOneScreen(ishbel, who);
            }
            for (String who : new String[] {"Ewa", "Nell"}) {
                ishbel.goes(record(ishbel, who) + "/session");
                fitsOneScreen(ishbel, who);
            }
        }
    }

    private static void fitsOneScreen(Visitor ishbel, String who) {
        int height = (int) ishbel.page().evaluate("document.documentElement.scrollHeight");
        Evidence.note("height of the hour of " + who + ", of 768", height);
        assertThat(height).as("height of the hour of " + who).isLessThanOrEqualTo(768);
    }

    private static void inSight(Locator told) {
        assertThat(told).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    }

    private static String record(Visitor visitor, String who) {
        visitor.goes("/desk/people");
        return visitor.page()
                .locator("main a[href*='/desk/people/']")
                .filter(new Locator.FilterOptions().setHasText(who))
                .first()
                .getAttribute("href")
                .replaceFirst("(/desk/people/[0-9a-f-]{36}).*", "$1");
    }

    @Test
    void theThreadFitsOnOneSideOfA4() {
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            for (String who : new String[] {"Anna", "Ravi", "Ewa", "Joan"}) {
                String sheet = record(ishbel, who) + "/thread-sheet";
                for (String purpose : new String[] {"hour", "supervision", "ending"}) {
                    ishbel.goes(sheet + "?for=" + purpose);
                    assertThat(ishbel.page().locator(".sheet")).isVisible();
                    byte[] pdf = ishbel.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
                    assertThat(ONE_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                                    .results())
                            .as("pages of the sheet of " + who + ", for " + purpose)
                            .hasSize(1);
                }
            }
        }
    }

    private void fill(Visitor visitor, String field, Runnable filling) {
        to(visitor, field);
        fields++;
        filling.run();
    }

    private static void types(Visitor visitor, String words) {
        visitor.page().keyboard().type(words);
    }

    private void press(Visitor visitor, String key) {
        presses++;
        visitor.page().keyboard().press(key);
    }

    /** Goes on with the tab key until this field has the focus. */
    private void to(Visitor visitor, String id) {
        until(visitor, "document.activeElement.id === '" + id + "' || document.activeElement.name === '" + id + "'");
    }

    private void toButton(Visitor visitor, String act) {
        until(visitor, "document.activeElement.name === 'act' && document.activeElement.value === '" + act + "'");
    }

    private void until(Visitor visitor, String reached) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if ((boolean) visitor.page().evaluate(reached)) {
                return;
            }
            press(visitor, "Tab");
        }
        throw new AssertionError("The tab key does not lead to where " + reached);
    }
}
