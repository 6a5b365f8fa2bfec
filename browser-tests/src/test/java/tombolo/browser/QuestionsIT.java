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
