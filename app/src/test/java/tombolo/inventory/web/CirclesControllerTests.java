package tombolo.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestPractice;
import tombolo.database.CountedStatements;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.time.ProgrammeTime;
import tombolo.ui.HalfTyped;
import tombolo.vault.Confidential;
import tombolo.vault.Role;

/** The pages of the circles, in both areas, as a browser without scripts sees them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(CountedStatements.class)
class CirclesControllerTests {
    private static final Pattern ROW = Pattern.compile("id=\"row-([0-9a-f-]{36})\"[^>]*><span class=\"name\">([^<]*)<");

    private final TestPractice practice;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final CountedStatements statements;
    private final Account ishbel;
    private final Person anna;
    private final Account annasAccount;

    @LocalServerPort
    private int port;

    private TestBrowser mine = new TestBrowser(0, "");
    private TestBrowser desk = mine;

    CirclesControllerTests(
            ApplicationContext context,
            People people,
            ProgrammeTime time,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            CountedStatements statements) {
        this.practice = new TestPractice(context);
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.statements = statements;
        this.ishbel = practice.ishbel();
        this.anna = Person.met(Optional.of(Confidential.of("Anna")), SafeContact.inPerson(), time.now());
        this.annasAccount = practice.person(anna.id(), "anna@example.org");
        anna.walksWith(ishbel.id(), time.now());
        in(() -> {
            people.add(anna);
            return "";
        });
    }

    @BeforeEach
    void twoBrowsers() {
        mine = browser(annasAccount);
        desk = browser(ishbel);
    }

    private TestBrowser browser(Account account) {
        return new TestBrowser(port, practice.host()).cookie(practice.cookie(account.id()));
    }

    private String deskCircles() {
        return "/desk/people/" + anna.id() + "/circles";
    }

    @Test
    void withNobodyThePageIsWholeAndCountsNothing() {
        String page = mine.get("/my/circles").body();
        assertThat(page)
                .contains("Who did you last say a word to?")
                .contains("<svg class=\"circles\"")
                .doesNotContain("0 people")
                .doesNotContain("nobody")
                .doesNotContain("What comes from whom");
        assertThat(desk.get(deskCircles()).body()).contains("Who did you last say a word to?");
    }

    @Test
    void withOnePersonThePageIsWholeAndCountsNothing() {
        mine.get("/my/circles");
        mine.post(
                "/my/circles/relationships",
                Map.of("names", "The man at the shop", "place", "further-out", "sector", "others"));
        for (String page :
                List.of(mine.get("/my/circles").body(), desk.get(deskCircles()).body())) {
            assertThat(rows(page).keySet()).containsExactly("The man at the shop");
            assertThat(page)
                    .contains("<svg class=\"circles\"", "further out")
                    .doesNotContain("1 person", "one person", "nly one", "just one", "nobody else", "lonely", "alone");
        }
    }

    @Test
    void severalPeopleAreAddedInOneGoOnceHoweverOftenItIsSent() {
        mine.get("/my/circles");
        Map<String, String> form = Map.of(
                "names",
                "Isla, Dan\nthe man at the shop",
                "place",
                "close",
                "sector",
                "family",
                "_idem",
                UUID.randomUUID().toString());
        assertThat(mine.post("/my/circles/relationships", form).statusCode()).isEqualTo(302);
        assertThat(mine.post("/my/circles/relationships", form).statusCode()).isEqualTo(302);
        String page = desk.get(deskCircles()).body();
        assertThat(rows(page).keySet()).containsExactly("Isla", "Dan", "the man at the shop");
        assertThat(page)
                .contains("The people around \u2068Anna\u2069")
                .contains("aria-label=\"\u2068Isla\u2069, close\"");
    }

    @Test
    void whatCannotBeTakenIsSaidKindlyAndKept() {
        mine.get("/my/circles");
        HttpResponse<String> nothing = add(" ,\n ", "close");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Error:").contains("Write at least one name");
        add("Isla", "close");
        HttpResponse<String> again = add("isla\nEwa", "close");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("isla\nEwa</textarea>").contains("is on your circles already");
        HttpResponse<String> longName = add("🌊".repeat(81), "close");
        assertThat(longName.statusCode()).isEqualTo(422);
        assertThat(rows(mine.get("/my/circles").body())).containsOnlyKeys("Isla");
    }

    @Test
    void namesAreTextWhateverIsWritten() {
        mine.get("/my/circles");
        String name = "<script>alert('x')</script> \u202e عمّة \"&";
        add(name, "very-close");
        String page = mine.get("/my/circles").body();
        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("\u2068&lt;script&gt;alert(")
                .contains("عمّة");
        String id = rows(page).values().iterator().next();
        assertThat(mine.get("/my/circles?who=" + id).body()).doesNotContain("<script>alert");
        assertThat(mine.get("/my/circles/relationships/" + id + "/description").body())
                .doesNotContain("<script>alert");
        assertThat(mine.get("/my/circles/table").body()).doesNotContain("<script>alert");
    }

    /**
     * The script sends the fields of the form with a move it has put together from what the picture says; so a drag, a tap
     * on a ring and an arrow key are each this one value.
     */
    @Test
    void everyWayOfMovingSendsTheSameAndLeavesTheSameRows() {
        mine.get("/my/circles");
        add("By button", "close");
        add("By panel", "close");
        add("By script", "close");
        String page = mine.get("/my/circles").body();
        Map<String, String> who = rows(page);

        String button = sentBy(page, "closer-" + who.get("By button"));
        String panel = sentBy(mine.get("/my/circles?who=" + who.get("By panel")).body(), "now-very-close");
        String still = attribute(page, "dot-" + who.get("By script"), "data-move");
        String script = still.replace(".close.", ".very-close.");
        assertThat(List.of(button, panel, script))
                .extracting(sent -> sent.substring(36))
                .as("the same value after the id")
                .containsOnly(".0.very-close.none.others");
        for (String move : List.of(button, panel, script)) {
            assertThat(mine.post("/my/circles/placements", Map.of("move", move)).statusCode())
                    .isEqualTo(302);
        }
        List<String> relationships = stored("select stands || wished_or_not || sector || version from (select stands,"
                + " coalesce(wished, '-') as wished_or_not, sector, version from relationship"
                + " where practice_id = :practice) r");
        assertThat(relationships).hasSize(3).containsOnly("VERY_CLOSE-OTHERS1");
        List<String> changes = stored("select kind || before || after from inventory_change"
                + " where practice_id = :practice and before is not null");
        assertThat(changes).hasSize(3).containsOnly("MOVED01");
    }

    @Test
    void wishesAndPartsOfLifeAreSentTheSameWay() {
        mine.get("/my/circles");
        add("Mum", "further-out");
        String id = rows(mine.get("/my/circles").body()).get("Mum");
        String chosen = mine.get("/my/circles?who=" + id).body();
        move(sentBy(chosen, "wish-very-close"));
        String wished = mine.get("/my/circles?who=" + id).body();
        assertThat(wished).contains("class=\"wish\"").contains("\u2068Mum\u2069, further out, wished very close");
        move(sentBy(wished, "part-family"));
        String family = mine.get("/my/circles?who=" + id).body();
        assertThat(family).contains("is now with family");
        move(sentBy(family, "now-died"));
        assertThat(mine.get("/my/circles?who=" + id).body())
                .contains("People who have died")
                .doesNotContain("class=\"wish\"")
                .doesNotContain("I would like");
    }

    @Test
    void theSameButtonPressedTwiceMovesOnceAndAnotherButtonOfThatPageStillWorks() {
        mine.get("/my/circles");
        add("Isla\nDan", "further-out");
        String page = mine.get("/my/circles").body();
        Map<String, String> who = rows(page);
        String idem = UUID.randomUUID().toString();
        for (String name : List.of("Isla", "Isla", "Dan")) {
            Map<String, String> form = Map.of("move", sentBy(page, "closer-" + who.get(name)), "_idem", idem);
            assertThat(mine.post("/my/circles/placements", form).statusCode()).isEqualTo(302);
        }
        assertThat(stored("select stands from relationship where practice_id = :practice"))
                .containsExactly("CLOSE", "CLOSE");
    }

    @Test
    void whatWasDoneLastIsSaidAndCanBeTakenBack() {
        mine.get("/my/circles");
        add("Isla", "close");
        String id = rows(mine.get("/my/circles").body()).get("Isla");
        move(sentBy(mine.get("/my/circles").body(), "closer-" + id));
        String page = mine.get("/my/circles").body();
        assertThat(page).contains("\u2068Isla\u2069 moved to very close.");
        HttpResponse<String> undone = mine.post(found(page, "action=\"(/my/circles/steps/[0-9]+/undoing)"), Map.of());
        assertThat(TestBrowser.location(undone)).isEqualTo("/my/circles?done=inventory.done.undone");
        assertThat(mine.get("/my/circles").body()).contains("\u2068Isla\u2069, close\"");
        HttpResponse<String> tooLate = mine.post(found(page, "action=\"(/my/circles/steps/[0-9]+/undoing)"), Map.of());
        assertThat(TestBrowser.location(tooLate)).endsWith("inventory.done.not-undone");
    }

    @Test
    void whoeverIsTakenOffWaitsToBePutBack() {
        mine.get("/my/circles");
        add("Isla", "close");
        String id = rows(mine.get("/my/circles").body()).get("Isla");
        mine.post("/my/circles/relationships/" + id + "/removal", Map.of("version", "0"));
        String page = mine.get("/my/circles").body();
        assertThat(rows(page)).isEmpty();
        assertThat(page).contains("Taken off lately");
        mine.post("/my/circles/relationships/" + id + "/return", Map.of());
        assertThat(rows(mine.get("/my/circles").body())).containsOnlyKeys("Isla");
    }

    @Test
    void twoWhoDescribeTheSamePersonSeeBothVersions() {
        mine.get("/my/circles");
        add("Mum", "close");
        String id = rows(mine.get("/my/circles").body()).get("Mum");
        String form = "/relationships/" + id + "/description";
        mine.get("/my/circles" + form);
        desk.get(deskCircles() + form);
        assertThat(mine.post("/my/circles" + form, described("Mum", "she listens to me"))
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> second = desk.post(deskCircles() + form, described("Mam", "she rings on Sundays"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("she listens to me")
                .contains("she rings on Sundays")
                .contains(">Mam<")
                .contains(">Mum<");
        assertThat(mine.get("/my/circles?who=" + id).body()).contains("she listens to me");
    }

    @Test
    void aStaleMoveShowsBothVersions() {
        mine.get("/my/circles");
        add("Dan", "close");
        String old = mine.get("/my/circles").body();
        String id = rows(old).get("Dan");
        move(sentBy(old, "out-" + id));
        HttpResponse<String> stale = mine.post("/my/circles/placements", Map.of("move", sentBy(old, "closer-" + id)));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("very close").contains("further out");
    }

    @Test
    void everythingSaidOfSomebodyComesBackInWords() {
        mine.get("/my/circles");
        add("Isla", "close");
        String id = rows(mine.get("/my/circles").body()).get("Isla");
        mine.post("/my/circles/relationships/" + id + "/description", described("Isla", "she makes me laugh"));
        String page = mine.get("/my/circles?who=" + id).body();
        assertThat(page)
                .contains("brother or sister")
                .contains("about once a week, calling")
                .contains("seldom · I would like: often")
                .contains("listening and comfort: a great deal")
                .contains("quite a lot")
                .contains("to be asked (comes true: partly)")
                .contains("she makes me laugh")
                .contains("class=\"who hard sel\"");
        assertThat(mine.get("/my/circles/table").body())
                .contains("she makes me laugh")
                .contains("seldom");
    }

    @Test
    void thenAndNowBeginsWithTheListOfWhatChanged() {
        mine.get("/my/circles");
        add("Isla\nDan", "close");
        mine.post("/my/circles/snapshots", Map.of("moment", "start", "title", ""));
        String page = mine.get("/my/circles").body();
        move(sentBy(page, "closer-" + rows(page).get("Isla")));
        mine.post("/my/circles/relationships/" + rows(page).get("Dan") + "/removal", Map.of("version", "0"));
        add("Choir", "further-out");
        String list = mine.get("/my/circles/then-and-now").body();
        String start = found(list, "<option value=\"([0-9a-f-]{36})\"");
        String compared =
                mine.get("/my/circles/then-and-now?then=" + start + "&now=").body();
        assertThat(compared)
                .contains("\u2068Isla\u2069: close, now very close")
                .contains("\u2068Choir\u2069: further out")
                .contains("\u2068Dan\u2069: was close");
        assertThat(compared.indexOf("What changed")).isLessThan(compared.indexOf("<svg class=\"circles\""));
        assertThat(compared.split("<svg class=\"circles\"", -1))
                .as("two pictures")
                .hasSize(3);
        mine.post("/my/circles/snapshots/" + start + "/removal", Map.of());
        assertThat(mine.get("/my/circles/then-and-now").body()).contains("No picture is kept yet");
    }

    @Test
    void onlyThePersonAndWhoeverWalksWithThemGetIn() {
        add("Isla", "close");
        Account idris = practice.colleague("idris@practice.example", "Idris", EnumSet.of(Role.SUPERVISOR));
        Account other = practice.colleague("callum@practice.example", "Callum", EnumSet.of(Role.THERAPIST));
        for (Account account : List.of(idris, other)) {
            for (String path : List.of("", "/table", "/then-and-now")) {
                assertThat(browser(account).get(deskCircles() + path).statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
        assertThat(desk.get("/my/circles").statusCode()).isNotEqualTo(200);
        assertThat(mine.get(deskCircles()).statusCode()).isNotEqualTo(200);
        assertThat(mine.get("/my/circles?who=" + UUID.randomUUID()).statusCode())
                .isEqualTo(200);
        assertThat(mine.get("/my/circles/relationships/" + UUID.randomUUID() + "/description")
                        .statusCode())
                .isEqualTo(404);
        assertThat(mine.post("/my/circles/placements", Map.of("move", UUID.randomUUID() + ".0.close.none.work"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(mine.post("/my/circles/placements", Map.of("move", "nonsense"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void namesHalfTypedAreThereAgainForWhoeverTypedThemAlone() {
        HalfTyped hers = new HalfTyped(() -> browser(annasAccount), "/my/circles", "inventory.add:" + anna.id());
        HalfTyped ishbels = new HalfTyped(() -> browser(ishbel), deskCircles(), "inventory.add:" + anna.id());
        hers.isThereAgain(Map.of("names", "Bluebell, Isla", "place", "close"));
        ishbels.isEmpty();
        ishbels.isThereAgain(Map.of("names", "the lodger"));
        assertThat(stored("select person_id::text from draft where practice_id = :practice"))
                .as("both go with Anna’s key")
                .containsExactly(anna.id().toString(), anna.id().toString());
        assertThat(stored("select encode(words, 'escape') from draft where practice_id = :practice"))
                .noneMatch(words -> words.contains("Bluebell") || words.contains("lodger"));
        mine.get("/my/circles");
        add("Isla", "close");
        hers.isEmpty();
        ishbels.isThereAgain(Map.of("names", "the lodger"));
    }

    @Test
    void whatIsHalfSaidOfSomebodyIsThereAgainUntilItIsKept() {
        mine.get("/my/circles");
        add("Dan", "close");
        String page = "/relationships/" + rows(mine.get("/my/circles").body()).get("Dan") + "/description";
        String form = "inventory.description:" + page.split("/")[2];
        HalfTyped hers = new HalfTyped(() -> browser(annasAccount), "/my/circles" + page, form);
        hers.isThereAgain(Map.of("hard", "The night he did not come", "ways", "calling\nwriting"));
        new HalfTyped(() -> browser(ishbel), deskCircles() + page, form).isThereAgain(Map.of("change", "to be asked"));
        mine.get("/my/circles" + page);
        assertThat(mine.post("/my/circles" + page, described("", "tea")).statusCode())
                .isEqualTo(422);
        hers.isThereAgain(Map.of("hard", "The night he did not come"));
        assertThat(mine.post("/my/circles" + page, described("Dan", "tea")).statusCode())
                .isEqualTo(302);
        hers.isEmpty();
    }

    @Test
    void noPageAsksMoreThanThreeStatements() {
        assertThat(mine.get("/my/circles").statusCode()).isEqualTo(200);
        assertThat(add(IntStream.range(0, 25).mapToObj(i -> "Someone " + i).collect(Collectors.joining("\n")), "close")
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> kept = mine.post("/my/circles/snapshots", Map.of("moment", "start"));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(302);
        String id = rows(mine.get("/my/circles").body()).get("Someone 3");
        String start = found(mine.get("/my/circles/then-and-now").body(), "<option value=\"([0-9a-f-]{36})\"");
        for (String path : List.of(
                "", "?who=" + id, "/table", "/relationships/" + id + "/description", "/then-and-now?then=" + start)) {
            for (TestBrowser browser : List.of(mine, desk)) {
                statements.begin();
                String base = browser == mine ? "/my/circles" : deskCircles();
                assertThat(browser.get(base + path).statusCode()).isEqualTo(200);
                assertThat(statements.counted())
                        .as(path)
                        .hasSizeLessThanOrEqualTo(3)
                        .isNotEmpty();
            }
        }
    }

    private HttpResponse<String> add(String names, String place) {
        return mine.post("/my/circles/relationships", Map.of("names", names, "place", place, "sector", "others"));
    }

    private void move(String sent) {
        assertThat(mine.post("/my/circles/placements", Map.of("move", sent)).statusCode())
                .isEqualTo(302);
    }

    private static Map<String, String> described(String name, String good) {
        return Map.ofEntries(
                Map.entry("version", "0"),
                Map.entry("name", name),
                Map.entry("now", "close"),
                Map.entry("wished", ""),
                Map.entry("sector", "others"),
                Map.entry("tie", "sibling"),
                Map.entry("heard", "1"),
                Map.entry("heard-wished", "3"),
                Map.entry("often", "weekly"),
                Map.entry("ways", "calling"),
                Map.entry("received-emotional", "3"),
                Map.entry("strain", "2"),
                Map.entry("mine", "to be asked"),
                Map.entry("mine-met", "partly"),
                Map.entry("good", good));
    }

    private static Map<String, String> rows(String page) {
        Map<String, String> rows = new java.util.LinkedHashMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            rows.put(row.group(2).replace("\u2068", "").replace("\u2069", ""), row.group(1));
        }
        return rows;
    }

    private static String sentBy(String page, String id) {
        return attribute(page, id, "value");
    }

    private static String attribute(String page, String id, String attribute) {
        return found(
                page,
                "<[^>]*" + attribute + "=\"([^\"]*)\"[^>]*id=\"" + id + "\"|<[^>]*id=\"" + id + "\"[^>]*" + attribute
                        + "=\"([^\"]*)\"");
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Objects.requireNonNullElseGet(matcher.group(1), () -> matcher.group(2));
    }

    private List<String> stored(String sql) {
        return in(() -> jdbc.sql(sql)
                .param("practice", practice.id().value())
                .query((row, number) -> row.getString(1))
                .list());
    }

    private <T> T in(Supplier<T> work) {
        return practice.within(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
