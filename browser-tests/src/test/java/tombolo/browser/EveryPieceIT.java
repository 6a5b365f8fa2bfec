package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every technique there is: left half done, gone on with elsewhere, gone into as deep as it goes, on paper, and back from the week. */
@ResourceLock(Stage.SHARED)
class EveryPieceIT {
    private static final String GOES_ON = "main form .acts button:not([name])";

    private final TomboloProcess tombolo = Stage.demo();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> wholeAtOnce = new ArrayList<>();

    @Test
    void isLeftHalfDoneOnAPhoneAndGoneOnWithElsewhereAsDeepAsItGoes() {
        Map<String, String> begun = new LinkedHashMap<>();
        try (Visitor nell = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Nell")) {
            Page page = nell.goes("/my/techniques").page();
            List<String> all = page.locator("a.btn[href*='/techniques/new/']").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(all).hasSizeGreaterThan(12);
            for (String technique : all) {
                nell.goes(technique);
                sends(page);
                begun.put(technique.replaceAll(".*/", ""), nell.path().replaceAll("(/my/techniques/[^/]+).*", "$1"));
            }
        }
        int steps = 0;
        try (Visitor nell = Visitor.onLaptop(tombolo.base()).is("Nell")) {
            for (Map.Entry<String, String> piece : begun.entrySet()) {
                goesOn(nell, piece.getKey(), piece.getValue());
                steps += goesDeeper(nell, piece.getKey(), piece.getValue());
                isOnPaper(nell, piece.getKey(), piece.getValue());
                comesBackFromTheWeek(nell, piece.getKey(), piece.getValue());
            }
        }
        assertThat(wholeAtOnce).as("what is whole with its first step").containsExactly("grief-letter");
        assertThat(wrong).as("on the pages of the techniques").isEmpty();
        Evidence.note(
                "techniques half done, gone on with, gone into and printed; steps further",
                begun.size() + ", " + steps);
    }

    /** From its first step to its last; a piece that may end with the first, as a letter does, is whole by then. */
    private void goesOn(Visitor nell, String technique, String piece) {
        Page page = nell.goes("/my/techniques").page();
        Locator half = page.locator("section:has(a[href='" + piece + "']):has(h2:text-is('Half done'))");
        if (half.count() == 0) {
            wholeAtOnce.add(technique);
            nell.goes(piece);
            return;
        }
        nell.goes(piece);
        assertThat(page.locator("main")).containsText("This is half done");
        page.locator("main .notice .btn").first().click();
        for (int step = 0; step < 12 && page.locator(GOES_ON).count() > 0; step++) {
            if (!page.url().contains("/before/")) {
                wrong.addAll(PageGate.glance(nell, place(nell, technique)));
            }
            sends(page);
        }
        assertThat(nell.path()).as(technique).isEqualTo(piece);
        assertThat(page.locator("main")).not().containsText("This is half done");
    }

    /** Each step further is opened, looked at, answered as far as it goes, and stands on the piece. */
    private int goesDeeper(Visitor nell, String technique, String piece) {
        Page page = nell.page();
        List<String> further = page.locator("main ul.tasks a[href^='" + piece + "/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        for (String step : further) {
            nell.goes(step);
            wrong.addAll(PageGate.glance(nell, place(nell, technique)));
            sends(page);
            nell.goes(piece);
            if (page.locator(".part a[href='" + step + "']").count() != 1) {
                wrong.add(technique + ": " + step.replaceAll(".*/", "") + " does not stand on the piece");
            }
        }
        wrong.addAll(PageGate.glance(nell, "/my/techniques/{id}, whole, " + technique));
        return further.size();
    }

    /** Blank and filled, with nothing to press on either. */
    private void isOnPaper(Visitor nell, String technique, String piece) {
        Page page = nell.page();
        for (String sheet : List.of(piece, "/my/techniques/sheets/" + technique)) {
            nell.goes(sheet);
            if (!sheet.equals(piece)) {
                wrong.addAll(PageGate.glance(nell, "/my/techniques/sheets/{step}, " + technique));
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("main h1")).isVisible();
            assertThat(page.locator("button:visible, .btn:visible, nav:visible"))
                    .hasCount(0);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private void comesBackFromTheWeek(Visitor nell, String technique, String piece) {
        Page page = nell.goes(piece).page();
        Locator leads = page.locator(".lead-on button");
        if (leads.count() == 0) {
            return;
        }
        leads.click();
        Locator went = page.locator("main .notice a[href^='/my/week/tries/']");
        String tried = went.getAttribute("href");
        nell.goes("/my");
        assertThat(page.locator("a[href='" + tried + "'], form[action^='" + tried + "']")
                        .first())
                .isVisible();
        nell.goes(tried);
        page.locator("main form input[name=how]").first().check();
        page.locator("main form textarea[name=words]").fill("We spoke for a while");
        page.locator(GOES_ON).first().click();
        nell.goes(piece);
        assertThat(page.locator("main .notice")).containsText("We spoke for a while");
    }

    private static String place(Visitor nell, String technique) {
        String step = nell.path().replaceAll(".*/", "");
        return "/my/techniques/{id}/{step}, " + technique + " " + step;
    }

    private void sends(Page page) {
        if (page.url().contains("/before/")) {
            page.locator("input[name=safety][value=SAFE]").check();
        } else {
            Given.to(page);
        }
        page.locator(GOES_ON).first().click();
        if (page.locator("#problem").count() > 0) {
            wrong.add(page.url() + ": " + page.locator("#problem").innerText());
        }
    }

    /** Whoever could be harmed is led to people who know about it, and nothing that lies about afterwards tells why. */
    @Test
    void whoeverIsNotSafeIsLedAnotherWayAndNothingTellsOfItAfterwards() {
        String piece;
        try (Visitor tom = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Tom")) {
            Page page = tom.goes("/my/techniques/new/needs").page();
            while (!page.url().contains("/before/")) {
                sends(page);
            }
            piece = tom.path().replaceAll("(/my/techniques/[^/]+).*", "$1");
            page.locator("input[name=safety][value=NOT_SAFE]").check();
            page.locator(GOES_ON).first().click();
            assertThat(page.locator("main h1")).containsText("Let us go another way");
            assertThat(page.locator("main a[href^='/help-now']")).isVisible();
            assertThat(page.locator("main a[href^='/safe-browsing']")).isVisible();
            PageGate.check(tom, "/my/techniques/{id}/before/going-on, another way");
            tom.goes(piece + "/request");
            assertThat(page.locator("#request")).hasCount(0);
            for (String lies : List.of(piece, "/my/techniques", "/my", "/my/timeline")) {
                tom.goes(lies);
                for (String told : List.of("Yes, it could", "bring you harm", "Let us go another way", "closed")) {
                    assertThat(page.locator("main")).not().containsText(told);
                }
            }
        }
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            Page page = ishbel.goes("/desk/people").page();
            String record = page.locator("main a[href*='/desk/people/']")
                    .filter(new Locator.FilterOptions().setHasText("Tom"))
                    .first()
                    .getAttribute("href")
                    .replaceFirst("(/desk/people/[0-9a-f-]{36}).*", "$1");
            ishbel.goes(record + "/techniques");
            assertThat(page.locator("main")).containsText("Yes, it could");
            PageGate.check(ishbel, "/desk/people/{id}/techniques, with somebody it is closed towards");
            ishbel.goes(piece.replace("/my", record));
            assertThat(page.locator("main .notice").first()).isVisible();
            PageGate.check(ishbel, "/desk/people/{id}/techniques/{id}, closed");
        }
    }
}
