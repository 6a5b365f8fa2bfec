package tombolo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Coming in with a password, and what the cookie is worth: in its own area, while it lasts, and nowhere else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInModuleTests {
    private final ApplicationContext context;
    private final Accounts accounts;
    private final Authenticators authenticators;

    @LocalServerPort
    private int port;

    private TestPractice practice;
    private Account anna;
    private TestBrowser browser;

    SignInModuleTests(ApplicationContext context, Accounts accounts, Authenticators authenticators) {
        this.context = context;
        this.accounts = accounts;
        this.authenticators = authenticators;
    }

    @BeforeEach
    void aPersonAndTheirPractice() {
        practice = new TestPractice(context);
        anna = practice.person("anna@example.org");
        browser = new TestBrowser(port, practice.host());
    }

    private HttpResponse<String> enter(TestBrowser with, String door, String address, String password) {
        return with.open(door, door, Map.of("address", address, "password", password));
    }

    @Test
    void aPersonComesInWithAPassword() {
        HttpResponse<String> answer = enter(browser, "/sign-in", " Anna@Example.org", TestPractice.PASSWORD);
        assertThat(TestBrowser.location(answer)).isEqualTo("/my");
        assertThat(browser.get("/my/sign-ins").statusCode()).isEqualTo(200);
    }

    @Test
    void setsExactlyOneCookieAndItIsCareful() {
        HttpResponse<String> answer = enter(browser, "/sign-in", "anna@example.org", TestPractice.PASSWORD);
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(1);
        assertThat(cookies.getFirst())
                .startsWith("__Host-my=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain", "Max-Age", "Expires");
        assertThat(browser.cookieNamed("__Host-my")).hasSize(43);
    }

    @Test
    void theDoorsThemselvesSetNoCookie() {
        assertThat(browser.get("/sign-in").headers().allValues("Set-Cookie")).isEmpty();
        assertThat(browser.get("/sign-in/desk").headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void aColleaguesPasswordIsOnlyHalfTheWay() {
        Account ishbel = practice.ishbel();
        byte[] secret = pair(ishbel);
        HttpResponse<String> half = enter(browser, "/sign-in/desk", "ishbel@practice.example", TestPractice.PASSWORD);
        assertThat(TestBrowser.location(half)).isEqualTo("/desk/second-factor");
        assertThat(TestBrowser.location(browser.get("/desk/sign-ins"))).isEqualTo("/desk/second-factor");
        String before = browser.cookieNamed("__Host-desk");
        HttpResponse<String> whole =
                browser.open("/desk/second-factor", "/desk/second-factor", Map.of("code", Codes.next(secret)));
        assertThat(TestBrowser.location(whole)).isEqualTo("/desk");
        assertThat(browser.cookieNamed("__Host-desk")).isNotEqualTo(before).hasSize(43);
        assertThat(browser.get("/desk/sign-ins").statusCode()).isEqualTo(200);
        TestBrowser old = new TestBrowser(port, practice.host()).cookie("__Host-desk=" + before);
        assertThat(TestBrowser.location(old.get("/desk/sign-ins"))).isEqualTo("/sign-in/desk");
    }

    @Test
    void aColleagueWithoutASecondFactorIsNotLetIn() {
        practice.ishbel();
        HttpResponse<String> answer = enter(browser, "/sign-in/desk", "ishbel@practice.example", TestPractice.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(browser.cookieNamed("__Host-desk")).isEmpty();
    }

    @Test
    void aCookieOpensItsOwnAreaOnly() {
        String my = practice.cookie(anna.id());
        String desk = practice.cookie(practice.ishbel().id());
        TestBrowser swapped = new TestBrowser(port, practice.host())
                .cookie("__Host-desk=" + my.substring(my.indexOf('=') + 1))
                .cookie("__Host-my=" + desk.substring(desk.indexOf('=') + 1));
        assertThat(TestBrowser.location(swapped.get("/my/sign-ins"))).isEqualTo("/sign-in");
        assertThat(TestBrowser.location(swapped.get("/desk/sign-ins"))).isEqualTo("/sign-in/desk");
        TestBrowser right = new TestBrowser(port, practice.host()).cookie(my);
        assertThat(right.get("/my/sign-ins").statusCode()).isEqualTo(200);
        assertThat(TestBrowser.location(right.get("/desk/sign-ins"))).isEqualTo("/sign-in/desk");
    }

    @Test
    void aCookieOpensItsOwnPracticeOnly() {
        TestPractice other = new TestPractice(context);
        TestBrowser there = new TestBrowser(port, other.host()).cookie(practice.cookie(anna.id()));
        assertThat(TestBrowser.location(there.get("/my/sign-ins"))).isEqualTo("/sign-in");
    }

    @Test
    void afterSigningOutTheCookieIsWorthNothing() {
        browser.cookie(practice.cookie(anna.id()));
        String cookie = browser.cookieNamed("__Host-my");
        HttpResponse<String> answer = browser.open("/my/sign-ins", "/my/sign-out", Map.of());
        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        assertThat(browser.cookieNamed("__Host-my")).isEmpty();
        browser.cookie("__Host-my=" + cookie);
        assertThat(TestBrowser.location(browser.get("/my/sign-ins"))).isEqualTo("/sign-in");
    }

    @Test
    void leavingAtOnceEndsBothSignIns() {
        browser.cookie(practice.cookie(anna.id()))
                .cookie(practice.cookie(practice.ishbel().id()));
        String my = browser.cookieNamed("__Host-my");
        String desk = browser.cookieNamed("__Host-desk");
        HttpResponse<String> answer = browser.get("/leave");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSizeBetween(2, 4)
                .allMatch(set -> set.contains("Max-Age=0"));
        browser.cookie("__Host-my=" + my).cookie("__Host-desk=" + desk);
        assertThat(TestBrowser.location(browser.get("/my/sign-ins"))).isEqualTo("/sign-in");
        assertThat(TestBrowser.location(browser.get("/desk/sign-ins"))).isEqualTo("/sign-in/desk");
    }

    @Test
    void aClosedAccountStopsAtItsNextRequest() {
        browser.cookie(practice.cookie(anna.id()));
        assertThat(browser.get("/my/sign-ins").statusCode()).isEqualTo(200);
        practice.run(() -> accounts.disable(anna.id()));
        assertThat(TestBrowser.location(browser.get("/my/sign-ins"))).isEqualTo("/sign-in");
        assertThat(enter(browser, "/sign-in", "anna@example.org", TestPractice.PASSWORD)
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in/desk"})
    void nobodyLearnsWhoHasAnAccount(String door) {
        Account tom = practice.person("tom@example.org");
        practice.run(() -> accounts.disable(tom.id()));
        practice.ishbel();
        HttpResponse<String> known = enter(browser, door, "anna@example.org", "not this one, sorry");
        for (String address : List.of("nobody@example.org", "tom@example.org", "ishbel@practice.example", "x", "")) {
            HttpResponse<String> other = enter(browser, door, address, "not this one, sorry");
            assertThat(other.statusCode()).isEqualTo(known.statusCode()).isEqualTo(422);
            assertThat(withoutAddress(other)).isEqualTo(withoutAddress(known));
            Map<String, List<String>> headers = TestBrowser.steady(other);
            Map<String, List<String>> expected = TestBrowser.steady(known);
            headers.remove("content-length");
            expected.remove("content-length");
            assertThat(headers).isEqualTo(expected);
        }
    }

    @Test
    void aPasswordTooLongIsRefusedAndKeptNowhere() {
        assertThat(enter(browser, "/sign-in", "anna@example.org", TestPractice.PASSWORD + "x".repeat(200))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void afterTenTriesThereIsAPauseKnownOrNot() {
        for (String address : List.of("anna@example.org", "nobody@example.org")) {
            for (int i = 0; i < 10; i++) {
                enter(browser, "/sign-in", address, "not this one, sorry");
            }
            HttpResponse<String> answer = enter(browser, "/sign-in", address, "not this one, sorry");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        browser.cookie(practice.cookie(anna.id()));
        assertThat(browser.post("/my/sign-out", Map.of("_csrf", "nonsense")).statusCode())
                .isEqualTo(403);
        TestBrowser ravi = new TestBrowser(port, practice.host())
                .cookie(practice.cookie(practice.person("ravi@example.org").id()));
        String anothers = ravi.get("/my/sign-ins").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        assertThat(browser.post("/my/sign-out", Map.of("_csrf", anothers)).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/my/sign-ins").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        browser.cookie(practice.cookie(anna.id()));
        browser.get("/my/sign-ins");
        assertThat(browser.header("Sec-Fetch-Site", "cross-site")
                        .post("/my/sign-out", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.header("Sec-Fetch-Site", "")
                        .header("Origin", "https://evil.example")
                        .post("/my/sign-out", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(new TestBrowser(port, practice.host())
                        .header("Sec-Fetch-Site", "cross-site")
                        .post("/sign-in", Map.of("address", "anna@example.org", "password", TestPractice.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void signingOutIsNeverDoneByALink() {
        browser.cookie(practice.cookie(anna.id()));
        assertThat(browser.get("/my/sign-out").statusCode()).isIn(404, 405);
        assertThat(browser.get("/my/sign-ins").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionInTheAddressIsNothing() {
        String cookie = practice.cookie(anna.id());
        String secret = cookie.substring(cookie.indexOf('=') + 1);
        assertThat(browser.get("/my/sign-ins;jsessionid=" + secret).statusCode())
                .isIn(400, 404);
        assertThat(TestBrowser.location(browser.get("/my/sign-ins?__Host-my=" + secret)))
                .isEqualTo("/sign-in");
    }

    @Test
    void aSecondCookieOfTheSameNameMakesBothWorthless() {
        String cookie = practice.cookie(anna.id());
        HttpResponse<String> answer = browser.send(
                "GET",
                "/my/sign-ins",
                BodyPublishers.noBody(),
                Map.of("Cookie", cookie + "; __Host-my=" + "x".repeat(43)));
        assertThat(TestBrowser.location(answer)).isEqualTo("/sign-in");
    }

    @Test
    void aProgramIsToldInOneNumber() {
        HttpResponse<String> answer =
                browser.header("Accept", "application/json").get("/my/sign-ins");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    private static String withoutAddress(HttpResponse<String> answer) {
        return TestBrowser.steadyBody(answer).replaceAll("(name=\"address\" type=\"text\") value=\"[^\"]*\"", "$1");
    }

    private byte[] pair(Account account) {
        return practice.within(() -> {
            byte[] secret = authenticators.begin(account.id());
            assertThat(authenticators.confirm(account.id(), Codes.previous(secret)))
                    .isEqualTo(Authenticators.Answer.RIGHT);
            return secret;
        });
    }
}
