package tombolo.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tombolo.accounts.Secret;
import tombolo.accounts.TestBrowser;
import tombolo.database.CurrentPractice;
import tombolo.database.PracticeRegistry;

/** The first start: no account, one token, one practice, and after that no such page. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tombolo.set-up-tests=a database of their own, because they need an empty one")
class SetUpModuleTests {
    private static final Map<String, String> LOCHSIDE = Map.of(
            "practice", "Lochside Therapy",
            "name", "Ishbel",
            "address", "ishbel@lochside.example",
            "zone", "Europe/London",
            "word", "Client");

    private final SetUp setUp;
    private final Practices practices;
    private final PracticeRegistry registry;

    @LocalServerPort
    private int port;

    SetUpModuleTests(SetUp setUp, Practices practices, PracticeRegistry registry) {
        this.setUp = setUp;
        this.practices = practices;
        this.registry = registry;
    }

    @AfterEach
    void noTokenIsLeftOver() {
        setUp.withdraw();
    }

    private static Map<String, String> with(Secret token) {
        Map<String, String> fields = new java.util.HashMap<>(LOCHSIDE);
        fields.put("token", token.text());
        return fields;
    }

    @Test
    void theTokenSetsUpOnePracticeOnce() {
        TestBrowser browser = new TestBrowser(port, "localhost");
        assertThat(browser.get("/set-up").statusCode()).isEqualTo(404);
        assertThat(browser.post("/set-up", LOCHSIDE).statusCode()).isEqualTo(404);
        assertThat(setUp.isNeeded()).isTrue();

        Secret token = setUp.issue();
        assertThat(browser.get("/set-up").statusCode()).isEqualTo(200);
        assertThat(browser.post("/set-up", with(Secret.fresh())).statusCode()).isEqualTo(422);
        HttpResponse<String> begun = browser.post("/set-up", with(token));
        assertThat(TestBrowser.location(begun)).isEqualTo("/desk/first-steps");
        assertThat(browser.get("/desk/first-steps").statusCode()).isEqualTo(200);

        TestBrowser second = new TestBrowser(port, "localhost");
        HttpResponse<String> never = second.get("/never-was-there");
        assertThat(second.get("/set-up").body()).isEqualTo(never.body());
        assertThat(second.post("/set-up", with(token)).statusCode()).isEqualTo(404);
        assertThat(registry.all()).hasSize(1);
        CurrentPractice.within(registry.all().getFirst(), () -> {
            Practice practice = practices.current();
            assertThat(practice.name()).isEqualTo("Lochside Therapy");
            assertThat(practice.word()).isEqualTo("client");
            assertThat(practice.answerDays()).isEqualTo(3);
        });

        assertThat(setUp.isNeeded())
                .as("as long as nobody has finished choosing how to sign in")
                .isTrue();
        TestBrowser again = new TestBrowser(port, "localhost");
        assertThat(TestBrowser.location(again.post("/set-up", with(setUp.issue()))))
                .isEqualTo("/desk/first-steps");
        assertThat(registry.all()).hasSize(1);
        assertThat(browser.get("/desk/first-steps").statusCode())
                .as("the first half-made account is closed")
                .isEqualTo(302);

        again.get("/desk/first-steps");
        again.post(
                "/desk/first-steps/password",
                Map.of("password", "two herons and a tide", "again", "two herons and a tide"));
        assertThat(again.open(
                                "/desk/first-steps",
                                "/desk/first-steps/password",
                                Map.of("password", "Lochside Therapy 1", "again", "Lochside Therapy 1"))
                        .statusCode())
                .as("the practice's name is no password")
                .isEqualTo(422);
    }
}
