package tombolo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Authenticators.Answer;

/** How long a sign-in lasts, how many there may be, and how short a stolen row falls. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class SignInTimesModuleTests {
    private final ApplicationContext context;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Authenticators authenticators;
    private final RecoverySheets sheets;
    private final LastSeen lastSeen;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TestClock.Moved clock;

    @LocalServerPort
    private int port;

    private TestPractice practice;
    private Account anna;
    private TestBrowser browser;

    SignInTimesModuleTests(
            ApplicationContext context,
            Accounts accounts,
            SignIns signIns,
            Authenticators authenticators,
            RecoverySheets sheets,
            LastSeen lastSeen,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            TestClock.Moved clock) {
        this.context = context;
        this.accounts = accounts;
        this.signIns = signIns;
        this.authenticators = authenticators;
        this.sheets = sheets;
        this.lastSeen = lastSeen;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @BeforeEach
    void aPersonAndTheirPractice() {
        practice = new TestPractice(context);
        anna = practice.person("anna@example.org");
        browser = new TestBrowser(port, practice.host());
    }

    private boolean isIn(TestBrowser who, String area) {
        return who.get(area + "/sign-ins").statusCode() == 200;
    }

    private void use(TestBrowser who, String area, Duration until) {
        for (Duration done = Duration.ZERO; done.compareTo(until) < 0; done = done.plusMinutes(14)) {
            clock.on(Duration.ofMinutes(14));
            isIn(who, area);
        }
    }

    @Test
    void endsAfterAQuarterOfAnHourUntouched() {
        browser.cookie(practice.cookie(anna.id()));
        clock.on(Duration.ofMinutes(14));
        assertThat(isIn(browser, "/my")).isTrue();
        clock.on(Duration.ofMinutes(14));
        assertThat(isIn(browser, "/my")).as("a press counts").isTrue();
        clock.on(Duration.ofMinutes(15));
        assertThat(isIn(browser, "/my")).isFalse();
    }

    /** The page lay open while the night went on; what was written on it is not gone. */
    @Test
    void whatIsSentAfterASignInHasEndedIsGivenBackWithTheDoorBesideIt() {
        browser.cookie(practice.cookie(anna.id()));
        assertThat(isIn(browser, "/my")).isTrue();
        clock.on(Duration.ofMinutes(16));
        HttpResponse<String> late = browser.post("/my/week/moods", Map.of("event", "He did not come home again"));
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body())
                .contains("You are signed out", "He did not come home again</textarea>", "href=\"/sign-in\"")
                .contains("Help now works without signing in")
                .contains("Nobody here has seen what you were sending", "tel:999");
        assertThat(browser.post("/desk/people", Map.of("name", "x")).body()).contains("href=\"/sign-in/desk\"");
        assertThat(TestBrowser.location(browser.post("/my/sign-out", Map.of())))
                .as("who wanted to leave has left")
                .isEqualTo("/sign-in");
    }

    @Test
    void rememberedLastUseSurvivesARestart() {
        browser.cookie(practice.cookie(anna.id()));
        clock.on(Duration.ofMinutes(10));
        assertThat(isIn(browser, "/my")).isTrue();
        lastSeen.write();
        lastSeen.write();
        clock.on(Duration.ofMinutes(10));
        assertThat(isIn(browser, "/my")).isTrue();
    }

    @Test
    void howeverOftenTomboloIsKilledWhoeverGoesOnIsNotSignedOut() {
        browser.cookie(practice.cookie(anna.id()));
        UUID device = practice.within(() -> signIns.of(anna.id()).getFirst().id());
        for (int minute = 0; minute < 40; minute += 2) {
            clock.on(Duration.ofMinutes(2));
            assertThat(isIn(browser, "/my")).as(minute + " minutes").isTrue();
            lastSeen.forget(device);
            lastSeen.start();
        }
    }

    @Test
    void endsAfterFiveMinutesOnASharedDevice() {
        browser.post(
                "/sign-in", Map.of("address", "anna@example.org", "password", TestPractice.PASSWORD, "shared", "true"));
        clock.on(Duration.ofMinutes(4));
        assertThat(isIn(browser, "/my")).isTrue();
        clock.on(Duration.ofMinutes(5));
        assertThat(isIn(browser, "/my")).isFalse();
    }

    @Test
    void endsForAPersonAfterTwelveHoursAndForAColleagueAfterEight() {
        browser.cookie(practice.cookie(anna.id()));
        TestBrowser desk = new TestBrowser(port, practice.host())
                .cookie(practice.cookie(practice.ishbel().id()));
        for (int i = 0; i < 8 * 60 - 14; i += 14) {
            clock.on(Duration.ofMinutes(14));
            assertThat(isIn(browser, "/my")).isTrue();
            assertThat(isIn(desk, "/desk")).isTrue();
        }
        clock.on(Duration.ofMinutes(14));
        assertThat(isIn(browser, "/my")).isTrue();
        assertThat(isIn(desk, "/desk")).isFalse();
        use(browser, "/my", Duration.ofHours(3).plusMinutes(40));
        assertThat(isIn(browser, "/my")).isTrue();
        clock.on(Duration.ofMinutes(14));
        assertThat(isIn(browser, "/my")).isFalse();
    }

    @Test
    void theSixthDeviceEndsTheFirst() {
        List<TestBrowser> devices = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clock.on(Duration.ofSeconds(1));
            devices.add(new TestBrowser(port, practice.host()).cookie(practice.cookie(anna.id())));
        }
        assertThat(isIn(devices.getFirst(), "/my")).isFalse();
        assertThat(devices.subList(1, 6)).allMatch(device -> isIn(device, "/my"));
    }

    @Test
    void aDeviceIsEndedFromAnother() {
        TestBrowser other = new TestBrowser(port, practice.host()).cookie(practice.cookie(anna.id()));
        browser.cookie(practice.cookie(anna.id()));
        String id = browser.get("/my/sign-ins").body().replaceAll("(?s).*/my/sign-ins/([0-9a-f-]{36})/ending.*", "$1");
        Account ravi = practice.person("ravi@example.org");
        TestBrowser anothers = new TestBrowser(port, practice.host()).cookie(practice.cookie(ravi.id()));
        assertThat(anothers.open("/my/sign-ins", "/my/sign-ins/" + id + "/ending", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(isIn(other, "/my")).isTrue();
        browser.post("/my/sign-ins/" + id + "/ending", Map.of());
        assertThat(isIn(other, "/my")).isFalse();
        assertThat(isIn(browser, "/my")).isTrue();
    }

    @Test
    void aStolenRowCannotBePresented() {
        practice.cookie(anna.id());
        List<String> stolen = practice.within(() -> transaction.execute(status -> jdbc.sql(
                        "select encode(secret_hash, 'base64') as hash, id from sign_in where practice_id = :practice")
                .param("practice", practice.id().value())
                .query((row, n) -> List.of(
                        row.getString("hash")
                                .replace('+', '-')
                                .replace('/', '_')
                                .replace("=", ""),
                        row.getString("id")))
                .list()
                .getFirst()));
        for (String value : stolen) {
            TestBrowser thief = new TestBrowser(port, practice.host()).cookie("__Host-my=" + value);
            assertThat(isIn(thief, "/my")).isFalse();
        }
    }

    @Test
    void rolesAreReadAnewEachTime() {
        Account ishbel = practice.ishbel();
        TestBrowser desk = new TestBrowser(port, practice.host()).cookie(practice.cookie(ishbel.id()));
        assertThat(isIn(desk, "/desk")).isTrue();
        practice.run(() -> accounts.giveRoles(ishbel.id(), java.util.Set.of(tombolo.vault.Role.FACILITATOR)));
        String cookie = desk.cookieNamed("__Host-desk");
        practice.run(() -> assertThat(signIns.presented(tombolo.ui.Area.DESK, new Secret(cookie))
                        .orElseThrow()
                        .viewer()
                        .roles())
                .containsExactly(tombolo.vault.Role.FACILITATOR));
    }

    @Test
    void aCodeOfTheAppWorksOnceAndTheOneBeforeItNeverAfter() {
        Account ishbel = practice.ishbel();
        practice.run(() -> {
            byte[] secret = authenticators.begin(ishbel.id());
            assertThat(authenticators.confirm(ishbel.id(), Codes.now(secret))).isEqualTo(Answer.RIGHT);
            assertThat(authenticators.present(ishbel.id(), Codes.now(secret))).isEqualTo(Answer.WRONG);
            assertThat(authenticators.present(ishbel.id(), Codes.previous(secret)))
                    .isEqualTo(Answer.WRONG);
            assertThat(authenticators.present(ishbel.id(), Codes.next(secret))).isEqualTo(Answer.RIGHT);
        });
    }

    @Test
    void fiveWrongCodesCloseTheDoorForAQuarterOfAnHour() {
        Account ishbel = practice.ishbel();
        practice.run(() -> {
            byte[] secret = authenticators.begin(ishbel.id());
            authenticators.confirm(ishbel.id(), Codes.previous(secret));
            for (int i = 0; i < Authenticators.TRIES; i++) {
                assertThat(authenticators.present(ishbel.id(), "abcdef")).isEqualTo(Answer.WRONG);
            }
            assertThat(authenticators.present(ishbel.id(), Codes.now(secret))).isEqualTo(Answer.CLOSED);
            clock.on(Authenticators.CLOSED);
            assertThat(authenticators.present(ishbel.id(), Codes.now(secret))).isEqualTo(Answer.RIGHT);
        });
    }

    @Test
    void aRecoveryCodeWorksOnceInAnyFormat() {
        String code = practice.within(() -> sheets.renew(anna.id())).getFirst().grouped();
        TestBrowser phone = new TestBrowser(port, practice.host()).cookie(practice.cookie(anna.id()));
        assertThat(TestBrowser.location(browser.post(
                        "/sign-in/recovery",
                        Map.of("address", "anna@example.org", "code", code.toLowerCase(java.util.Locale.ROOT)))))
                .isEqualTo("/my/first-steps");
        assertThat(isIn(phone, "/my"))
                .as("what was signed in on the lost phone is out")
                .isFalse();
        assertThat(new TestBrowser(port, practice.host())
                        .post("/sign-in/recovery", Map.of("address", "anna@example.org", "code", code))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aColleagueWithAPasswordShowsItBesideTheCode() {
        Account ishbel = practice.ishbel();
        List<RecoveryCode> sheet = practice.within(() -> {
            byte[] secret = authenticators.begin(ishbel.id());
            authenticators.confirm(ishbel.id(), Codes.previous(secret));
            return sheets.renew(ishbel.id());
        });
        String code = sheet.getFirst().grouped();
        assertThat(browser.post("/sign-in/desk/recovery", Map.of("address", "ishbel@practice.example", "code", code))
                        .statusCode())
                .isEqualTo(422);
        assertThat(TestBrowser.location(browser.post(
                        "/sign-in/desk/recovery",
                        Map.of("address", "ishbel@practice.example", "code", code, "also", TestPractice.PASSWORD))))
                .isEqualTo("/desk/first-steps");
        assertThat(browser.get("/desk/first-steps").body())
                .as("the password stays, the lost app goes")
                .contains("otpauth://");
        assertThat(practice.within(() -> sheets.left(ishbel.id()))).isEqualTo(9);
        assertThat(new TestBrowser(port, practice.host())
                        .post(
                                "/sign-in/desk",
                                Map.of("address", "ishbel@practice.example", "password", TestPractice.PASSWORD))
                        .statusCode())
                .as("halfway back, the password alone opens nothing")
                .isEqualTo(422);
    }

    @Test
    void nobodyLearnsFromTheSheetWhoHasAnAccount() {
        practice.run(() -> sheets.renew(anna.id()));
        String known = TestBrowser.steadyBody(browser.post(
                "/sign-in/recovery",
                Map.of(
                        "address",
                        "anna@example.org",
                        "code",
                        RecoveryCode.fresh().grouped())));
        String unknown = TestBrowser.steadyBody(browser.post(
                "/sign-in/recovery",
                Map.of(
                        "address",
                        "nobody@example.org",
                        "code",
                        RecoveryCode.fresh().grouped())));
        assertThat(unknown.replace("nobody@example.org", "anna@example.org")).isEqualTo(known);
    }

    @Test
    void changingAKeyNeedsOneShownAMomentAgo() {
        browser.cookie(practice.cookie(anna.id()));
        clock.on(Duration.ofMinutes(6));
        assertThat(browser.get("/my/keys").body()).contains("/my/proof").doesNotContain("/my/keys/password");
        assertThat(TestBrowser.location(browser.open("/my/sign-ins", "/my/keys/sheet", Map.of())))
                .isEqualTo("/my/proof?back=/my/keys");
        String before = browser.cookieNamed("__Host-my");
        assertThat(browser.open("/my/proof", "/my/proof", Map.of("typed", "not this one, sorry"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(TestBrowser.location(browser.post(
                        "/my/proof", Map.of("typed", TestPractice.PASSWORD, "back", "https://evil.example/"))))
                .isEqualTo("/my/keys");
        assertThat(browser.cookieNamed("__Host-my")).isNotEqualTo(before);
        assertThat(browser.get("/my/keys").body()).contains("/my/keys/password");
        TestBrowser other = new TestBrowser(port, practice.host()).cookie(practice.cookie(anna.id()));
        browser.post(
                "/my/keys/password", Map.of("password", "two herons and a tide", "again", "two herons and a tide"));
        assertThat(isIn(browser, "/my")).isTrue();
        assertThat(isIn(other, "/my"))
                .as("whoever knew the old password is out")
                .isFalse();
        clock.on(Duration.ofMinutes(5));
        assertThat(TestBrowser.location(browser.post("/my/keys/sheet", Map.of())))
                .isEqualTo("/my/proof?back=/my/keys");
    }
}
