package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Pieces of work from their first step to how it went: alone on a phone, and in the room at a laptop with the keys alone. */
@ResourceLock(Stage.SHARED)
class PiecesIT {
    private static final String STEP = "/my/techniques/{id}/{step}";

    /** What somebody who has only keys stands on, and what it asks of them. */
    private static final Pattern AT_MAIN = Pattern.compile("#main$");

    private static final String STANDS_ON = """
            () => {
              const it = document.activeElement;
              if (!it.closest('main form')) return 'elsewhere';
              if (it.name === 'who-new' || it.id === 'pasted') return 'elsewhere';
              if (it.matches('.acts button:not([name])')) return 'goes on';
              if (it.matches('textarea, input[type=text]')) return it.value ? 'elsewhere' : it.tagName.toLowerCase();
              const chosen = it.matches('[type=radio], [type=checkbox]') && !it.closest('fieldset').querySelector(':checked');
              return chosen ? 'choice' : 'elsewhere';
            }""";

    private final TomboloProcess tombolo = Stage.demo();
    private int presses;
    private long begun = System.nanoTime();

    @Test
    void fromANeedToTheWeekAloneOnAPhoneWithoutScripts() {
        try (Visitor anna = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Anna")) {
            fromANeedToTheWeek(anna, "Mum");
        }
        Evidence.note("least path from a need to the week, without scripts", figures());
    }

    @Test
    void fromANeedToTheWeekHalfDoneAndGoneOnWithElsewhere() {
        String half;
        try (Visitor anna = Visitor.onPhone(tombolo.base()).is("Anna")) {
            begins(anna, "needs", "Isla");
            chooses(anna, "Belonging");
            half = anna.page().url().replaceAll("/gap.*", "");
            anna.page().getByLabel("2", exactly()).first().check();
        }
        try (Visitor anna = Visitor.onLaptop(tombolo.base()).is("Anna")) {
            anna.goes("/my");
            anna.page().getByText("Half done is fine").click();
            anna.goes(URI.create(half).getPath());
            assertThat(anna.page().locator("main")).containsText("This is half done");
            presses(anna, "main .notice .btn");
            assertThat(anna.page().locator("main h1")).containsText("How much is there");
        }
    }

