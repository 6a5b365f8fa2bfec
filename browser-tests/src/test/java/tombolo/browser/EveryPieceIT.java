package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every technique there is: left half done, gone on with elsewhere, gone into as deep as it goes, on paper, and back from the week. */
@ResourceLock(Stage.SHARED)
class EveryPieceIT {
    /** 180 mm. */
    private static final int WITHIN_THE_MARGINS_OF_A4 = 680;

    /** One sheet of paper holds what is enough, two hold all that was said, three all that could be. */
    private static final int ENOUGH_SIDES = 2;

    private static final int FILLED_SIDES = 4;
    private static final int BLANK_SIDES = 6;

    private static final Pattern A_SIDE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    /** Whatever is wider than the paper, or holds more than it shows; what is there for a screen reader alone aside. */
    private static final String CUT = """
            () => [...document.querySelectorAll('main, main *')].filter(it => {
              const box = it.getBoundingClientRect();
              if (it.closest('.hidden, svg *') || !it.checkVisibility() || box.width < 2) return false;
              const holds = getComputedStyle(it).overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1;
              return box.right > innerWidth + 1 || box.left < -1 || holds;
            }).map(it => it.tagName + '.' + it.className + ' ' + it.textContent.trim().slice(0, 40))""";

    private static final String GOES_ON = "main form .acts button:not([name])";

    private final TomboloProcess tombolo = Stage.demo();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> wholeAtOnce = new ArrayList<>();
    private final Map<String, List<Integer>> paper = new LinkedHashMap<>();
    private long printing;

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
                "sides of paper each takes on A4 and Letter",
                paper + ", printed in " + Duration.ofNanos(printing).toSeconds() + " s");
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
            boolean blank = !sheet.equals(piece);
            String which = technique + (blank ? ", blank" : ", filled");
            wrong.addAll(cut(page, which));
            takes(page, which, blank ? BLANK_SIDES : FILLED_SIDES);
            if (blank) {
                page.evaluate("() => document.querySelectorAll('.further').forEach(it => it.hidden = true)");
                takes(page, technique + ", blank, what is enough", ENOUGH_SIDES);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    /** Where nobody has begun anywhere yet, what each starting point asks stands on the sheet, and all of it is whole. */
    @Test
    void aSheetWithWhatEveryStartingPointAsksIsWholeOnPaper() {
        try (Visitor tom = Visitor.onLaptop(tombolo.base()).is("Tom")) {
            Page page = tom.goes("/my/techniques/sheets/role-change").page();
            assertThat(page.locator(".starts .part")).hasCount(6);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            wrong.addAll(cut(page, "role-change, blank, wherever it begins"));
            takes(page, "role-change, blank, wherever it begins", BLANK_SIDES);
        }
        assertThat(wrong).isEmpty();
        Evidence.note(
                "sides of paper of the sheet with every starting point, A4 and Letter",
                paper.values().toString());
    }

    /** What would be cut off at the edge of A4, which is the narrower of the two. */
    private static List<String> cut(Page page, String which) {
        var before = page.viewportSize();
        page.setViewportSize(WITHIN_THE_MARGINS_OF_A4, before.height);
        Object found = page.evaluate(CUT);
        page.setViewportSize(before.width, before.height);
        return ((List<?>) found)
                .stream().map(one -> which + ", cut on paper: " + one).toList();
    }

    /** On A4 and on Letter. */
    private void takes(Page page, String which, int most) {
        long begun = System.nanoTime();
        List<Integer> sides = List.of(sides(page, "A4"), sides(page, "Letter"));
        printing += System.nanoTime() - begun;
        paper.put(which, sides);
        if (!sides.stream().allMatch(many -> many > 0 && many <= most)) {
            wrong.add(which + " takes " + sides + " sides of paper and not " + most + " at most");
        }
    }

    private static int sides(Page page, String format) {
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat(format));
        return (int) A_SIDE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
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

    /** One piece, two hands: on the person's phone, at the therapist's desk in the room, and at home again. */
    @Test
    void halfDoneAtHomeGoesOnInTheRoomAndIsFinishedAtHome() {
        try (Visitor nell = Visitor.onPhone(tombolo.base()).is("Nell");
                Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            Page phone = nell.goes("/my/techniques/new/role-change").page();
            sends(phone);
            phone.locator("#was").fill("One who sang");
            phone.locator("#now").fill("One who listens");
            phone.locator(GOES_ON).first().click();
            String piece = nell.path().replaceAll("(/my/techniques/[^/]+).*", "$1");
            Page desk = ishbel.goes(record(ishbel, "Nell") + "/techniques").page();
            desk.locator("section:has(h2:text-is('Half done')) a[href$='" + piece.replace("/my", "") + "']")
                    .click();
            assertThat(desk.locator("main")).containsText("One who sang");
            desk.locator("main .notice .btn").first().click();
            desk.locator("#lost").fill("The noise in the hall");
            desk.locator(GOES_ON).first().click();
            nell.goes(piece);
            assertThat(phone.locator("main")).containsText("The noise in the hall");
            phone.locator("main .notice .btn").first().click();
            for (int step = 0; step < 6 && phone.locator(GOES_ON).count() > 0; step++) {
                sends(phone);
            }
            assertThat(phone.locator("main")).not().containsText("This is half done");
            throwsAway(nell, piece);
        }
        assertThat(wrong).isEmpty();
    }

    /** With scripts on, on a phone: each is begun, stands whole on the smallest screen, and what is typed is kept meanwhile. */
    @Test
    void theFirstStepOfEachIsTakenOnAPhoneWithScripts() {
        try (Visitor nell = Visitor.onPhone(tombolo.base()).is("Nell")) {
            Page page = nell.goes("/my/techniques").page();
            List<String> all = page.locator("a.btn[href*='/techniques/new/']").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            for (String technique : all) {
                nell.goes(technique);
                Object wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
                assertThat(((Number) wide).intValue())
                        .as(technique + ", sideways")
                        .isLessThanOrEqualTo(0);
                assertThat(page.locator("[data-draft] [data-state]")).hasCount(1);
                sends(page);
                String piece = nell.path().replaceAll("(/my/techniques/[^/]+).*", "$1");
                assertThat(piece).as(technique).matches("/my/techniques/[0-9a-f-]{36}");
                throwsAway(nell, piece);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void throwsAway(Visitor who, String piece) {
        Page page = who.goes(piece).page();
        page.locator("details:has(form[action$='/removal']) summary").click();
        page.locator("form[action$='/removal'] button").click();
        assertThat(page.locator("main h1")).isVisible();
    }

    /** The address of somebody's record. */
    private static String record(Visitor ishbel, String who) {
        return ishbel.goes("/desk/people")
                .page()
                .locator("main a[href*='/desk/people/']")
                .filter(new Locator.FilterOptions().setHasText(who))
                .first()
                .getAttribute("href")
                .replaceFirst("(/desk/people/[0-9a-f-]{36}).*", "$1");
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
            Page page = ishbel.page();
            String record = record(ishbel, "Tom");
            ishbel.goes(record + "/techniques");
            assertThat(page.locator("main")).containsText("Yes, it could");
            PageGate.check(ishbel, "/desk/people/{id}/techniques, with somebody it is closed towards");
            ishbel.goes(piece.replace("/my", record));
            assertThat(page.locator("main .notice").first()).isVisible();
            PageGate.check(ishbel, "/desk/people/{id}/techniques/{id}, closed");
        }
    }
}
