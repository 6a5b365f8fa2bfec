package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Morag's whole way: a check-in at night, a letter, a named human's answer, coming in, and the circles they then both see. */
@ResourceLock(Stage.SHARED)
class FirstNightIT {
    private static final String PASSWORD = "rowan thirteen harbour lantern";

    private final TomboloProcess tombolo = Stage.demo();

    @ParameterizedTest(name = "scripts {0}")
    @CsvSource({"true, Morag M, morag.one@example.org", "false, Morag N, morag.two@example.org"})
    void leadsFromTheFrontPageToTheCirclesTheyBothSee(boolean scripts, String name, String address) {
        try (Visitor morag = phone(scripts);
                Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            checksIn(morag);
            reachesOut(morag, name);
            String link = isAnswered(ishbel, name);
            comesIn(morag, link, address);
            laysOutHerCircles(morag);
            ishbel.goes("/desk/people")
                    .page()
                    .locator("main a[href^='/desk/people/']", hasText(name))
                    .first()
                    .click();
            ishbel.page().locator("main a", hasText("Circles")).first().click();
            assertThat(ishbel.page().locator("main")).containsText("My old deputy");
            assertThat(ishbel.page().locator("main")).containsText("The dog walkers");
            morag.goes("/my/who-has-looked");
            assertThat(morag.page().locator("main")).containsText("Ishbel");
        }
    }

    private static void checksIn(Visitor morag) {
        morag.goes("/").page().locator("a.btn[href^='/check-in']").click();
        morag.page().locator(".begin a").click();
        Locator step = morag.page().locator("section.step:visible:has(fieldset)");
        step.locator("input[name=signs][value=heard]").check();
        while (step.locator("button[type=submit]").count() == 0) {
            step.locator("a.btn:not(.quiet):visible").click();
        }
        step.locator("button[type=submit]").click();
        assertThat(morag.page().locator("h1:visible")).hasText("What you said");
    }

    /** What she marked goes along because she pressed for it, and she sees it before it is sent. */
    private static void reachesOut(Visitor morag, String name) {
        morag.page().locator("form.along button").click();
        assertThat(morag.page().locator("#marked")).hasValue(Pattern.compile("hears me"));
        morag.page().locator("#name").fill(name);
        morag.page().locator("input[name=way][value=PHONE]").check();
        morag.page().locator("#phone").fill("07700 900456");
        morag.page().locator("input[name=safe][value=VOICE_MESSAGE]").check();
        morag.page()
                .locator("#words")
                .fill("I stopped teaching. The evenings are long, and I do not know whom to ring.");
        morag.page().locator("main form button.btn[type=submit]").click();
        assertThat(morag.page().locator("dl.answers")).containsText("The evenings are long");
        morag.page().locator("main form button.btn[type=submit]").click();
        assertThat(morag.page().locator("h1")).containsText("Ishbel");
        assertThat(morag.page().locator("main")).containsText("by");
    }

    /** A reply is written down, and the link is made to be sent by the way that is safe. */
    private static String isAnswered(Visitor ishbel, String name) {
        ishbel.goes("/desk/enquiries").page().locator("a.who", hasText(name)).click();
        ishbel.page().locator("form.take button").click();
        assertThat(ishbel.page().locator("blockquote").first()).containsText("whom to ring");
        assertThat(ishbel.page().locator("blockquote").last()).containsText("hears me");
        ishbel.page().locator("input[name=how]").first().check();
        ishbel.page().locator("input[name=reached][value=yes]").check();
        ishbel.page().locator("#said").fill("We spoke for ten minutes. She would like to begin.");
        ishbel.page().locator("form[action$='/replies'] button.btn").click();
        assertThat(ishbel.page().locator("ol.rows")).containsText("She would like to begin");
        ishbel.page().locator("form[action$='/invitation'] button").click();
        return URI.create(ishbel.page().locator("#link").inputValue()).getPath();
    }

    private static void comesIn(Visitor morag, String link, String address) {
        morag.goes(link);
        assertThat(morag.page().locator("main")).containsText("Ishbel");
        morag.page().locator("#agree").check();
        morag.page().locator("main form button.btn").click();
        morag.page().locator("#address").fill(address);
        morag.page().locator("#password").fill(PASSWORD);
        morag.page().locator("#again").fill(PASSWORD);
        morag.page().locator("form[action$='/password'] button").click();
        morag.page().locator("#phrase").fill("the kettle on the blue stove");
        morag.page().locator("form[action$='/phrase'] button").first().click();
        morag.page().locator("form[action$='/sheet'] button").click();
        assertThat(morag.page().locator("ol.codes li")).not().hasCount(0);
        morag.page().locator("form[action$='/finish'] button").click();
        assertThat(morag.path()).startsWith("/my");
    }

    private static void laysOutHerCircles(Visitor morag) {
        Page page = morag.goes("/my/circles").page();
        if (!page.locator("#names").isVisible()) {
            page.locator("summary", hasText("Add people")).click();
        }
        page.locator("#names").fill("My old deputy\nThe dog walkers");
        page.locator("#place").selectOption("further-out");
        page.locator("form.adding button.btn").click();
        assertThat(page.locator("main")).containsText("My old deputy");
        page.locator("button[id^=closer]").first().click();
        assertThat(page.locator("main")).containsText("The dog walkers");
    }

    private Visitor phone(boolean scripts) {
        return scripts ? Visitor.onPhone(tombolo.base()) : Visitor.onPhoneWithoutScripts(tombolo.base());
    }

    private static Page.LocatorOptions hasText(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}
