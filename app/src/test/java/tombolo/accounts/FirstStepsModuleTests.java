package tombolo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tombolo.database.Ids;
import tombolo.vault.PersonId;
import tombolo.vault.Role;
import tombolo.vault.Vault;

/** Choosing how to sign in: a key, a second step for staff, a phrase for people, and a sheet of codes that is shown once. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FirstStepsModuleTests {
    private static final Pattern CODE = Pattern.compile("([0-9A-HJKMNP-TV-Z]{4} ){5}[0-9A-HJKMNP-TV-Z]{4}");

    private final ApplicationContext context;
    private final Accounts accounts;
    private final Authenticators authenticators;
    private final Vault vault;

    @LocalServerPort
    private int port;

    private TestPractice practice;
    private TestBrowser browser;

    FirstStepsModuleTests(ApplicationContext context, Accounts accounts, Authenticators authenticators, Vault vault) {
        this.context = context;
        this.accounts = accounts;
        this.authenticators = authenticators;
        this.vault = vault;
    }

    @BeforeEach
    void aPractice() {
        practice = new TestPractice(context);
        browser = new TestBrowser(port, practice.host());
    }

    private Account invitedPerson() {
        return practice.within(() -> {
            PersonId sam = new PersonId(Ids.next());
            vault.createKeys(sam);
            return accounts.openForPerson(sam, Optional.empty());
        });
    }

    private Account invitedColleague() {
        return practice.within(() ->
                accounts.openForStaff("priya@practice.example", "Priya", EnumSet.of(Role.MANAGER), Optional.empty()));
    }

    private void letIn(Account account) {
        browser.cookie(practice.cookie(account.id(), SignIn.Stage.ENROLLING));
    }

    private static List<String> codes(HttpResponse<String> page) {
        return CODE.matcher(page.body()).results().map(found -> found.group()).toList();
    }

    @Test
    void aPersonChoosesANameAPasswordAPhraseAndKeepsTheirCodes() {
        letIn(invitedPerson());
        assertThat(TestBrowser.location(browser.get("/my/sign-ins"))).isEqualTo("/my/first-steps");
        browser.get("/my/first-steps");
        HttpResponse<String> chosen = browser.post(
                "/my/first-steps/password",
                Map.of("address", "sam", "password", "two herons and a tide", "again", "two herons and a tide"));
        assertThat(TestBrowser.location(chosen)).isEqualTo("/my/first-steps");
        assertThat(browser.get("/my/first-steps").body()).contains("name=\"phrase\"");
        browser.post("/my/first-steps/phrase", Map.of("phrase", "My blue Bicycle, 1999!"));
        browser.get("/my/first-steps");
        HttpResponse<String> sheet = browser.post("/my/first-steps/sheet", Map.of());
        assertThat(codes(sheet)).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes(browser.get("/my/first-steps"))).isEmpty();
        String before = browser.cookieNamed("__Host-my");
        assertThat(TestBrowser.location(browser.post("/my/first-steps/finish", Map.of())))
                .isEqualTo("/my");
        assertThat(browser.cookieNamed("__Host-my")).isNotEqualTo(before);
        assertThat(browser.get("/my/sign-ins").statusCode()).isEqualTo(200);
        assertThat(browser.get("/my/first-steps").statusCode()).isEqualTo(404);
        TestBrowser again = new TestBrowser(port, practice.host());
        assertThat(TestBrowser.location(again.open(
                        "/sign-in", "/sign-in", Map.of("address", "Sam", "password", "two herons and a tide"))))
                .isEqualTo("/my");
    }

    @Test
    void theSamePressTwiceMakesOneSheet() {
        Account sam = invitedPerson();
        letIn(sam);
        browser.open(
                "/my/first-steps",
                "/my/first-steps/password",
                Map.of("address", "sam", "password", "two herons and a tide", "again", "two herons and a tide"));
        browser.open("/my/first-steps", "/my/first-steps/phrase", Map.of("act", "later"));
        Map<String, String> press = Map.of("_idem", UUID.randomUUID().toString());
        List<String> codes = codes(browser.open("/my/first-steps", "/my/first-steps/sheet", press));
        HttpResponse<String> again = browser.post("/my/first-steps/sheet", press);
        assertThat(TestBrowser.location(again)).isEqualTo("/my/first-steps?done=accounts.done.sheet");
        assertThat(browser.get(TestBrowser.location(again)).body())
                .contains("It was shown once.", "/my/first-steps/sheet")
                .doesNotContain(codes.getFirst());
        browser.post("/my/first-steps/finish", Map.of());
        assertThat(opens("sam", codes.getFirst())).isTrue();
    }

    @Test
    void aSheetPrintedAMomentAgoIsNotWorthlessWhenThePageIsSentAgain() {
        Account anna = practice.person("anna@example.org");
        browser.cookie(practice.cookie(anna.id()));
        Map<String, String> press = Map.of("_idem", UUID.randomUUID().toString());
        List<String> printed = codes(browser.open("/my/keys", "/my/keys/sheet", press));
        assertThat(TestBrowser.location(browser.post("/my/keys/sheet", press)))
                .isEqualTo("/my/keys?done=accounts.done.sheet");
        assertThat(opens("anna@example.org", printed.getFirst())).isTrue();
    }

    private boolean opens(String address, String code) {
        TestBrowser door = new TestBrowser(port, practice.host());
        return door.open("/sign-in/recovery", "/sign-in/recovery", Map.of("address", address, "code", code))
                        .statusCode()
                == 302;
    }

    @Test
    void thePhraseMayWait() {
        letIn(invitedPerson());
        browser.open(
                "/my/first-steps",
                "/my/first-steps/password",
                Map.of("address", "sam", "password", "two herons and a tide", "again", "two herons and a tide"));
        browser.open("/my/first-steps", "/my/first-steps/phrase", Map.of("act", "later"));
        assertThat(browser.get("/my/first-steps").body()).contains("/my/first-steps/sheet");
    }

    @Test
    void aColleagueWithAPasswordPairsAnAppBeforeAnythingElse() {
        Account priya = invitedColleague();
        letIn(priya);
        browser.open(
                "/desk/first-steps",
                "/desk/first-steps/password",
                Map.of("password", "two herons and a tide", "again", "two herons and a tide"));
        assertThat(browser.get("/desk/first-steps").body()).contains("otpauth://totp/", "<svg class=\"pairing\"");
        assertThat(browser.post("/desk/first-steps/finish", Map.of()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/desk/first-steps"));
        assertThat(browser.post("/desk/first-steps/authenticator", Map.of("code", "000000"))
                        .statusCode())
                .isEqualTo(422);
        byte[] secret = practice.within(() -> authenticators.begin(priya.id()));
        browser.post("/desk/first-steps/authenticator", Map.of("code", Codes.previous(secret)));
        browser.open("/desk/first-steps", "/desk/first-steps/sheet", Map.of());
        assertThat(TestBrowser.location(browser.post("/desk/first-steps/finish", Map.of())))
                .isEqualTo("/desk");
        TestBrowser again = new TestBrowser(port, practice.host());
        assertThat(TestBrowser.location(again.open(
                        "/sign-in/desk",
                        "/sign-in/desk",
                        Map.of("address", "priya@practice.example", "password", "two herons and a tide"))))
                .isEqualTo("/desk/second-factor");
        assertThat(TestBrowser.location(
                        again.open("/desk/second-factor", "/desk/second-factor", Map.of("code", Codes.now(secret)))))
                .isEqualTo("/desk");
    }

    @Test
    void aPasswordIsRefusedWithTheReason() {
        letIn(invitedColleague());
        browser.get("/desk/first-steps");
        for (String poor :
                List.of("short", "password1234", "priya@practice.example", "x".repeat(129), "a".repeat(500_000))) {
            HttpResponse<String> answer =
                    browser.post("/desk/first-steps/password", Map.of("password", poor, "again", poor));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("id=\"password-error\"").doesNotContain("value=\"" + poor);
        }
        assertThat(browser.post(
                                "/desk/first-steps/password",
                                Map.of("password", "two herons and a tide", "again", "two herons and a tidy"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void noTwoPeopleSignInWithOneName() {
        practice.person("sam");
        letIn(invitedPerson());
        HttpResponse<String> answer = browser.open(
                "/my/first-steps",
                "/my/first-steps/password",
                Map.of("address", " SAM ", "password", "two herons and a tide", "again", "two herons and a tide"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"address-error\"");
    }

    @Test
    void whoeverLeftHalfWayComesBackToTheSameStep() {
        Account sam = invitedPerson();
        letIn(sam);
        browser.open(
                "/my/first-steps",
                "/my/first-steps/password",
                Map.of("address", "sam", "password", "two herons and a tide", "again", "two herons and a tide"));
        TestBrowser later = new TestBrowser(port, practice.host());
        assertThat(TestBrowser.location(later.open(
                        "/sign-in", "/sign-in", Map.of("address", "sam", "password", "two herons and a tide"))))
                .isEqualTo("/my/first-steps");
        assertThat(later.get("/my/first-steps").body()).contains("name=\"phrase\"");
    }

    @Test
    void onePersonHasOneAccount() {
        Account sam = invitedPerson();
        assertThat(practice.within(() -> accounts.of(sam.person().orElseThrow())))
                .isPresent();
        org.assertj.core.api.Assertions.assertThatExceptionOfType(org.springframework.dao.DuplicateKeyException.class)
                .isThrownBy(() -> practice.within(
                        () -> accounts.openForPerson(sam.person().orElseThrow(), Optional.empty())));
    }
}
