package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Questions before a session, on a phone without scripts: from one's own pages, by a link, and as staff type them in. */
@ResourceLock(Stage.SHARED)
class QuestionsIT {
    private static final String WORD = "Heron 7";

    private final TomboloProcess tombolo = Stage.demo();

    @Test
    void areAnsweredFromOnesOwnPagesAndThankedFor() {
        try (Visitor anna = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Anna")) {
            anna.goes("/my/questions").page().locator("main .tasks a").first().click();
            Locator questions = anna.page().locator("section.sheet fieldset");
            for (int i = 0; i < questions.count(); i++) {
                questions.nth(i).locator("input").first().check();
            }
            anna.page().locator("main form button.btn").click();
            PageGate.check(anna, "/my/questions/{asking}/thanks");
            anna.goes("/my/progress");
            assertThat(anna.page().locator(".score svg")).isVisible();
        }
    }

    @Test
    void aLinkLeadsToADoorThatTellsNothing() {
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel");
                Visitor somebody = Visitor.onPhoneWithoutScripts(tombolo.base())) {
            questionsOf(ishbel, "Ravi");
            ishbel.page().locator("form[action$='/link'] button").first().click();
            PageGate.check(ishbel, "a link to questions");
            somebody.goes(
                    URI.create(ishbel.page().locator("main .words").innerText().strip())
                            .getPath());
            PageGate.check(somebody, "/q/{token}");
            assertThat(somebody.page().locator("main")).not().containsText("Ravi");
            somebody.page().locator("#word").fill("not the word");
            somebody.page().locator("main form button.btn").click();
            PageGate.check(somebody, "/q/{token}, another word");
            somebody.goes("/q/" + "A".repeat(43));
            PageGate.check(somebody, "/q/{token}, closed");
        }
    }

    /** From the answer behind a link, on a phone without scripts, to help, to somebody who has it, and to its end. */
    @Test
    void anAnswerThatAHumanMustHearIsHeardFromTheLinkToItsEnd() {
        String questions;
        try (Visitor ravi = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Ravi")) {
            ravi.goes("/my/questions/word").page().locator("#word").fill(WORD);
            ravi.page().locator("#again").fill(WORD);
            ravi.page().locator("main form button.btn").click();
        }
        try (Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel")) {
            questionsOf(ishbel, "Ravi");
            ishbel.page().locator("form[action$='/link'] button").first().click();
            questions = URI.create(
                            ishbel.page().locator("main .words").innerText().strip())
                    .getPath();
        }
        try (Visitor somebody = Visitor.onPhoneWithoutScripts(tombolo.base())) {
            Page page = somebody.goes(questions).page();
            page.locator("#word").fill(WORD);
            page.locator("main form button.btn").click();
            Locator asked = page.locator("section.sheet fieldset");
            for (int i = 0; i < asked.count(); i++) {
                asked.nth(i).locator("input").nth(1).check();
            }
            page.locator("main form button.btn").click();
            assertThat(page.locator("main")).not().containsText("of 27");
            assertThat(page.locator("main button[name=safe]")).hasCount(2);
            PageGate.check(somebody, "/q/{token}/answers, help first");
            page.locator("main button[name=safe][value=no]").click();
            assertThat(page.locator(".emergency .call-now")).isVisible();
            PageGate.check(somebody, "/q/{token}/safe, not safe");
        }
        try (Visitor ravi = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Ravi")) {
            ravi.goes("/my/passed-on");
            assertThat(ravi.page().locator("main .notice")).containsText("Ishbel");
            PageGate.check(ravi, "/my/passed-on, told");
        }
        try (Visitor ishbel = Visitor.onLaptopWithoutScripts(tombolo.base()).is("Ishbel")) {
            Page page = ishbel.goes("/desk/concerns").page();
            page.locator("main a[href*='/desk/concerns/']", new Page.LocatorOptions().setHasText("Ravi"))
                    .first()
                    .click();
            String concern = ishbel.path();
            assertThat(page.locator("main")).containsText("safe right now, they said no");
            PageGate.check(ishbel, "/desk/concerns/{id}, not safe");
            page.locator("form[action$='/taking'] button").click();
            ishbel.goes(concern);
            page.locator("input[name=action][value=SPOKE]").check();
            page.locator("#words").fill("We spoke for an hour. His brother stays the night.");
            page.locator("button[name=close]").click();
            ishbel.goes(concern);
            assertThat(page.locator("main")).containsText("His brother stays the night.");
            assertThat(page.locator("input[name=action]")).hasCount(0);
        }
    }

    @Test
    void staffTypeInWhatWasAnsweredOnPaper() {
        try (Visitor ishbel = Visitor.onLaptopWithoutScripts(tombolo.base()).is("Ishbel")) {
            questionsOf(ishbel, "Ravi");
            ishbel.page().locator("input[name=measure][value='gad-7']").check();
            ishbel.page().locator("input[name=way][value=paper]").check();
            ishbel.page().locator("main form button.btn").first().click();
            assertThat(ishbel.page().locator("section.sheet fieldset").first()).isVisible();
            PageGate.check(ishbel, "/desk/people/{person}/answers");
        }
    }

    private static void questionsOf(Visitor ishbel, String who) {
        ishbel.goes("/desk")
                .page()
                .locator("main a[href^='/desk/people/']", new Page.LocatorOptions().setHasText(who))
                .first()
                .click();
        String person = ishbel.path().replaceAll("(/desk/people/[0-9a-f-]{36}).*", "$1");
        ishbel.goes(person + "/questions");
    }
}