    @Test
    void aTalkThatWentWrongInTheRoomWithTheKeysAlone() {
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            ishbel.goes(desk(ishbel, "Ravi") + "/techniques");
            PageGate.check(ishbel, "/desk/people/{id}/techniques");
            Page page = ishbel.page();
            tabTo(page, "a[href$='/new/communication']");
            page.keyboard().press("Enter");
            tabTo(page, "input[name=who]");
            page.keyboard().press("Space");
            sends(page, "moment");
            types(page, "moment", "On Thursday at the door");
            sends(page, "words");
            types(page, "they", "You are late.");
            types(page, "mine", "Again, I know.");
            sends(page, "before/going-on|turning");
            if (page.url().contains("before")) {
                tabTo(page, "input[name=safety]");
                page.keyboard().press("Space");
                sends(page, "turning");
            }
            tabTo(page, "input[name=turning]");
            page.keyboard().press("Space");
            page.keyboard().press("ArrowDown");
            sends(page, "lines");
            types(page, "line", "I am sorry. Could I ring you at five tomorrow?");
            types(page, "other-line", "What was it like to wait?");
            sends(page, "plan");
            types(page, "day", "Tomorrow at five");
            sends(page, "techniques/[0-9a-f-]{36}");
            assertThat(page.locator(".lanes li")).hasCount(2);
            assertThat(page.locator(".lanes .turning")).containsText("Again, I know.");
            PageGate.check(ishbel, "/desk/people/{id}/techniques/{id}, lanes");
            Evidence.note("least path of a talk that went wrong, keys alone", figures());
            further(ishbel);
        }
    }

    @Test
    void fromGriefToALetterAndADayThatComesRoundAloneOnAPhoneWithoutScripts() {
        try (Visitor nell = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Nell")) {
            mourns(nell, "/my", "A great-aunt");
        }
        Evidence.note("from grief to a letter and a day that comes round, alone without scripts", figures());
    }

    @Test
    void fromGriefToALetterAndADayThatComesRoundInTheRoom() {
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            mourns(ishbel, desk(ishbel, "Nell"), "A great-uncle");
        }
        Evidence.note("from grief to a letter and a day that comes round, in the room", figures());
    }

    @Test
    void fromADisputeToATalkARehearsalAndHowItWentAloneOnAPhoneWithoutScripts() {
        try (Visitor nell = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Nell")) {
            quarrels(nell, "/my", "A neighbour");
        }
        Evidence.note("from a dispute to how it went, alone without scripts", figures());
    }

    @Test
    void fromADisputeToATalkARehearsalAndHowItWentInTheRoom() {
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            quarrels(ishbel, desk(ishbel, "Nell"), "A landlord");
        }
        Evidence.note("from a dispute to how it went, in the room", figures());
    }

    @Test
    void theMoodOfTheLastWeeksIsInViewWhereItIsLinkedWithWhatHappens() {
        try (Visitor anna = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Anna")) {
            anna.goes("/my/techniques/new/mood-and-events");
            assertThat(anna.page().locator("figure.moods svg")).isVisible();
            anna.page()
                    .locator("main details summary", containing("day by day"))
                    .click();
            assertThat(anna.page().locator("main table").first()).isVisible();
            PageGate.check(anna, "/my/techniques/new/{technique}, the mood of the last weeks");
        }
    }

    @Test
    void theLeastPathOfEachTechniqueIsWholeAloneOnAPhoneWithoutScripts() {
        try (Visitor anna = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Anna")) {
            leastPaths(anna, "/my/techniques", "without scripts", all(), byTouch(anna));
        }
    }

    @Test
    void theLeastPathOfEachTechniqueIsWholeInTheRoomAtALaptopWithTheKeysAlone() {
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            leastPaths(
                    ishbel,
                    desk(ishbel, "Ewa") + "/techniques",
                    "in the room with the keys alone",
                    all(),
                    this::byKeys);
        }
    }

    @Test
    void theLeastPathOfEachTechniqueIsWholeAloneAtALaptopWithTheKeysAlone() {
        try (Visitor anna = Visitor.onLaptop(tombolo.base()).is("Anna")) {
            leastPaths(anna, "/my/techniques", "alone with the keys alone", all(), this::byKeys);
        }
    }

    @Test
    void theLeastPathOfEachTechniqueIsWholeAloneOnAPhoneWithScripts() {
        try (Visitor anna = Visitor.onPhone(tombolo.base()).is("Anna")) {
            leastPaths(anna, "/my/techniques", "on a phone with scripts", all(), byTouch(anna));
        }
    }

    @Test
    void theLeastPathOfEachTechniqueIsWholeAtTheDeskWithoutScripts() {
        try (Visitor ishbel = Visitor.onLaptopWithoutScripts(tombolo.base()).is("Ishbel")) {
            leastPaths(
                    ishbel, desk(ishbel, "Ewa") + "/techniques", "at the desk without scripts", all(), byTouch(ishbel));
        }
    }

    @Test
    void theDepthOfANeedAndOfATalkIsReachedWithTheKeysAlone() {
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            String base = desk(ishbel, "Ewa") + "/techniques";
            leastPaths(ishbel, base, "for its depth", how -> how.endsWith("/needs"), this::byKeys);
            deeper(ishbel, List.of("all", "myself", "rehearse", "barrier"));
            leastPaths(ishbel, base, "for its depth", how -> how.endsWith("/communication"), this::byKeys);
            deeper(ishbel, List.of("exchange", "patterns", "under", "known", "answering", "rehearse", "end"));
        }
    }

    /** Each of these steps of the piece that is open, and back to it. */
    private void deeper(Visitor visitor, List<String> steps) {
        String piece = visitor.path();
        for (String step : steps) {
            visitor.goes(piece + "/" + step);
            assertThat(visitor.path()).isEqualTo(piece + "/" + step);
            byKeys(visitor.page());
            assertThat(visitor.path()).as(step).isEqualTo(piece);
            assertThat(visitor.page().locator("main a[href$='/" + step + "']")).containsText("Change");
        }
    }

    /** One step by a press or a line each. */
    private ToIntFunction<Page> byTouch(Visitor visitor) {
        return page -> {
            int inputs = page.url().contains("before") ? safe(page) : answered(page);
            sends(visitor);
            return inputs;
        };
    }

    private static Predicate<String> all() {
        return technique -> true;
    }

    /** Nothing but what has to be said, one press or one line each, from the list to the finished piece. */
    private void leastPaths(
            Visitor visitor, String base, String how, Predicate<String> some, ToIntFunction<Page> answers) {
        Page page = visitor.goes(base).page();
        List<String> all = page.locator("a.btn[href*='/techniques/new/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(all).hasSizeGreaterThan(13);
        for (String technique : all.stream().filter(some).toList()) {
            begun = System.nanoTime();
            presses = 1;
            visitor.goes(technique);
            int inputs = 0;
            for (int step = 0;
                    step < 12
                            && page.locator("main form .acts button:not([name])")
                                            .count()
                                    > 0;
                    step++) {
                inputs += answers.applyAsInt(page);
                assertThat(page.locator("#problem").count()).as(technique).isZero();
            }
            assertThat(visitor.path()).as(technique).matches(base + "/[0-9a-f-]{36}");
            assertThat(page.locator("main")).not().containsText("This is half done");
            assertThat(inputs).as(technique + ": what has to be said").isLessThanOrEqualTo(8);
            Evidence.note(
                    "least path of " + technique.replaceAll(".*/", "") + ", " + how, inputs + " inputs, " + figures());
        }
    }

    /**
     * One step by Tab, Space, Enter and typing: past what stands on every page, the first of each choice, a line in each field,
     * and on.
     */
    private int byKeys(Page page) {
        String here = page.url().replaceAll("#.*", "");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(AT_MAIN);
        boolean before = here.contains("before");
        int inputs = 0;
        for (int tabs = 0; tabs < 150; tabs++) {
            page.keyboard().press("Tab");
            switch (String.valueOf(page.evaluate(STANDS_ON))) {
                case "choice" -> {
                    page.keyboard().press("Space");
                    presses++;
                    inputs += before ? 0 : 1;
                }
                case "textarea" -> {
                    page.keyboard().type("One line\nand another");
                    inputs++;
                }
                case "input" -> {
                    page.keyboard().type("One line");
                    inputs++;
                }
                case "goes on" -> {
                    page.keyboard().press("Enter");
                    presses++;
                    page.waitForURL(address -> !address.replaceAll("#.*", "").equals(here));
                    return inputs;
                }
                default -> {}
            }
        }
        throw new AssertionError("The keys do not lead on from " + here);
    }

    /** The address of somebody's record. */
    private static String desk(Visitor ishbel, String who) {
        ishbel.goes("/desk/people");
        ishbel.page().getByRole(AriaRole.LINK, link(who)).first().click();
        return URI.create(ishbel.page().url()).getPath();
    }

    private int answered(Page page) {
        Given given = Given.to(page);
        presses += given.presses();
        return given.inputs();
    }

    private int safe(Page page) {
        page.locator("input[name=safety][value=SAFE]").check();
        presses++;
        return 0;
    }

    /** Depth by choice: the whole exchange, and what one knows again of oneself. */
    private static void further(Visitor ishbel) {
        Page page = ishbel.page();
        String piece = URI.create(page.url()).getPath();
        ishbel.goes(piece + "/exchange");
        page.locator("input[name=exchange-1-who][value=them]").check();
        page.locator("#exchange-1-said").fill("You are late.");
        page.locator("summary", containing("More about this turn")).first().click();
        page.locator("#exchange-1-heard").fill("You do not matter.");
        PageGate.check(ishbel, "/desk/people/{id}/techniques/{id}/{step}, exchange");
        assertThat(page.locator(".turn .choice:has(input[name=exchange-turning])")
                        .first())
                .not()
                .hasCSS("padding-left", "0px");
        page.locator("main form button[type=submit]").first().click();
        assertThat(page.locator(".lanes")).containsText("You do not matter.");
        ishbel.goes(piece + "/exchange");
        page.locator("#pasted").fill("Ravi's wife: Where were you?\nMe: At work\nMe: Again, I know.");
        page.locator("main form button[type=submit]").first().click();
        assertThat(page.locator("#exchange-1-said")).hasValue("You are late.");
        assertThat(page.locator("#exchange-2-said")).hasValue("Where were you?");
        assertThat(page.locator("input[name=exchange-3-who][value=me]")).isChecked();
        assertThat(page.locator("#exchange-4-said")).hasValue("Again, I know.");
        assertThat(page.locator("#exchange-5-said")).hasValue("");
        ishbel.goes(piece + "/patterns");
        PageGate.check(ishbel, "/desk/people/{id}/techniques/{id}/{step}, patterns");
        ishbel.goes(piece + "/rehearse");
        PageGate.check(ishbel, "/desk/people/{id}/techniques/{id}/{step}, rehearse");
    }

    private void fromANeedToTheWeek(Visitor anna, String who) {
        begun = System.nanoTime();
        begins(anna, "needs", who);
        PageGate.check(anna, STEP + ", need");
        chooses(anna, "Being understood");
        PageGate.check(anna, STEP + ", gap");
        Page page = anna.page();
        page.locator("input[name=now][value='1']").check();
        page.locator("input[name=wanted][value='3']").check();
        page.locator("input[name=aloud][value=no]").check();
        presses += 3;
        sends(anna);
        page.locator("#sentence").fill("To be asked how I am, and that she waits for the answer.");
        presses++;
        sends(anna);
        if (page.url().contains("before")) {
            PageGate.check(anna, "/my/techniques/{id}/before/going-on");
            page.locator("input[name=safety][value=SAFE]").check();
            presses++;
            sends(anna);
        }
        page.locator("#request").fill("You never ask how I am.");
        presses(anna, "button[name=look]");
        assertThat(page.locator("main .notice").last()).containsText("asks for nothing yet");
        PageGate.check(anna, STEP + ", request");
        page.locator("#request").fill("I was low on Sunday. Would you ask me how I am when I ring tomorrow?");
        page.locator("#day").fill("Tomorrow, on the phone");
        presses += 2;
        sends(anna);
        assertThat(page.locator(".dumbbells svg")).isVisible();
        assertThat(page.locator(".dumbbells table")).containsText("Being understood");
        PageGate.check(anna, "/my/techniques/{id}, dumbbells");
        presses(anna, ".lead-on button");
        assertThat(page.locator("main .notice").first()).containsText("on the week now");
        anna.goes("/my");
        assertThat(page.locator("main")).containsText("Would you ask me how I am when I ring tomorrow?");
        assertThat(presses).as("presses, the typing aside").isLessThanOrEqualTo(22);
    }

    /** Grief, a letter that begins with what was left unsaid, the farewell, and the hard days, which come round. */
    private void mourns(Visitor visitor, String base, String who) {
        begun = System.nanoTime();
        Page page = visitor.page();
        says(visitor, base + "/techniques/new/grief", "who-new", who);
        says(visitor, "date", "Three weeks ago", "around", "The nurse was kind.");
        sends(visitor);
        says(visitor, "unsaid", "Thank you for the summers");
        sends(visitor);
        String grief = visitor.path();
        assertThat(page.locator("main .notice").first())
                .containsText(Pattern.compile("They may have died|do not go through this alone"));
        page.getByText("a letter to them").click();
        assertThat(page.locator("main .notice").first())
                .containsText(Pattern.compile("A letter can wait|do not write this alone"));
        assertThat(page.locator("main input[name=who]:checked")).hasCount(1);
        says(visitor, "dear", "Dear you");
        assertThat(page.locator("#tell")).hasValue("Thank you for the summers");
        sends(visitor);
        for (int step = 0; step < 4; step++) {
            sends(visitor);
        }
        String letter = visitor.path();
        assertThat(page.locator("main")).containsText("Thank you for the summers");
        says(visitor, grief + "/farewell", "farewell", "We sang, and it rained.");
        String day = DateTimeFormatter.ofPattern("d MMMM", Locale.UK)
                .format(LocalDate.now(ZoneOffset.UTC).plusDays(5));
        says(
                visitor,
                grief + "/anniversaries",
                "anniversaries",
                "Our day " + day + ", the song from the boat",
                "plan",
                "");
        assertThat(page.locator("main")).containsText("timeline each year");
        assertThat(page.locator("main")).containsText("stays here as words");
        PageGate.check(
                visitor, (base.equals("/my") ? base : "/desk/people/{id}") + "/techniques/{id}, days that come round");
        visitor.goes(base + "/timeline");
        assertThat(page.locator("main")).containsText("A day that may be hard: Our day " + day);
        if (base.equals("/my")) {
            visitor.goes("/my");
            assertThat(page.locator("main a[href='" + grief + "']", containing("A day to remember is near.")))
                    .hasCount(1);
            assertThat(page.locator("main")).not().containsText("Our day");
        }
        throwsAway(visitor, letter);
        throwsAway(visitor, grief);
    }

    /** A dispute, its last quarrel as a talk, the words tried out aloud, on the week, and how it went beside the dispute. */
    private void quarrels(Visitor visitor, String base, String who) {
        begun = System.nanoTime();
        Page page = visitor.page();
        String told = "Yesterday at the door. They said: You are too loud. I said: It is noon.";
        says(visitor, base + "/techniques/new/dispute", "who-new", who);
        says(visitor, "issue", "The noise");
        says(visitor, "mine", "A friendly word first", "theirs", "Quiet at all times");
        page.locator("input[name=stage][value=talking]").check();
        sends(visitor);
        safely(visitor);
        says(visitor, "next", "Ask when it suits them", "day", "Saturday at ten");
        String dispute = visitor.path();
        says(visitor, dispute + "/last", "last", told);
        page.getByText("look at that talk turn by turn").click();
        assertThat(page.locator("main input[name=who]:checked")).hasCount(1);
        sends(visitor);
        assertThat(page.locator("#moment")).hasValue(told);
        says(visitor, "moment", "Yesterday at the door");
        assertThat(page.locator("#they")).hasValue("You are too loud.");
        assertThat(page.locator("#mine")).hasValue("It is noon.");
        assertThat(page.locator("main .beside")).containsText(told);
        PageGate.check(
                visitor,
                (base.equals("/my") ? STEP : "/desk/people/{id}/techniques/{id}/{step}") + ", words told before");
        sends(visitor);
        safely(visitor);
        page.locator("input[name=turning][value=mine]").check();
        sends(visitor);
        says(visitor, "line", "I did not know. When would it suit you?", "other-line", "Sorry, what time is better?");
        says(visitor, "day", "Saturday at ten");
        String talk = visitor.path();
        visitor.goes(talk + "/end");
        page.locator("input[name=mood-after][value='3']").check();
        sends(visitor);
        visitor.goes(base.equals("/my") ? "/my" : base + "/week");
        assertThat(page.locator("main")).containsText("After a talk");
        visitor.goes(talk);
        page.getByText("tried out aloud").click();
        sends(visitor);
        safely(visitor);
        says(visitor, "scene", "At the door, on Saturday");
        says(visitor, "they-say", "What now?");
        assertThat(page.locator("#line")).hasValue("I did not know. When would it suit you?");
        sends(visitor);
        says(visitor, "hard", "Never.", "hard-answer", "Then I will ask again next week.");
        assertThat(page.locator("#day")).hasValue("Saturday at ten");
        page.locator("input[name=sure][value='8']").check();
        sends(visitor);
        String play = visitor.path();
        visitor.goes(dispute);
        presses(visitor, ".lead-on button");
        presses(visitor, "main .notice a[href*='/tries/']");
        page.locator("main form input[name=how]").first().check();
        page.locator("main form textarea[name=words]").fill("They said after four");
        sends(visitor);
        visitor.goes(dispute + "/outcome");
        assertThat(page.locator("#outcome")).hasValue("They said after four");
        for (String piece : List.of(play, talk, dispute)) {
            throwsAway(visitor, piece);
        }
    }

    /** Opens a step and says something in it, a field and its words after the other. */
    private void says(Visitor visitor, String... said) {
        boolean opens = said[0].startsWith("/");
        if (opens) {
            visitor.goes(said[0]);
        }
        for (int at = opens ? 1 : 0; at < said.length; at += 2) {
            visitor.page().locator("#" + said[at]).fill(said[at + 1]);
        }
        sends(visitor);
    }

    /** Says that it is safe, where that is asked. */
    private void safely(Visitor visitor) {
        if (visitor.page().url().contains("/before/")) {
            safe(visitor.page());
            sends(visitor);
        }
    }

    private static void throwsAway(Visitor visitor, String piece) {
        Page page = visitor.goes(piece).page();
        page.locator("details:has(form[action$='/removal']) summary").click();
        page.locator("form[action$='/removal'] button").click();
    }

    private void begins(Visitor anna, String technique, String who) {
        anna.goes("/my/techniques");
        presses(anna, "a[href$='/new/" + technique + "']");
        chooses(anna, who);
    }

    private void chooses(Visitor anna, String words) {
        anna.page().locator("main label.choice", containing(words)).first().click();
        presses++;
        sends(anna);
    }

    private void sends(Visitor anna) {
        presses(anna, "main form .acts button:not([name])");
    }

    private void presses(Visitor anna, String what) {
        anna.page().locator(what).first().click();
        presses++;
    }

    private void types(Page page, String field, String words) {
        tabTo(page, "#" + field);
        page.keyboard().type(words);
    }

    /** Enter on the button that goes on, and the page it leads to. */
    private void sends(Page page, String to) {
        tabTo(page, "main form .acts button:not([name])");
        page.keyboard().press("Enter");
        presses++;
        page.waitForURL(address -> address.matches(".*(" + to + ")([?#].*)?"));
    }

    /** Presses Tab until it is there, as somebody without a mouse has to. */
    private void tabTo(Page page, String selector) {
        Locator target = page.locator(selector).first();
        for (int i = 0; i < 120; i++) {
            if (Boolean.TRUE.equals(target.evaluate("it => it === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    private String figures() {
        return presses + " presses, "
                + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s";
    }

    private static Page.LocatorOptions containing(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
