package tombolo.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.people.TestHouse;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;

/** A person's own pages about who sees them: what is told is what is so. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, TestHouse.Ready.class})
class MyControllerTests {
    private final ApplicationContext context;
    private final TestHouse house;
    private final List<PartOfRecord> parts;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final AuditChain audit;

    @LocalServerPort
    private int port;

    private PersonId sam;
    private TestBrowser browser;

    MyControllerTests(
            ApplicationContext context, List<PartOfRecord> parts, Texts texts, JdbcClient jdbc, AuditChain audit) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.parts = parts;
        this.texts = texts;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @BeforeEach
    void samCameIn() {
        sam = house.known("Sam", house.ishbel()).id();
        browser = house.visitor(port);
        browser.post(house.invite(sam, house.ishbel()), Map.of("agree", "RECORD"));
        Map<String, String> key =
                Map.of("address", "sam", "password", "two herons and a tide", "again", "two herons and a tide");
        browser.open("/my/first-steps", "/my/first-steps/password", key);
        browser.open("/my/first-steps", "/my/first-steps/phrase", Map.of("act", "later"));
        browser.open("/my/first-steps", "/my/first-steps/sheet", Map.of());
        browser.post("/my/first-steps/finish", Map.of());
    }

    @Test
    void whatMyTherapistSeesIsReadFromTheRuleItself() {
        String page = browser.get("/my/what-my-therapist-sees").body();
        String forIshbel = between(page, "Ishbel can open", "Whoever runs the practice can open");
        String forPriya = between(page, "Whoever runs the practice can open", "Everyone else");
        assertThat(parts).isNotEmpty();
        for (PartOfRecord part : parts) {
            String title = "<strong>" + said(part.title());
            assertThat(forIshbel.contains(said(part.title())))
                    .as(title)
                    .isEqualTo(part.openTo().contains(Eyes.THERAPIST));
            assertThat(forPriya.contains(said(part.title())))
                    .as(title)
                    .isEqualTo(part.openTo().contains(Eyes.MANAGER));
        }
        assertThat(page)
                .contains("Other therapists here can open nothing of yours")
                .doesNotContain("Idris can open");
    }

    @Test
    void whatIsSaidOfEachIsWhatEachCanOpen() {
        for (PartOfRecord part : parts) {
            house.within(() -> part.pageForStaff(sam)).ifPresent(path -> {
                assertThat(status(house.ishbel(), path))
                        .as("Ishbel %s", part.name())
                        .isEqualTo(part.openTo().contains(Eyes.THERAPIST) ? 200 : 404);
                assertThat(status(house.priya(), path))
                        .as("Priya %s", part.name())
                        .isEqualTo(part.openTo().contains(Eyes.MANAGER) ? 200 : 404);
                assertThat(status(house.idris(), path))
                        .as("Idris %s", part.name())
                        .isEqualTo(404);
            });
        }
    }

    @Test
    void whoHasLookedNamesThemTheDayAndThePartAndLeavesOutOneself() {
        assertThat(browser.get("/my/who-has-looked").body()).contains("Nobody has looked yet.");
        house.browser(port, house.ishbel()).get("/desk/people/" + sam.value());
        house.browser(port, house.ishbel()).get("/desk/people/" + sam.value());
        house.browser(port, house.idris()).get("/desk/people/" + sam.value());
        browser.get("/my");
        String page = onceItTellsOf("Idris");
        assertThat(page)
                .contains("Ishbel", "Opened: Your name and how to reach you", "2 times that day")
                .contains("Idris", "Tried to open it, and could not");
        assertThat(between(page, "<tbody>", "</tbody>")).doesNotContain("Sam");
    }

    @Test
    void somebodyElseWhoCameForThemselfAndTriedToLookDoesNotTakeThePageAway() {
        PersonId nell = house.known("Nell", house.ishbel()).id();
        Account hers = house.practice().person(nell, "nell");
        house.within(() -> {
            audit.record(hers.viewer(), Act.DENIED, sam, "person");
            return nell;
        });
        assertThat(onceItTellsOf("Tried to open it, and could not")).doesNotContain("Nell");
    }

    @Test
    void anotherPersonSeesNothingOfThis() {
        PersonId anna = house.known("Anna", house.ishbel()).id();
        Account hers = house.practice().person(anna, "anna");
        TestBrowser annas = house.browser(port, hers);
        house.browser(port, house.idris()).get("/desk/people/" + sam.value());
        assertThat(annas.get("/my/who-has-looked").body()).doesNotContain("Idris");
        assertThat(annas.get("/my/what-my-therapist-sees").body()).contains("Ishbel can open");
        assertThat(house.browser(port, house.ishbel()).get("/my").statusCode()).isEqualTo(302);
    }

    @Test
    void consentIsGivenAndTakenBackOneByOne() {
        assertThat(browser.get("/my/what-my-therapist-sees").body()).contains("You did not agree to your work");
        browser.open("/my/consents", "/my/consents/SUPERVISION", Map.of());
        assertThat(browser.get("/my/what-my-therapist-sees").body()).contains("You agreed that your work");
        browser.open("/my/consents", "/my/consents/SUPERVISION/withdrawal", Map.of());
        assertThat(browser.get("/my/what-my-therapist-sees").body()).contains("You did not agree to your work");
        browser.open("/my/consents", "/my/consents/RECORD/withdrawal", Map.of());
        assertThat(house.browser(port, house.ishbel()).get("/desk").body())
                .contains("Consent taken back", "Sam")
                .as("the desk is told, for somebody has to talk with them");
        browser.open("/my/consents", "/my/consents/CARE", Map.of());
        browser.open("/my/consents", "/my/consents/CARE/withdrawal", Map.of());
        assertThat(house.browser(port, house.ishbel()).get("/desk").body()).contains("this therapy, since");
        assertThat(browser.post("/my/consents/EVERYTHING", Map.of()).statusCode())
                .isIn(400, 404);
    }

    @Test
    void whatAConsentLeadsToHereIsToldAsItIs() {
        assertThat(browser.get("/my/consents").body())
                .contains("No such figures are made here yet", "No letter is sent from these pages")
                .contains("Nothing is recorded by these pages", "no message is sent to you");
    }

    @Test
    void whoeverAgreedToOtherWordsIsAskedToReadThemAgain() {
        assertThat(browser.get("/my/consents").body()).doesNotContain("The words have changed");
        house.within(() -> jdbc.sql("update consent set text_version = 99 where practice_id = :p and person_id = :id")
                .param("p", house.practice().id().value())
                .param("id", sam.value())
                .update());
        assertThat(browser.get("/my/consents").body()).contains("The words have changed", "Agree to these words");
        browser.post("/my/consents/RECORD", Map.of());
        assertThat(browser.get("/my/consents").body()).doesNotContain("The words have changed");
        assertThat(house.rows("consent").split("\n")).hasSize(2);
        assertThat(house.browser(port, house.ishbel()).get("/desk").body())
                .as("agreeing anew is no taking back")
                .doesNotContain("Consent taken back");
    }

    /** What was refused is written down by the way, so it may take a moment. */
    private String onceItTellsOf(String who) {
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String page = browser.get("/my/who-has-looked").body();
        while (!page.contains(who) && System.nanoTime() < patience) {
            Thread.onSpinWait();
            page = browser.get("/my/who-has-looked").body();
        }
        return page;
    }

    /** A part may open on the page where it begins. */
    private int status(Account who, String path) {
        HttpResponse<String> answer = house.browser(port, who).get(path);
        String elsewhere =
                URI.create(answer.headers().firstValue("location").orElse("")).getPath();
        return elsewhere.startsWith("/desk/people/" + sam.value() + "/")
                ? house.browser(port, who).get(elsewhere).statusCode()
                : answer.statusCode();
    }

    private String said(String key) {
        return texts.say(Language.ENGLISH, key).replace("'", "&#39;");
    }

    private static String between(String page, String from, String to) {
        return page.substring(page.indexOf(from), page.indexOf(to, page.indexOf(from)));
    }
}
