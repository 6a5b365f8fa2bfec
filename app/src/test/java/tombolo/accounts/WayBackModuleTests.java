package tombolo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Entry;
import tombolo.vault.Role;

/** Getting back in with nothing left, and that no single colleague can do it for somebody. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class WayBackModuleTests {
    private static final Pattern NUMBER = Pattern.compile("class=\"told\"[^>]*>(\\d{3} \\d{3})<");
    private static final Duration DAY = Duration.ofHours(24);

    private final ApplicationContext context;
    private final Accounts accounts;
    private final WayBacks wayBacks;
    private final FirstSteps firstSteps;
    private final AuditChain audit;
    private final TestClock.Moved clock;
    private final TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private TestPractice practice;
    private Account ishbel;
    private Account anna;
    private TestBrowser lost;

    WayBackModuleTests(
            ApplicationContext context,
            Accounts accounts,
            WayBacks wayBacks,
            FirstSteps firstSteps,
            AuditChain audit,
            PlatformTransactionManager transactions,
            TestClock.Moved clock) {
        this.context = context;
        this.accounts = accounts;
        this.wayBacks = wayBacks;
        this.firstSteps = firstSteps;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void annaHasLostHerPhone() {
        practice = new TestPractice(context);
        ishbel = practice.ishbel();
        anna = practice.person("anna@example.org");
        lost = new TestBrowser(port, practice.host());
    }

    private Account colleague(String name, Role role, Optional<Account> invitedBy) {
        return practice.colleague(name + "@practice.example", name, EnumSet.of(role), invitedBy.map(Account::id));
    }

    /** Asks for a way back and gives the page's address. */
    private String ask(TestBrowser browser, String door, String address, String phrase) {
        HttpResponse<String> answer = browser.post(door, Map.of("address", address, "phrase", phrase));
        assertThat(answer.statusCode()).isEqualTo(302);
        return TestBrowser.location(answer);
    }

    private String number(String page) {
        Matcher found = NUMBER.matcher(lost.get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> witness(Account colleague, String number) {
        TestBrowser desk = new TestBrowser(port, practice.host()).cookie(practice.cookie(colleague.id()));
        return desk.open("/desk/way-backs", "/desk/way-backs", Map.of("number", number, "sure", "true"));
    }

    private String done(HttpResponse<String> answer) {
        return TestBrowser.location(answer).replaceAll(".*accounts\\.done\\.", "");
    }

    private boolean isOpen(String page) {
        return lost.get(page).body().contains("<form method=\"post\" action=\"" + page + "\"");
    }

    @Test
    void twoColleaguesAndADayBringAPersonBack() {
        Account idris = colleague("idris", Role.SUPERVISOR, Optional.empty());
        clock.on(WayBackWitnesses.SEASONED);
        String page = ask(lost, "/way-back", "anna@example.org", "");
        assertThat(done(witness(ishbel, number(page)))).isEqualTo("witnessed");
        assertThat(isOpen(page)).isFalse();
        assertThat(done(witness(idris, number(page)))).isEqualTo("enough");
        assertThat(isOpen(page)).isFalse();
        assertThat(lost.post(page, Map.of()).statusCode()).isEqualTo(404);
        clock.on(DAY.minusMinutes(5));
        assertThat(isOpen(page)).isFalse();
        clock.on(Duration.ofMinutes(6));
        assertThat(isOpen(page)).isTrue();
        assertThat(TestBrowser.location(lost.post(page, Map.of()))).isEqualTo("/my/first-steps");
        assertThat(TestBrowser.location(lost.get("/my/sign-ins"))).isEqualTo("/my/first-steps");
        assertThat(new TestBrowser(port, practice.host()).post(page, Map.of()).statusCode())
                .isEqualTo(404);
        TestBrowser old = new TestBrowser(port, practice.host());
        assertThat(old.post("/sign-in", Map.of("address", "anna@example.org", "password", TestPractice.PASSWORD))
                        .statusCode())
                .as("the lost password opens nothing")
                .isEqualTo(422);
    }

    @Test
    void pressedTwiceItIsOneRequestAndAChangedFormIsAnother() {
        UUID form = UUID.randomUUID();
        Map<String, String> typed = Map.of("_idem", form.toString(), "address", "anna@example.org", "phrase", "");
        String first = TestBrowser.location(lost.post("/way-back", typed));
        assertThat(TestBrowser.location(lost.post("/way-back", typed))).isEqualTo(first);
        int requests = practice.within(() ->
                Objects.requireNonNull(transaction.execute(status -> context.getBean(JdbcClient.class)
                        .sql("select count(*) from way_back where practice_id = :practice")
                        .param("practice", practice.id().value())
                        .query(Integer.class)
                        .single())));
        assertThat(requests).isEqualTo(1);
        String mended = TestBrowser.location(lost.post(
                "/way-back", Map.of("_idem", form.toString(), "address", "somebody@example.org", "phrase", "")));
        assertThat(mended).as("the address put right, on the same page").isNotEqualTo(first);
        assertThat(TestBrowser.location(new TestBrowser(port, practice.host())
                        .post("/way-back", Map.of("address", "anna@example.org", "phrase", ""))))
                .as("somebody else's form")
                .isNotEqualTo(first);
    }

    @Test
    void oneColleagueAloneNeverDoes() {
        colleague("idris", Role.SUPERVISOR, Optional.empty());
        clock.on(WayBackWitnesses.SEASONED);
        String page = ask(lost, "/way-back", "anna@example.org", "");
        for (int i = 0; i < 3; i++) {
            assertThat(done(witness(ishbel, number(page)))).isEqualTo("witnessed");
        }
        clock.on(DAY.plusHours(1));
        assertThat(isOpen(page)).isFalse();
    }

    @Test
    void aColleagueInventedForThePurposeIsNoWitness() {
        clock.on(WayBackWitnesses.LONG_KNOWN);
        Account invented = colleague("nobody", Role.THERAPIST, Optional.of(ishbel));
        String page = ask(lost, "/way-back", "anna@example.org", "");
        witness(ishbel, number(page));
        assertThat(done(witness(invented, number(page)))).isEqualTo("witnessed");
        clock.on(WayBackWitnesses.SEASONED.minusHours(1));
        assertThat(isOpen(page)).isFalse();
        clock.on(WayBackWitnesses.LONG_KNOWN);
        String later = ask(lost, "/way-back", "anna@example.org", "");
        witness(ishbel, number(later));
        assertThat(done(witness(invented, number(later))))
                .as("one invited the other, however long ago")
                .isEqualTo("witnessed");
        Account unknown = colleague("somebody", Role.THERAPIST, Optional.empty());
        assertThat(done(witness(unknown, number(later)))).as("new this week").isEqualTo("witnessed");
    }

    @Test
    void inAPracticeOfOneThePhraseIsTheSecondWitness() {
        choosePhrase("My blue bicycle, 1999");
        String without = ask(lost, "/way-back", "anna@example.org", "");
        assertThat(done(witness(ishbel, number(without)))).isEqualTo("witnessed");
        String wrong = ask(lost, "/way-back", "anna@example.org", "my red bicycle 1999");
        assertThat(done(witness(ishbel, number(wrong)))).isEqualTo("witnessed");
        String right = ask(lost, "/way-back", "anna@example.org", " MY blue  bicycle 1999!");
        assertThat(done(witness(ishbel, number(right)))).isEqualTo("enough");
        clock.on(DAY);
        assertThat(isOpen(without)).isFalse();
        assertThat(isOpen(wrong)).isFalse();
        assertThat(isOpen(right)).isTrue();
    }

    @Test
    void thePhraseAloneOpensNothing() {
        choosePhrase("My blue bicycle, 1999");
        String page = ask(lost, "/way-back", "anna@example.org", "my blue bicycle 1999");
        clock.on(DAY.multipliedBy(3));
        assertThat(isOpen(page)).isFalse();
    }

    private void choosePhrase(String phrase) {
        practice.run(() -> {
            Secret secret = Secret.presented(practice.cookie(anna.id()).replaceAll(".*=", ""))
                    .orElseThrow();
            SignIn signIn = context.getBean(SignIns.class)
                    .presented(tombolo.ui.Area.MY, secret)
                    .orElseThrow();
            assertThat(firstSteps.choosePhrase(signIn, phrase)).isTrue();
        });
    }

    @Test
    void whoeverIsStillSignedInSeesItOnEveryPageAndStopsItWithOnePress() {
        Account idris = colleague("idris", Role.SUPERVISOR, Optional.empty());
        clock.on(WayBackWitnesses.SEASONED);
        TestBrowser home = new TestBrowser(port, practice.host()).cookie(practice.cookie(anna.id()));
        assertThat(home.get("/my/sign-ins").body()).doesNotContain("/my/way-back/stop");
        String page = ask(lost, "/way-back", "anna@example.org", "");
        assertThat(home.get("/my/sign-ins").body()).contains("/my/way-back/stop");
        assertThat(home.get("/my/keys").body()).contains("/my/way-back/stop");
        witness(ishbel, number(page));
        witness(idris, number(page));
        home.post("/my/way-back/stop", Map.of());
        assertThat(home.get("/my/sign-ins").body()).doesNotContain("/my/way-back/stop");
        clock.on(DAY.plusHours(1));
        assertThat(isOpen(page)).isFalse();
        assertThat(lost.post(page, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void everyStepIsInTheRecordOfWhoLooked() {
        String page = ask(lost, "/way-back", "anna@example.org", "");
        witness(ishbel, number(page));
        List<Entry> record = practice.within(
                () -> transaction.execute(status -> audit.about(anna.person().orElseThrow())));
        assertThat(record)
                .anyMatch(entry -> entry.act() == Act.CHANGED_ACCESS
                        && entry.what().equals("way-back")
                        && entry.actor().equals(Optional.of(ishbel.id())));
    }

    @Test
    void anyColleagueStopsARequest() {
        Account idris = colleague("idris", Role.SUPERVISOR, Optional.empty());
        clock.on(WayBackWitnesses.SEASONED);
        String page = ask(lost, "/way-back", "anna@example.org", "");
        witness(ishbel, number(page));
        TestBrowser desk = new TestBrowser(port, practice.host()).cookie(practice.cookie(idris.id()));
        String id =
                desk.get("/desk/way-backs").body().replaceAll("(?s).*/desk/way-backs/([0-9a-f-]{36})/refusal.*", "$1");
        desk.post("/desk/way-backs/" + id + "/refusal", Map.of());
        assertThat(witness(idris, number(page)).statusCode()).isEqualTo(422);
        assertThat(new TestBrowser(port, practice.host())
                        .cookie(practice.cookie(anna.id()))
                        .open("/my/sign-ins", "/desk/way-backs/" + id + "/refusal", Map.of())
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void aRequestForAColleagueNeedsTwoOthersAndOneOfThemAManager() {
        Account priya = colleague("priya", Role.MANAGER, Optional.empty());
        Account idris = colleague("idris", Role.SUPERVISOR, Optional.empty());
        Account grace = colleague("grace", Role.FACILITATOR, Optional.empty());
        clock.on(WayBackWitnesses.SEASONED);
        String page = ask(lost, "/way-back/desk", "ishbel@practice.example", "");
        assertThat(witness(ishbel, number(page)).statusCode())
                .as("nobody witnesses for themself")
                .isEqualTo(422);
        assertThat(done(witness(idris, number(page)))).isEqualTo("witnessed");
        assertThat(done(witness(grace, number(page)))).isEqualTo("witnessed");
        assertThat(done(witness(priya, number(page)))).isEqualTo("enough");
        clock.on(DAY);
        assertThat(TestBrowser.location(lost.post(page, Map.of()))).isEqualTo("/desk/first-steps");
    }

    @Test
    void whoeverWorksAloneHasTheServersConsole() {
        Secret link = practice.within(() -> wayBacks.atConsole("ishbel@practice.example"))
                .orElseThrow();
        assertThat(practice.within(() -> wayBacks.atConsole("anna@example.org")))
                .as("there is none for a person")
                .isEmpty();
        String page = "/way-back/" + link.text();
        assertThat(isOpen(page)).isTrue();
        assertThat(isOpen(page)).as("looking at it uses nothing up").isTrue();
        assertThat(TestBrowser.location(lost.post(page, Map.of()))).isEqualTo("/desk/first-steps");
        assertThat(lost.post(page, Map.of()).statusCode()).isEqualTo(404);
        Secret late = practice.within(() -> wayBacks.atConsole("ishbel@practice.example"))
                .orElseThrow();
        clock.on(WayBacks.CONSOLE);
        assertThat(isOpen("/way-back/" + late.text())).isFalse();
    }

    @Test
    void nobodyLearnsFromItWhoHasAnAccount() {
        String known = ask(lost, "/way-back", "anna@example.org", "");
        String unknown = ask(lost, "/way-back", "nobody@example.org", "");
        String never = "/way-back/" + Secret.fresh().text();
        String page = steady(lost.get(known), known);
        for (String other : List.of(unknown, never)) {
            assertThat(steady(lost.get(other), other)).isEqualTo(page);
            assertThat(TestBrowser.steady(lost.get(other))).isEqualTo(TestBrowser.steady(lost.get(known)));
            assertThat(lost.post(other, Map.of()).body())
                    .isEqualTo(lost.post(known, Map.of()).body());
        }
        assertThat(lost.get(known).headers().firstValue("Cache-Control")).contains("no-store");
    }

    private static String steady(HttpResponse<String> answer, String page) {
        return TestBrowser.steadyBody(answer).replace(page, "").replaceAll("\\d{3} \\d{3}<", "<");
    }

    @Test
    void noFunctionOfTheDeskChangesAnothersKeys() {
        TestBrowser desk = new TestBrowser(port, practice.host()).cookie(practice.cookie(ishbel.id()));
        desk.get("/desk/sign-ins");
        for (String guess : List.of(
                "/desk/accounts/" + anna.id() + "/password",
                "/desk/people/" + anna.person().orElseThrow() + "/password",
                "/desk/people/" + anna.person().orElseThrow() + "/reset",
                "/desk/people/" + anna.person().orElseThrow() + "/sign-in",
                "/desk/impersonate/" + anna.id(),
                "/desk/keys/" + anna.id(),
                "/my/keys")) {
            assertThat(desk.post(guess, Map.of("password", "two herons and a tide"))
                            .statusCode())
                    .isNotEqualTo(200);
        }
        assertThat(practice.within(() -> accounts.passwordOf(anna.id()))).isNotNull();
    }
}
