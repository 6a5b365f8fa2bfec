package tombolo.safety.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestPractice;
import tombolo.course.Courses;
import tombolo.course.Variants;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.people.ForgetPerson;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.Role;

/** The safety plan in both areas, as a browser without scripts sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PlanControllerTests {
    private final ApplicationContext context;
    private final TestPractice practice;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Inventories inventories;
    private final ForgetPerson forget;
    private final ProgrammeTime time;
    private final Account ishbel;
    private final Account idris;
    private final Account priya;
    private final Person nell;
    private final Account nellsAccount;
    private final String sister;

    @LocalServerPort
    private int port;

    PlanControllerTests(
            ApplicationContext context,
            People people,
            Inventories inventories,
            ForgetPerson forget,
            ProgrammeTime time,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        TestHouse house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.context = context;
        this.practice = house.practice();
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.inventories = inventories;
        this.forget = forget;
        this.time = time;
        this.ishbel = house.ishbel();
        this.idris = house.idris();
        this.priya = house.priya();
        this.nell = Person.met(Optional.of(Confidential.of("Nell")), SafeContact.inPerson(), time.now());
        this.nellsAccount = practice.person(nell.id(), "nell@example.org");
        nell.walksWith(ishbel.id(), time.now());
        practice.run(() -> transaction.executeWithoutResult(status -> people.add(nell)));
        this.sister = add("My sister");
    }

    private String add(String name) {
        String[] id = {""};
        practice.run(() -> transaction.executeWithoutResult(status -> {
            Inventory inventory = inventories.visibleTo(nellsAccount.viewer()).toChange(nell.id());
            Relationship added = inventory
                    .add(
                            List.of(name),
                            new Standing(Ring.CLOSE, null, Sector.FAMILY),
                            new Signature(nellsAccount.id(), time.now()))
                    .getFirst();
            inventories.save(inventory, nellsAccount.viewer());
            id[0] = added.id().value().toString();
        }));
        return id[0];
    }

    private TestBrowser browser(Account account) {
        return new TestBrowser(port, practice.host()).cookie(practice.cookie(account.id()));
    }

    private String desk() {
        return "/desk/people/" + nell.id() + "/safety-plan";
    }

    private static Map<String, String> plan(int seen, String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seen", String.valueOf(seen));
        fields.put("_idem", UUID.randomUUID().toString());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    @Test
    void aPlanMayBeginWithOneLineAndNeverCallsTheRestMissing() {
        TestBrowser mine = browser(nellsAccount);
        assertThat(mine.get("/my/safety-plan").body()).contains("Begin the plan");
        mine.get("/my/safety-plan/writing");
        HttpResponse<String> kept = mine.post("/my/safety-plan", plan(0, "alone", "A warm bath\r\n\r\n  The radio "));
        assertThat(TestBrowser.location(kept)).startsWith("/my/safety-plan");
        String page = mine.get("/my/safety-plan").body();
        assertThat(page)
                .contains("<bdi>A warm bath</bdi>", "<bdi>The radio</bdi>", "version 1")
                .doesNotContain("How I notice that a hard time is coming")
                .contains("116 123");
        assertThat(browser(ishbel).get(desk()).body()).contains("<bdi>A warm bath</bdi>");
    }

    @Test
    void peopleComeFromTheCirclesAndAreCalledWhatTheCirclesCallThem() {
        TestBrowser mine = browser(nellsAccount);
        assertThat(mine.get("/my/safety-plan/writing").body()).contains("<bdi>My sister</bdi>");
        mine.post(
                "/my/safety-plan", plan(0, "ask", sister, "reach-" + sister, "she answers after six", "knows", sister));
        assertThat(mine.get("/my/safety-plan").body())
                .contains("<bdi>My sister</bdi>", "she answers after six", "knows about this");
        rename(sister, "Kirsty");
        assertThat(mine.get("/my/safety-plan").body())
                .contains("<bdi>Kirsty</bdi>")
                .doesNotContain("My sister");
        takeOff(sister);
        assertThat(mine.get("/my/safety-plan").body())
                .as("a plan never loses somebody silently")
                .contains("<bdi>My sister</bdi>");
        assertThat(mine.get("/my/safety-plan/writing").body()).contains("<bdi>My sister</bdi>");
    }

    @Test
    void theDoctorToldAtTheStartIsNotAskedForAgainAndWhatThePlanSaysStands() {
        practice.run(() -> transaction.executeWithoutResult(status -> context.getBean(Courses.class)
                .visibleTo(ishbel.viewer())
                .begin(nell.id(), context.getBean(Variants.class).find("ipt-16").orElseThrow())));
        TestBrowser desk = browser(ishbel);
        String details = "/desk/people/" + nell.id() + "/intake/details";
        Map<String, String> told = plan(0, "finished", "no");
        told.putAll(Map.of("gp-name", "Dr Grace", "gp-practice", "Harbour surgery", "gp-phone", "01632 960222"));
        told.putAll(Map.of("contact-name", "Callum", "contact-phone", "01632 960111", "contact-when", "Only by day"));
        desk.open(details, details, told);

        assertThat(desk.get(desk() + "/writing").body())
                .contains("Dr Grace · Harbour surgery · 01632 960222\nCallum · 01632 960111</textarea>")
                .contains("Filled in from what was told at the start")
                .doesNotContain("Only by day");
        assertThat(browser(nellsAccount).get("/my/safety-plan/writing").body())
                .as("what was told at the start has no page of the person's own")
                .doesNotContain("Dr Grace", "Callum");
        desk.post(desk(), plan(0, "services", "Dr Grace, mornings"));
        assertThat(desk.get(desk() + "/writing").body())
                .contains("Dr Grace, mornings</textarea>")
                .doesNotContain("960222", "960111", "Filled in from");
    }

    @Test
    void somebodyWhoIsNotOnTheCirclesCannotBeSlippedIn() {
        TestBrowser mine = browser(nellsAccount);
        mine.get("/my/safety-plan/writing");
        mine.post(
                "/my/safety-plan",
                plan(0, "signs", "Not sleeping", "company", UUID.randomUUID().toString()));
        assertThat(mine.get("/my/safety-plan").body())
                .contains("Not sleeping")
                .doesNotContain("People who take my mind off things");
    }

    @Test
    void everyVersionStaysAndTwoHandsAtOnceAreShownBoth() {
        TestBrowser mine = browser(nellsAccount);
        TestBrowser hers = browser(ishbel);
        mine.get("/my/safety-plan/writing");
        mine.post("/my/safety-plan", plan(0, "signs", "Not sleeping"));
        hers.get(desk() + "/writing");
        mine.post("/my/safety-plan", plan(1, "signs", "Not sleeping\nNot eating"));
        HttpResponse<String> late = hers.post(desk(), plan(1, "signs", "Staying in bed"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Staying in bed", "Not eating");
        assertThat(mine.get("/my/safety-plan").body()).contains("Not eating", "version 2");
        assertThat(mine.get("/my/safety-plan/versions/1").body())
                .contains("Not sleeping", "older version")
                .doesNotContain("Not eating");
        assertThat(mine.get("/my/safety-plan/versions/9").statusCode()).isEqualTo(404);
    }

    @Test
    void sentTwiceItIsOneVersion() {
        TestBrowser mine = browser(nellsAccount);
        mine.get("/my/safety-plan/writing");
        Map<String, String> form = plan(0, "matters", "The dog");
        assertThat(mine.post("/my/safety-plan", form).statusCode()).isEqualTo(302);
        assertThat(mine.post("/my/safety-plan", form).statusCode()).isEqualTo(302);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatCannotBeKeptIsSaidAndStaysOnThePage() {
        TestBrowser mine = browser(nellsAccount);
        mine.get("/my/safety-plan/writing");
        HttpResponse<String> blank = mine.post("/my/safety-plan", plan(0));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("Error:", "Write at least one line somewhere");
        HttpResponse<String> many =
                mine.post("/my/safety-plan", plan(0, "signs", "x\n".repeat(13), "alone", "The radio"));
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.body()).contains("Up to 12 lines", "The radio");
        assertThat(rows()).isZero();
    }

    @Test
    void nobodyElseOpensItAndItLooksLikeNothing() {
        Account grace = practice.colleague("grace@practice.example", "Grace", EnumSet.of(Role.SUPERVISOR));
        for (Account one : List.of(idris, priya, grace)) {
            HttpResponse<String> denied = browser(one).get(desk());
            HttpResponse<String> nothing = browser(one).get("/desk/people/" + UUID.randomUUID() + "/safety-plan");
            assertThat(denied.statusCode()).isEqualTo(404);
            assertThat(TestBrowser.steadyBody(denied)).isEqualTo(TestBrowser.steadyBody(nothing));
        }
    }

    @Test
    void onDiskItHasNoWordAndForgettingLeavesNoRow() {
        TestBrowser mine = browser(nellsAccount);
        mine.get("/my/safety-plan/writing");
        mine.post("/my/safety-plan", plan(0, "signs", "Heatherbell nights", "company", sister));
        String raw = practice.within(() -> transaction.execute(status -> jdbc.sql(
                        "select string_agg(encode(words, 'escape'), '') from safety_plan where practice_id = :practice")
                .param("practice", practice.id().value())
                .query((row, number) -> row.getString(1))
                .single()));
        assertThat(raw).isNotBlank().doesNotContain("Heatherbell").doesNotContain("sister");
        practice.run(() -> forget.forget(nell.id(), ishbel.viewer()));
        assertThat(rows()).isZero();
    }

    private int rows() {
        return practice.within(() ->
                transaction.execute(status -> jdbc.sql("select count(*) from safety_plan where practice_id = :practice")
                        .param("practice", practice.id().value())
                        .query((row, number) -> row.getInt(1))
                        .single()));
    }

    private void rename(String id, String name) {
        change(
                id,
                (inventory, one) -> inventory.describe(
                        one.id(), one.version(), name, one.standing(), one.description(), signature()));
    }

    private void takeOff(String id) {
        change(id, (inventory, one) -> inventory.remove(one.id(), one.version(), signature()));
    }

    private Signature signature() {
        return new Signature(nellsAccount.id(), time.now());
    }

    private void change(String id, java.util.function.BiConsumer<Inventory, Relationship> act) {
        practice.run(() -> transaction.executeWithoutResult(status -> {
            Inventory inventory = inventories.visibleTo(nellsAccount.viewer()).toChange(nell.id());
            Relationship one = inventory.people().stream()
                    .filter(it -> it.id().value().toString().equals(id))
                    .findFirst()
                    .orElseThrow();
            act.accept(inventory, one);
            inventories.save(inventory, nellsAccount.viewer());
        }));
    }
}
