package tombolo.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import tombolo.accounts.Account;
import tombolo.accounts.Account.Standing;
import tombolo.accounts.Accounts;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.accounts.TestPractice;
import tombolo.ui.HalfTyped;
import tombolo.vault.Role;

/** The practice and its staff: who may change what, and joining by a link that works once. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class PracticeModuleTests {
    private final ApplicationContext context;
    private final Practices practices;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TestClock.Moved clock;

    @LocalServerPort
    private int port;

    private TestPractice place;
    private Account ishbel;
    private TestBrowser desk;

    PracticeModuleTests(
            ApplicationContext context,
            Practices practices,
            Accounts accounts,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            TestClock.Moved clock) {
        this.context = context;
        this.practices = practices;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @BeforeEach
    void ishbelsPractice() {
        place = new TestPractice(context);
        ishbel = place.ishbel();
        place.run(() -> practices.add(new Practice(
                place.id(),
                "Lochside Therapy",
                "person",
                Optional.of("01632 960001"),
                ZoneId.of("Europe/London"),
                "GB",
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Set.of(),
                Practice.ANSWER_DAYS,
                ishbel.id(),
                Optional.empty(),
                0)));
        desk = browser(ishbel);
    }

    private TestBrowser browser(Account account) {
        return new TestBrowser(port, place.host()).cookie(place.cookie(account.id()));
    }

    private Map<String, String> settings(String name, int version) {
        return new HashMap<>(Map.of(
                "name", name,
                "word", "person",
                "phone", "01632 960001",
                "zone", "Europe/London",
                "answerDays", "2",
                "openDays", "MONDAY",
                "answeredBy", ishbel.id().toString(),
                "cover", "nobody",
                "_v", String.valueOf(version)));
    }

    private Practice now() {
        return place.within(practices::current);
    }

    @Test
    void aManagerChangesThePractice() {
        assertThat(desk.get("/desk/practice").body()).contains("Lochside Therapy", "nobody watches this");
        HttpResponse<String> saved = desk.post("/desk/practice", settings("Lochside Practice", 1));
        assertThat(TestBrowser.location(saved)).isEqualTo("/desk/practice?done=practice.done.changed");
        assertThat(now().name()).isEqualTo("Lochside Practice");
        assertThat(now().openDays()).containsExactly(DayOfWeek.MONDAY);
        assertThat(now().answerDays()).isEqualTo(2);
        assertThat(now().version()).isEqualTo(2);
    }

    @Test
    void twoManagersAtOnceSeeBothVersions() {
        desk.get("/desk/practice");
        desk.post("/desk/practice", settings("Lochside Practice", 1));
        HttpResponse<String> second = desk.post("/desk/practice", settings("Loch House", 1));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Lochside Practice", "Loch House");
        assertThat(now().name()).isEqualTo("Lochside Practice");
    }

    @Test
    void pressingTwiceSavesOnce() {
        desk.get("/desk/practice");
        Map<String, String> form = settings("Lochside Practice", 1);
        form.put("_idem", UUID.randomUUID().toString());
        assertThat(desk.post("/desk/practice", form).statusCode()).isEqualTo(302);
        assertThat(desk.post("/desk/practice", form).statusCode()).isEqualTo(302);
        assertThat(now().version()).isEqualTo(2);
    }

    @Test
    void whatIsHalfChangedIsThereAgain() {
        HalfTyped changing = new HalfTyped(() -> browser(ishbel), "/desk/practice", "practice.settings");
        changing.isThereAgain(Map.of("name", "Loch House", "openDays", "MONDAY\nFRIDAY"));
        desk.get("/desk/practice");
        desk.post("/desk/practice", settings("Loch House", 1));
        changing.isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndNothingSaved() {
        desk.get("/desk/practice");
        Map<String, String> form = settings("", 1);
        form.put("answerDays", "0");
        form.put("openDays", "SOMEDAY");
        form.put("cover", ishbel.id().toString());
        form.put("zone", "Loch/Side");
        HttpResponse<String> answer = desk.post("/desk/practice", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("name-error", "answerDays-error", "openDays-error", "cover-error", "zone-error");
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void onlyAManagerMayChangeAnything() {
        TestBrowser idris = browser(place.colleague("idris@practice.example", "Idris", EnumSet.of(Role.SUPERVISOR)));
        assertThat(idris.get("/desk/practice").statusCode()).isEqualTo(200);
        assertThat(idris.get("/desk/practice/staff").statusCode()).isEqualTo(200);
        String never = TestBrowser.steadyBody(idris.post("/desk/never-was", Map.of()));
        for (String path : List.of(
                "/desk/practice",
                "/desk/practice/closed-days",
                "/desk/practice/staff/invitations",
                "/desk/practice/staff/" + ishbel.id() + "/roles",
                "/desk/practice/staff/" + ishbel.id() + "/closing",
                "/desk/practice/staff/" + ishbel.id() + "/opening")) {
            HttpResponse<String> answer = idris.post(path, settings("Mine", 1));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(TestBrowser.steadyBody(answer)).as(path).isEqualTo(never);
        }
        assertThat(now().name()).isEqualTo("Lochside Therapy");
    }

    @Test
    void closedDaysAreNotCounted() {
        desk.get("/desk/practice");
        desk.post("/desk/practice/closed-days", Map.of("day", "2026-12-25"));
        desk.post("/desk/practice/closed-days", Map.of("day", "2026-12-25"));
        assertThat(now().closedDays()).containsExactly(LocalDate.of(2026, 12, 25));
        assertThat(now().workingDays().after(LocalDate.of(2026, 12, 23), 2)).isEqualTo(LocalDate.of(2026, 12, 28));
        desk.post("/desk/practice/closed-days/removal", Map.of("day", "2026-12-25"));
        assertThat(now().closedDays()).isEmpty();
        assertThat(desk.post("/desk/practice/closed-days", Map.of("day", "Christmas"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void namesAreSealed() {
        String row = place.within(() -> transaction.execute(
                status -> jdbc.sql("select p::text || coalesce((select string_agg(a::text, ' ') from account a"
                                + " where a.practice_id = p.practice_id), '') as row"
                                + " from practice p where p.practice_id = :practice")
                        .param("practice", place.id().value())
                        .query((found, n) -> found.getString("row"))
                        .single()));
        assertThat(row)
                .isNotBlank()
                .doesNotContain("Lochside", "Ishbel", "ishbel", "practice.example")
                .doesNotContain(java.util.HexFormat.of().formatHex("Lochside".getBytes()));
    }

    private String link(TestBrowser manager, String name, String role) {
        manager.get("/desk/practice/staff");
        HttpResponse<String> answer =
                manager.post("/desk/practice/staff/invitations", Map.of("name", name, "roles", role));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replaceAll("(?s).*(/join/[A-Za-z0-9_-]{43}).*", "$1");
    }

    @Test
    void aColleagueJoinsByALinkThatWorksOnce() {
        String link = link(desk, "Priya", "MANAGER");
        assertThat(desk.get("/desk/practice/staff").body()).contains("Priya").doesNotContain(link);
        TestBrowser priya = new TestBrowser(port, place.host());
        for (int i = 0; i < 3; i++) {
            assertThat(priya.get(link).body()).contains("Lochside Therapy", "value=\"Priya\"");
        }
        assertThat(priya.get(link).headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(priya.post(link, Map.of("name", "Priya", "address", "ishbel@practice.example"))
                        .statusCode())
                .isEqualTo(422);
        Map<String, String> form = Map.of("name", "Priya", "address", "priya@practice.example");
        assertThat(TestBrowser.location(priya.post(link, form))).isEqualTo("/desk/first-steps");
        assertThat(priya.get("/desk/first-steps").statusCode()).isEqualTo(200);
        assertThat(TestBrowser.location(priya.get("/desk/practice"))).isEqualTo("/desk/first-steps");
        TestBrowser second = new TestBrowser(port, place.host());
        String never = second.get("/join/" + "x".repeat(43)).body();
        assertThat(second.get(link).body()).isEqualTo(never);
        assertThat(second.post(link, form).statusCode())
                .as("pressed twice it is one colleague")
                .isEqualTo(404);
        assertThat(place.within(accounts::staff)).hasSize(2);
        Account joined = place.within(accounts::staff).getLast();
        assertThat(joined.roles()).containsExactly(Role.MANAGER);
        assertThat(joined.invitedBy()).contains(ishbel.id());
        assertThat(joined.standing()).isEqualTo(Standing.ENROLLING);
    }

    @Test
    void aLinkEndsAfterAWeekAndWhenItIsWithdrawn() {
        String late = link(desk, "Priya", "THERAPIST");
        clock.on(StaffInvitations.LASTS);
        assertThat(new TestBrowser(port, place.host()).get(late).statusCode()).isEqualTo(404);
        TestBrowser fresh = browser(ishbel);
        String withdrawn = link(fresh, "Grace", "FACILITATOR");
        String id = fresh.get("/desk/practice/staff")
                .body()
                .replaceAll("(?s).*/invitations/([0-9a-f-]{36})/withdrawal.*", "$1");
        fresh.post("/desk/practice/staff/invitations/" + id + "/withdrawal", Map.of());
        assertThat(new TestBrowser(port, place.host()).get(withdrawn).statusCode())
                .isEqualTo(404);
    }

    @Test
    void invitingNeedsAKeyShownAMomentAgo() {
        clock.on(java.time.Duration.ofMinutes(6));
        desk.get("/desk/sign-ins");
        assertThat(TestBrowser.location(
                        desk.post("/desk/practice/staff/invitations", Map.of("name", "Priya", "roles", "MANAGER"))))
                .isEqualTo("/desk/proof?back=/desk/practice/staff");
    }

    @Test
    void aPracticeKeepsAManagerAndNobodyClosesTheirOwnAccount() {
        desk.get("/desk/practice/staff");
        String mine = "/desk/practice/staff/" + ishbel.id();
        assertThat(desk.post(mine + "/roles", Map.of("roles", "THERAPIST")).statusCode())
                .isEqualTo(422);
        assertThat(desk.post(mine + "/closing", Map.of()).statusCode()).isEqualTo(422);
        assertThat(desk.post(mine + "/roles", Map.of("roles", "PERSON")).statusCode())
                .as("nobody is made a person of")
                .isEqualTo(422);
    }

    @Test
    void aColleagueWhoLeavesIsOutAtOnce() {
        Account priya = place.colleague("priya@practice.example", "Priya", EnumSet.of(Role.MANAGER));
        TestBrowser hers = browser(priya);
        assertThat(hers.get("/desk/practice").statusCode()).isEqualTo(200);
        desk.get("/desk/practice/staff");
        desk.post("/desk/practice/staff/" + priya.id() + "/closing", Map.of());
        assertThat(TestBrowser.location(hers.get("/desk/practice"))).isEqualTo("/sign-in/desk");
    }

    @Test
    void nobodyReachesAcrossToAnotherPractice() {
        TestPractice other = new TestPractice(context);
        Account callum = other.colleague("callum@other.example", "Callum", EnumSet.of(Role.THERAPIST, Role.MANAGER));
        desk.get("/desk/practice/staff");
        assertThat(desk.post("/desk/practice/staff/" + callum.id() + "/closing", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.post("/desk/practice/staff/" + callum.id() + "/roles", Map.of("roles", "ADMIN"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.within(() -> accounts.get(callum.id())).standing()).isEqualTo(Standing.ACTIVE);
    }
}
