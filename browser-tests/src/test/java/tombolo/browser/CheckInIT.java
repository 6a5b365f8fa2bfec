package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Morag's night: from the front page through the quiet questions to one true thing, with help close by, and nothing kept. */
@ResourceLock(Stage.SHARED)
class CheckInIT {
    private final TomboloProcess tombolo = Stage.demo();

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void theFirstQuestionIsTwoPressesFromTheFrontPage(boolean scripts) {
        try (Visitor morag = phone(scripts)) {
            begins(morag);
            assertThat(asked(morag)).hasCount(1);
            PageGate.check(morag, "/check-in, the first question");
        }
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void leadsToOneTrueThingAndAtMostThreeStepsOn(boolean scripts) {
        try (Visitor morag = phone(scripts)) {
            begins(morag);
            answers(morag, evening());
            assertThat(morag.page().locator("h1:visible")).hasText("What you said");
            assertThat(morag.page().locator(".true-thing")).isVisible();
            assertThat(morag.page().locator("blockquote")).containsText("Nobody quite hears me");
            assertThat(morag.page().locator("ol.next > li").count()).isBetween(1, 3);
            assertThat(morag.page().locator("main:visible").innerText())
                    .doesNotContainIgnoringCase("depress")
                    .doesNotContainIgnoringCase("severe");
            if (!scripts) {
                PageGate.check(morag, "/check-in, what was said");
            }
            assertThat(morag.context().cookies()).isEmpty();
        }
    }

    @ParameterizedTest(name = "answering {0} to the second question on mood")
    @ValueSource(strings = {"2", "unsaid"})
    void aHeavyOrADeclinedAnswerOpensTheRestOfTheQuestionsOnMood(String answer) {
        try (Visitor morag = phone(true)) {
            begins(morag);
            Map<String, String> answers = evening();
            answers.put("low2", answer);
            answers.remove("ending");
            answers(morag, answers);
            assertThat(asked(morag).locator("input").first()).hasAttribute("name", "low3");
        }
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void thoughtsOfEndingOnesLifeLeadToHelpBeforeAnythingElse(boolean scripts) {
        try (Visitor morag = phone(scripts)) {
            begins(morag);
            Map<String, String> answers = evening();
            answers.put("ending", "yes");
            answers(morag, answers);
            assertThat(morag.page().locator("h1:visible")).hasText("Thank you for saying so");
            assertThat(morag.page().locator("a[href='tel:999']:visible").first())
                    .isInViewport();
            assertThat(morag.page().locator("a[href='tel:116123']:visible").first())
                    .isVisible();
            assertThat(morag.page().locator(".true-thing")).isHidden();
            if (!scripts) {
                PageGate.check(morag, "/check-in, help first");
            }
        }
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void everyQuestionCanBePassedInSilence(boolean scripts) {
        try (Visitor morag = phone(scripts)) {
            begins(morag);
            while (asked(morag).locator("button[type=submit]").count() == 0) {
                onwards(morag);
            }
            asked(morag).locator("button[type=submit]").click();
            assertThat(morag.page().locator("h1:visible")).hasText("What you said");
        }
    }

    @Test
    void canBeWalkedWithTheKeyboardAlone() {
        try (Visitor morag = Visitor.onLaptop(tombolo.base())) {
            morag.goes("/check-in").page().locator("[data-on]").first().focus();
            morag.page().keyboard().press("Enter");
            assertThat(asked(morag)).hasCount(1);
            for (int question = 0; question < 20 && !told(morag); question++) {
                morag.page().keyboard().press("Tab");
                morag.page().keyboard().press("Space");
                String before = morag.page().url();
                morag.page().keyboard().press("Enter");
                morag.page().waitForCondition(() -> !morag.page().url().equals(before) || told(morag));
            }
            assertThat(morag.page().locator("h1:visible")).hasText("What you said");
        }
    }

    @Test
    void backFromWhatWasSaidFindsEveryAnswerStillThere() {
        try (Visitor morag = phone(true)) {
            begins(morag);
            answers(morag, evening());
            assertThat(morag.page().locator("h1:visible")).hasText("What you said");
            morag.page().goBack();
            assertThat(asked(morag)).hasCount(1);
            assertThat(morag.page().locator("input[type=radio][name=lonely1][value='3']"))
                    .isChecked();
        }
    }

    @Test
    void whatWasSaidGoesOntoPaperWithOnePress() {
        try (Visitor morag = phone(true)) {
            morag.page().addInitScript("window.print = () => { document.documentElement.dataset.printed = 'yes'; }");
            begins(morag);
            answers(morag, evening());
            morag.page().locator("button[data-print]").click();
            assertThat(morag.page().locator("html")).hasAttribute("data-printed", "yes");
            morag.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(morag.page().locator("main:visible")).containsText("Nobody quite hears me");
            assertThat(morag.page().locator(".true-thing")).isVisible();
            assertThat(morag.page().locator("button:visible, nav:visible, .leave:visible"))
                    .hasCount(0);
        }
        try (Visitor morag = phone(false)) {
            begins(morag);
            answers(morag, evening());
            assertThat(morag.page().locator("button[data-print]")).isHidden();
        }
    }

    @Test
    void theFewPlacesOfThePublicPagesStandOnOneLineOfAPhone() {
        try (Visitor morag = phone(true)) {
            for (String page : List.of("/", "/how-it-helps", "/reach-out")) {
                morag.goes(page);
                assertThat(morag.page().locator("header nav li").all().stream()
                                .map(place -> place.boundingBox().y)
                                .distinct())
                        .as("lines of the menu on " + page)
                        .hasSize(1);
            }
        }
    }

    @Test
    void withoutScriptsTheAnswersCanStillBeChanged() {
        try (Visitor morag = phone(false)) {
            begins(morag);
            answers(morag, evening());
            morag.page().locator("button[name=change]").click();
            assertThat(morag.page().locator("input[type=radio][name=lonely1][value='3']"))
                    .isChecked();
            PageGate.check(morag, "/check-in, once more");
        }
    }

    @Test
    void nothingOfItIsKeptAnywhere() throws Exception {
        try (Cluster database = Cluster.of(tombolo);
                Visitor morag = phone(true)) {
            morag.goes("/");
            Map<String, Long> before = database.counts();
            begins(morag);
            answers(morag, evening());
            assertThat(morag.page().locator("h1:visible")).hasText("What you said");
            assertThat(database.counts()).isEqualTo(before);
            assertThat(morag.page().evaluate("""
                    async () => JSON.stringify([localStorage.length, sessionStorage.length,
                      (await indexedDB.databases()).length, document.cookie])
                    """)).isEqualTo("[0,0,0,\"\"]");
            assertThat(morag.context().cookies()).isEmpty();
        }
    }

    private Visitor phone(boolean scripts) {
        return scripts ? Visitor.onPhone(tombolo.base()) : Visitor.onPhoneWithoutScripts(tombolo.base());
    }

    /** What Morag would say on an ordinary bad evening. */
    private static Map<String, String> evening() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("signs", "heard");
        answers.put("apart1", "3");
        answers.put("apart2", "2");
        answers.put("apart3", "2");
        answers.put("lonely1", "3");
        answers.put("low1", "0");
        answers.put("low2", "0");
        answers.put("ending", "no");
        return answers;
    }

    private static void begins(Visitor morag) {
        morag.goes("/");
        morag.page().locator("a.btn[href^='/check-in']").click();
        morag.page().locator(".begin a").click();
    }

    private static void answers(Visitor morag, Map<String, String> answers) {
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            Locator choice =
                    morag.page().locator("input[name='" + answer.getKey() + "'][value='" + answer.getValue() + "']");
            assertThat(choice).isVisible();
            choice.check();
            onwards(morag);
        }
    }

    private static void onwards(Visitor morag) {
        asked(morag).locator("a.btn:not(.quiet):visible, button[type=submit]").click();
    }

    /** The one question in view. */
    private static Locator asked(Visitor morag) {
        return morag.page().locator("section.step:visible:has(fieldset)");
    }

    private static boolean told(Visitor morag) {
        return List.of("What you said", "Thank you for saying so")
                .contains(morag.page().locator("h1:visible").innerText());
    }
}
