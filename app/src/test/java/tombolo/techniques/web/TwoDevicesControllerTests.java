package tombolo.techniques.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.database.CountedStatements;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.TestCircles;
import tombolo.people.TestHouse;
import tombolo.vault.PersonId;

/** The same step kept on two devices, and a step somebody goes back to: nothing is lost, and nothing stands where it was not said. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, CountedStatements.class})
class TwoDevicesControllerTests {
    private static final String BASE = "/my/techniques";

    private final ApplicationContext context;

    @LocalServerPort
    private int port;

    private PersonId anna;
    private RelationshipId dan;
    private RelationshipId isla;
    private TestBrowser mine = new TestBrowser(0, "");
    private TestBrowser desk = mine;

    TwoDevicesControllerTests(ApplicationContext context) {
        this.context = context;
    }

    @BeforeEach
    void annaDanAndIsla() {
        TestHouse house = new TestHouse(context, "Lochside Practice", Optional.empty());
        anna = house.known("Anna", house.ishbel()).id();
        var hers = house.practice().person(anna, "anna");
        dan = TestCircles.close(context, house, hers, "Dan");
        isla = TestCircles.close(context, house, hers, "Isla");
        mine = house.browser(port, hers);
        desk = house.browser(port, house.ishbel());
    }

    @Test
    void whatWasChosenAndHowMuchStandsBesideWhatIsThereInWords() {
        String piece = begin("needs", Map.of("who", dan.value().toString()));
        mine.open(piece + "/need", piece + "/need", Map.of("seen", "0", "need", "support"));
        HttpResponse<String> gap = late(
                piece,
                "gap",
                Map.of("seen", "1", "now", "1", "wanted", "3", "aloud", "no"),
                Map.of("seen", "1", "now", "0", "wanted", "3", "aloud", "partly"));
        assertThat(versions(gap, "How much is there now?")).contains("0").contains("1");
        assertThat(versions(gap, "Have you said it aloud to them?")).contains("In part, or with a hint", "No");
        assertThat(gap.body()).as("what is the same is not there twice").doesNotContain("How much do you wish for?");
        HttpResponse<String> whom = late(
                piece, "who", Map.of("seen", "2", "who", isla.value().toString()), Map.of("seen", "2", "who", "me"));
        assertThat(versions(whom, "Choose one person")).contains("Isla", "Myself");
    }

    @Test
    void theNumbersOfAGridStandBesideThoseThatAreThere() {
        String piece = begin("needs", Map.of("who", dan.value().toString()));
        HttpResponse<String> all = late(
                piece,
                "all",
                Map.of("seen", "0", "all-belonging-now", "1", "all-belonging-wanted", "4"),
                Map.of("seen", "0", "all-intimacy-now", "2"));
        assertThat(all.statusCode()).isEqualTo(409);
        assertThat(all.body()).contains("Closeness: Now 2</p>");
        assertThat(all.body()).contains("Belonging: Now 1, Wished for 4</p>");
    }

    @Test
    void marksStandBesideThoseThatAreThereAndWhereThereAreNoneItIsSaid() {
        String piece = begin("communication", Map.of("who", dan.value().toString()));
        mine.open(piece + "/before/going-on", piece + "/before/going-on", Map.of("safety", "SAFE"));
        HttpResponse<String> patterns = late(
                piece, "patterns", Map.of("seen", "0", "patterns", "hinted"), Map.of("seen", "0", "helps", "asked"));
        assertThat(patterns.body()).contains("I hinted", "Nothing yet");
        mine.open(piece + "/turning", piece + "/turning", Map.of("seen", "1", "turning", "mine"));
        HttpResponse<String> turns = late(
                piece,
                "exchange",
                Map.of("seen", "2", "exchange-1-who", "me", "exchange-1-said", "You are late", "exchange-turning", "1"),
                Map.of("seen", "2", "exchange-1-who", "them", "exchange-1-said", "I am home"));
        assertThat(turns.body()).contains("Turn 1 (It could have gone another way here)", "You are late", "I am home");
    }

    @Test
    void numbersAreShownUnderTheNeedTheyWereSaidOf() {
        String piece = begin("needs", Map.of("who", dan.value().toString()));
        mine.open(piece + "/need", piece + "/need", Map.of("seen", "0", "need", "support"));
        mine.open(piece + "/gap", piece + "/gap", Map.of("seen", "1", "now", "1", "wanted", "3", "aloud", "no"));
        assertThat(TestBrowser.location(
                        mine.open(piece + "/need", piece + "/need", Map.of("seen", "2", "need", "belonging"))))
                .isEqualTo(piece + "/gap");
        assertThat(mine.get(piece + "/gap").body()).as("asked anew").doesNotContain("checked");
        String page = mine.get(piece).body();
        assertThat(page).contains("This is half done");
        assertThat(page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>")))
                .contains("Support")
                .doesNotContain("Belonging");
    }

    /** The first is kept, the second comes too late. */
    private HttpResponse<String> late(
            String piece, String step, Map<String, String> first, Map<String, String> second) {
        String theirs = "/desk/people/" + anna + "/techniques" + piece.replace(BASE, "");
        mine.get(piece + "/" + step);
        desk.open(theirs + "/" + step, theirs + "/" + step, first);
        return mine.post(piece + "/" + step, second);
    }

    private static String versions(HttpResponse<String> conflict, String question) {
        assertThat(conflict.statusCode()).isEqualTo(409);
        String page = conflict.body();
        int at = page.indexOf(question);
        assertThat(at).as(question).isPositive();
        return page.substring(at, page.indexOf("</section>", at));
    }

    private String begin(String technique, Map<String, String> first) {
        return TestBrowser.location(mine.open(BASE + "/new/" + technique, BASE + "/new/" + technique, first))
                .replaceAll("(/techniques/[^/]+).*", "$1");
    }
}
