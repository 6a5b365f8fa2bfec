package tombolo.measures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.instruments.Answers;
import tombolo.measures.Questionnaires;
import tombolo.measures.Responses;
import tombolo.measures.Series;
import tombolo.measures.Way;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;

/** What asks a therapist to look again, and what they say they will do, as a browser without scripts sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LookAgainControllerTests {
    private static final String ASKS = "Gentian said it at the door";
    private static final Pattern FORM = Pattern.compile("look-again/([0-9a-f-]{36})\"");

    private final TestHouse house;
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final ProgrammeTime time;
    private final Person anna;
    private final String page;

    @LocalServerPort
    private int port;

    LookAgainControllerTests(
            ApplicationContext context,
            Series series,
            Questionnaires questionnaires,
            Responses responses,
            ProgrammeTime time) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.time = time;
        this.anna = house.known("Anna", house.ishbel());
        this.page = "/desk/people/" + anna.id() + "/look-again";
        house.within(() -> {
            series.begin(anna.id(), UUID.randomUUID(), 16);
            return "";
        });
        Instant begin = time.now().minus(Duration.ofDays(14));
        answered(begin, questionnaires.get("phq-9").scoredAnswers(1, 1, 1, 1, 1, 1, 1, 1, 0));
        answered(begin.plus(Duration.ofDays(7)), questionnaires.get("phq-9").scoredAnswers(2, 2, 2, 2, 2, 2, 2, 2, 0));
    }

    private void answered(Instant taken, Answers answers) {
        answered(taken, 1, answers);
    }

    private void answered(Instant taken, int session, Answers answers) {
        house.within(() -> responses
                .visibleTo(house.ishbel().viewer())
                .keep(
                        anna.id(),
                        List.of(answers),
                        Way.PAPER,
                        UUID.randomUUID(),
                        Optional.of(session),
                        taken,
                        Optional.empty()));
    }

    private TestBrowser as(Account account) {
        return house.browser(port, account);
    }

    private static Map<String, String> form(String... fields) {
        Map<String, String> all =
                new HashMap<>(Map.of("_idem", UUID.randomUUID().toString()));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return all;
    }

    private static String alert(String body) {
        Matcher found = FORM.matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }

    @Test
    void aRiseIsSaidInFiguresAndWhatWillBeDoneStandsThereWithWhoSaidIt() {
        TestBrowser ishbel = as(house.ishbel());
        String open = ishbel.get(page).body();
        assertThat(open).contains("Low mood (PHQ-9): risen from 8 at the start to 16. That is more than chance.");
        assertThat(ishbel.get("/desk").body()).contains(page);
        String alert = alert(open);
        Map<String, String> form = form("action-" + alert, "SUPPORTS", "words-" + alert, ASKS);
        for (int press = 0; press < 2; press++) {
            assertThat(ishbel.post(page + "/" + alert, form).statusCode()).isEqualTo(302);
        }
        assertThat(ishbel.get(page).body())
                .contains("Nothing asks you to look again.", "Ishbel", "Bring in other people", ASKS)
                .doesNotContain("name=\"action-");
        assertThat(ishbel.get("/desk").body()).doesNotContain(page);
        assertThat(house.rows("alert")).contains("SUPPORTS").doesNotContain("Gentian", TestHouse.hex("Gentian"));
    }

    @Test
    void whatNoRuleWatchesIsSaidAndItsCurveIsBroughtUpForAHuman() {
        Instant begin = time.now().minus(Duration.ofDays(6));
        for (int session = 1; session <= 6; session++) {
            Answers low = questionnaires.get("phq-8").scoredAnswers(2, 2, 2, 2, 2, 2, 2, session < 6 ? 1 : 3);
            answered(begin.plus(Duration.ofDays(session - 1)), session, low);
        }
        TestBrowser ishbel = as(house.ishbel());
        assertThat(ishbel.get(page).body())
                .contains(
                        "No rule looks for a rise in the PHQ-8, or for no fall",
                        "What is watched instead is the GAD-7",
                        "Low mood (PHQ-8): 15 at the start, 17 at session 6. Nobody has published how big a change in it must be");
        String chart = "/desk/people/" + anna.id() + "/progress";
        assertThat(ishbel.get(chart + "?measure=phq-8").body()).contains("No rule looks for a rise in the PHQ-8");
        assertThat(ishbel.get(chart + "?measure=phq-9").body()).doesNotContain("PHQ-8, or for no fall");
    }

    @Test
    void withoutAChoiceNothingIsKeptAndWhatWasTypedStays() {
        TestBrowser ishbel = as(house.ishbel());
        String alert = alert(ishbel.get(page).body());
        for (String action : List.of("", "FORGET_IT")) {
            HttpResponse<String> refused =
                    ishbel.post(page + "/" + alert, form("action-" + alert, action, "words-" + alert, ASKS));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Choose one.", ASKS, "href=\"#action-" + alert);
        }
        String tooMuch = "x".repeat(2001);
        HttpResponse<String> refused =
                ishbel.post(page + "/" + alert, form("action-" + alert, "RISK", "words-" + alert, tooMuch));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("longer than 2,000 letters", tooMuch);
        assertThat(alert(ishbel.get(page).body())).as("it is still open").isEqualTo(alert);
    }

    @Test
    void whatIsDecidedStandsAndNobodyElseDecides() {
        String alert = alert(as(house.ishbel()).get(page).body());
        for (Account other : List.of(house.idris(), house.priya())) {
            TestBrowser browser = as(other);
            assertThat(browser.get("/desk").body()).doesNotContain(page);
            assertThat(browser.get(page).statusCode()).isEqualTo(404);
            assertThat(browser.post(page + "/" + alert, form("action-" + alert, "FOCUS"))
                            .statusCode())
                    .isEqualTo(404);
        }
        TestBrowser ishbel = as(house.ishbel());
        ishbel.get(page);
        String nowhere = UUID.randomUUID().toString();
        assertThat(ishbel.post(page + "/" + nowhere, form("action-" + nowhere, "FOCUS"))
                        .statusCode())
                .as("one that is not there")
                .isEqualTo(404);
        ishbel.post(page + "/" + alert, form("action-" + alert, "FOCUS"));
        ishbel.post(page + "/" + alert, form("action-" + alert, "STEP_UP"));
        assertThat(ishbel.get(page).body())
                .as("what was said first is what is known of that day")
                .contains("Look at the focus again")
                .doesNotContain("Medication, or another kind of help");
    }
}
