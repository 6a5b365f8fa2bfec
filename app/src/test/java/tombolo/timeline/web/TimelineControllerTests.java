package tombolo.timeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.inventory.Apart;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.measures.ChartMarks;
import tombolo.people.ForgetPerson;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;

/** The timeline in both areas, as a browser without scripts sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TimelineControllerTests {
    private static final String MINE = "/my/timeline";

    private final ApplicationContext context;
    private final TestHouse house;
    private final Inventories inventories;
    private final ForgetPerson forget;
    private final JdbcClient jdbc;
    private final ProgrammeTime time;
    private final Person anna;
    private final Account annasAccount;
    private final String dan;

    @LocalServerPort
    private int port;

    TimelineControllerTests(
            ApplicationContext context,
            People people,
            Inventories inventories,
            ForgetPerson forget,
            JdbcClient jdbc,
            ProgrammeTime time) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.inventories = inventories;
        this.forget = forget;
        this.jdbc = jdbc;
        this.time = time;
        this.anna = Person.met(Optional.of(Confidential.of("Anna")), SafeContact.inPerson(), time.now());
        this.annasAccount = house.practice().person(anna.id(), "anna@example.org");
        anna.walksWith(house.ishbel().id(), time.now());
        house.within(() -> {
            people.add(anna);
            return "";
        });
        this.dan = onCircles("Dan");
    }

    private String onCircles(String name) {
        return house.within(() -> {
            Inventory circles = inventories.visibleTo(annasAccount.viewer()).toChange(anna.id());
            Relationship added = circles.add(
                            List.of(name),
                            Standing.at(Ring.CLOSE, Sector.FAMILY),
                            new Signature(annasAccount.id(), time.now()))
                    .getFirst();
            inventories.save(circles, annasAccount.viewer());
            return added.id().value().toString();
        });
    }

    private List<String> circles() {
        return house.within(() -> inventories.visibleTo(annasAccount.viewer()).toCompare(anna.id()).people().stream()
                .map(one -> one.name().words())
                .toList());
    }

    private TestBrowser mine() {
        return signedIn(annasAccount, MINE);
    }

    private TestBrowser desk() {
        return signedIn(house.ishbel(), deskTimeline());
    }

    /** Has opened the page once, as one must to have its token. */
    private TestBrowser signedIn(Account account, String page) {
        TestBrowser browser = house.browser(port, account);
        assertThat(browser.get(page).statusCode()).isEqualTo(200);
        return browser;
    }

    private String deskTimeline() {
        return "/desk/people/" + anna.id() + "/timeline";
    }

    private static Map<String, String> told(String sort, String... more) {
        Map<String, String> fields = new HashMap<>();
        fields.put("sort", sort);
        fields.put("_idem", UUID.randomUUID().toString());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private String add(TestBrowser browser, String... fields) {
        HttpResponse<String> kept = browser.post(MINE + "/entries", told("event", fields));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(302);
        Matcher id = Pattern.compile("#entry-([0-9a-f-]{36})").matcher(TestBrowser.location(kept));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void beginsWithOneThingAndPersonAndTherapistSeeTheSame() {
        TestBrowser mine = mine();
        assertThat(mine.get(MINE).body()).contains("When did you last feel well?");
        mine.post(
                MINE + "/entries",
                told("mark", "kind", "onset", "when", "about May 2026", "what", "No sleep", "mood", "3"));
        add(mine, "kind", "change", "when", "spring 2026", "what", "We moved <north>", "people", dan);
        mine.post(MINE + "/entries", told("role", "when", "2018", "until", "April 2026", "what", "Teacher"));
        for (String page :
                List.of(mine.get(MINE).body(), desk().get(deskTimeline()).body())) {
            assertThat(page)
                    .contains("about May 2026", "<bdi>No sleep</bdi>", "Mood: 3 of 10")
                    .contains("spring 2026", "<bdi>We moved &lt;north&gt;</bdi>", "<bdi>Dan</bdi>")
                    .contains("2018 to April 2026", "<bdi>Teacher</bdi>")
                    .contains("role=\"img\"", "Above the line: 1. Below the line: 1. Roles: 1.")
                    .doesNotContain("<north>");
            assertThat(page.indexOf("We moved")).isLessThan(page.indexOf("No sleep"));
        }
        assertThat(mine.get(MINE).body()).contains("<title>My timeline · Tombolo</title>");
        assertThat(desk().get(deskTimeline()).body()).contains("<title>A timeline · Tombolo</title>");
    }

    /** What has a day, or nearly one, stands below the scores; what is only known by its year would stand anywhere. */
    @Test
    void whatHappenedStandsBelowTheScoresForWhoeverMayOpenTheTimeline() {
        TestBrowser mine = mine();
        add(mine, "kind", "dispute", "when", "12 October 2026", "what", "The quarrel in the car");
        add(mine, "kind", "change", "when", "March 2026", "what", "We moved north");
        add(mine, "kind", "loss", "when", "2019", "what", "Gran died");
        mine.post(MINE + "/entries", told("mark", "kind", "onset", "when", "May 2026", "what", "No sleep"));
        assertThat(marks(annasAccount))
                .containsExactlyInAnyOrder("The quarrel in the car 2026-10-12", "We moved north 2026-03-16");
        assertThat(marks(house.ishbel())).isEqualTo(marks(annasAccount));
        assertThat(marks(house.idris())).isEmpty();
        assertThat(marks(house.priya())).isEmpty();
    }

    private List<String> marks(Account viewer) {
        return house.within(() -> context.getBean(ChartMarks.class).of(anna.id(), viewer.viewer()).stream()
                .map(mark -> mark.what().arguments().getFirst()
                        + " "
                        + LocalDate.ofInstant(mark.at(), ZoneId.of("Europe/London")))
                .toList());
    }

    @Test
    void peopleComeFromTheCirclesAndAreCalledWhatTheCirclesCallThem() {
        TestBrowser mine = mine();
        add(mine, "kind", "dispute", "when", "2026", "what", "The quarrel in the car", "people", dan);
        change(circles -> {
            Relationship one = circles.called("Dan").orElseThrow();
            circles.describe(one.id(), one.version(), "Daniel", one.standing(), one.description(), signature());
        });
        assertThat(mine.get(MINE).body()).contains("<bdi>Daniel</bdi>").doesNotContain("<bdi>Dan</bdi>");
        change(circles -> {
            Relationship one = circles.called("Daniel").orElseThrow();
            circles.remove(one.id(), one.version(), signature());
        });
        assertThat(mine.get(MINE).body()).as("nobody is lost silently").contains("<bdi>Dan</bdi>");
    }

    private Signature signature() {
        return new Signature(annasAccount.id(), time.now());
    }

    private void change(java.util.function.Consumer<Inventory> act) {
        house.within(() -> {
            Inventory circles = inventories.visibleTo(annasAccount.viewer()).toChange(anna.id());
            act.accept(circles);
            inventories.save(circles, annasAccount.viewer());
            return "";
        });
    }

    @Test
    void whereTheCirclesAreFullItIsSaidBesideTheNameAndNothingTypedIsLost() {
        change(circles -> circles.add(
                IntStream.range(circles.people().size(), Inventory.MOST)
                        .mapToObj(number -> "Neighbour " + number)
                        .toList(),
                Standing.at(Apart.NOT_PLACED, Sector.OTHERS),
                new Signature(annasAccount.id(), time.now())));
        TestBrowser mine = mine();
        mine.get(MINE);
        HttpResponse<String> full = mine.post(
                MINE + "/entries",
                told("event", "kind", "positive", "when", "2025", "what", "The choir began", "someone", "Isla"));
        assertThat(full.statusCode()).isEqualTo(422);
        assertThat(full.body())
                .contains("id=\"someone-error\"", "Your circles are full")
                .containsPattern("name=\"someone\"[^>]*value=\"Isla\"")
                .contains("The choir began");
        assertThat(house.count("timeline_entry")).isZero();
        add(mine, "kind", "loss", "when", "2026", "what", "She moved away", "someone", "neighbour 7");
        assertThat(house.count("timeline_entry"))
                .as("somebody who is on them can be named all the same")
                .isEqualTo(1);
    }

    @Test
    void somebodyNamedHereIsOnTheCirclesOnce() {
        TestBrowser mine = mine();
        Map<String, String> form =
                told("event", "kind", "positive", "when", "2025", "what", "The choir began", "someone", "Isla");
        mine.post(MINE + "/entries", form);
        mine.post(MINE + "/entries", form);
        add(mine, "kind", "loss", "when", "2026", "what", "She moved away", "someone", "isla");
        add(mine, "kind", "loss", "when", "2026", "what", "A second time", "someone", "Dan", "people", dan);
        assertThat(circles()).containsExactlyInAnyOrder("Dan", "Isla");
        assertThat(house.count("timeline_entry")).isEqualTo(3);
        String page = mine.get(MINE).body();
        assertThat(page).contains("<bdi>Isla</bdi>");
        assertThat(page.split("<bdi>Dan</bdi>", -1))
                .as("named once, though ticked and typed")
                .hasSize(2);
    }

    @Test
    void fromSomebodyOnTheCirclesOneIsLedToWhatHappenedWithThem() {
        TestBrowser mine = mine();
        String mentions = "/circles/relationships/" + dan + "/mentions";
        assertThat(mine.get("/my/circles?who=" + dan).body()).contains("href=\"/my" + mentions);
        assertThat(mine.get("/my" + mentions).body()).contains("Nowhere else yet.");
        String id = add(mine, "kind", "dispute", "when", "2026", "what", "The quarrel in the car", "people", dan);
        add(mine, "kind", "loss", "when", "2025", "what", "Something else");
        assertThat(mine.get("/my" + mentions).body())
                .contains("2026: The quarrel in the car", "href=\"" + MINE + "#entry-" + id)
                .doesNotContain("Something else");
        assertThat(desk().get("/desk/people/" + anna.id() + mentions).body())
                .contains("href=\"" + deskTimeline() + "#entry-" + id);
        assertThat(house.browser(port, house.idris())
                        .get("/desk/people/" + anna.id() + mentions)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void somebodyWhoIsNotOnTheCirclesCannotBeSlippedIn() {
        TestBrowser mine = mine();
        add(
                mine,
                "kind",
                "loss",
                "when",
                "2026",
                "what",
                "A loss",
                "people",
                UUID.randomUUID().toString());
        assertThat(mine.get(MINE).body()).contains("A loss").doesNotContain("With:");
    }

    @Test
    void whatCannotBeTakenIsSaidNextToItAndStaysOnThePage() {
        TestBrowser mine = mine();
        HttpResponse<String> wrong = mine.post(
                MINE + "/entries", told("event", "when", "31 February 2026", "what", "We moved", "people", dan));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Error:", "id=\"when-error\"", "There is no day like “31 February 2026”")
                .contains("id=\"kind-error\"", "value=\"31 February 2026\"", "value=\"We moved\"")
                .contains("value=\"" + dan + "\" checked");
        HttpResponse<String> role =
                mine.post(MINE + "/entries", told("role", "when", "2020", "until", "2019", "what", "Carer"));
        assertThat(role.statusCode()).isEqualTo(422);
        assertThat(role.body()).contains("This lies before it began.");
        assertThat(mine.post(
                                MINE + "/entries",
                                told("event", "kind", "loss", "when", "2020", "what", "x", "mood", "11"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(mine.post(MINE + "/entries", told("nonsense")).statusCode()).isEqualTo(404);
        assertThat(house.count("timeline_entry")).isZero();
    }

    @Test
    void twoWhoTellTheSameThingAtOnceBothSeeBoth() {
        TestBrowser mine = mine();
        String id = add(mine, "kind", "change", "when", "2026", "what", "We moved");
        TestBrowser desk = desk();
        assertThat(desk.get(deskTimeline() + "?edit=" + id).body())
                .contains("value=\"We moved\"", "name=\"version\" value=\"0\"");
        mine.post(
                MINE + "/entries/" + id,
                told("event", "version", "0", "kind", "change", "when", "March 2026", "what", "We moved north"));
        HttpResponse<String> late = desk.post(
                deskTimeline() + "/entries/" + id,
                told("event", "version", "0", "kind", "change", "when", "2026", "what", "The move"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("The move", "We moved north", "March 2026");
        HttpResponse<String> off = desk.post(deskTimeline() + "/entries/" + id + "/removal", told("", "version", "0"));
        assertThat(off.statusCode()).isEqualTo(409);
        assertThat(off.body()).contains("taken off", "We moved north");
        assertThat(mine.get(MINE).body()).contains("We moved north");
    }

    @Test
    void whatIsTakenOffComesBackForThirtyDaysAndIsThenGone() {
        TestBrowser mine = mine();
        String id = add(mine, "kind", "loss", "when", "2026", "what", "The old flat");
        mine.post(MINE + "/entries/" + id + "/removal", told("", "version", "0"));
        assertThat(mine.get(MINE).body()).contains("Put back").doesNotContain("id=\"entry-" + id);
        mine.post(MINE + "/entries/" + id + "/return", told(""));
        assertThat(mine.get(MINE).body()).contains("id=\"entry-" + id);
        mine.post(MINE + "/entries/" + id + "/removal", told("", "version", "2"));
        house.within(() -> jdbc.sql("update timeline_entry set removed_at = removed_at - interval '30 days 1 minute'"
                        + " where practice_id = :practice")
                .param("practice", house.practice().id().value())
                .update());
        assertThat(mine.get(MINE).body()).doesNotContain("The old flat");
        add(mine, "kind", "positive", "when", "2026", "what", "A new flat");
        assertThat(house.count("timeline_entry")).isEqualTo(1);
    }

    @Test
    void thePictureShowsTheYearsAskedForAndTheListEverything() {
        TestBrowser mine = mine();
        add(mine, "kind", "loss", "when", "2001", "what", "Gran");
        mine.post(MINE + "/entries", told("mark", "kind", "onset", "when", "2026", "mood", "3"));
        String usual = mine.get(MINE).body();
        assertThat(usual).contains("Below the line: 0.", "<bdi>Gran</bdi>", "Show all years");
        String all = mine.get(MINE + "?from=2001&to=2026").body();
        assertThat(all).contains("The timeline from 2001 to", "Below the line: 1.");
        assertThat(mine.get(MINE + "?from=9999&to=-5").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseOpensItAndItLooksLikeNothing() {
        String id = add(mine(), "kind", "loss", "when", "2026", "what", "The old flat");
        for (Account one : List.of(house.idris(), house.priya())) {
            TestBrowser browser = house.browser(port, one);
            HttpResponse<String> denied = browser.get(deskTimeline());
            HttpResponse<String> nothing = browser.get("/desk/people/" + UUID.randomUUID() + "/timeline");
            assertThat(denied.statusCode()).isEqualTo(404);
            assertThat(TestBrowser.steadyBody(denied)).isEqualTo(TestBrowser.steadyBody(nothing));
            browser.get("/desk/people");
            assertThat(browser.post(deskTimeline() + "/entries/" + id + "/removal", told("", "version", "0"))
                            .statusCode())
                    .isEqualTo(404);
        }
        TestHouse harbour = new TestHouse(context, "Harbour Practice", Optional.empty());
        assertThat(harbour.browser(port, harbour.ishbel()).get(deskTimeline()).statusCode())
                .as("a therapist of another practice")
                .isEqualTo(404);
        assertThat(mine().get(MINE).body()).contains("The old flat");
    }

    @Test
    void onDiskItHasNoWordAndForgettingLeavesNoRow() {
        add(
                mine(),
                "kind",
                "loss",
                "when",
                "2026",
                "what",
                "Heatherbell",
                "more",
                "Rainclouds",
                "people",
                dan,
                "someone",
                "Mirabelle");
        assertThat(house.rows("timeline_entry"))
                .contains("LOSS", "2026-01-01")
                .doesNotContain(TestHouse.hex("Heatherbell"), TestHouse.hex("Rainclouds"))
                .doesNotContain(TestHouse.hex("Dan"), TestHouse.hex("Mirabelle"), dan);
        assertThat(house.looked(anna.id()).stream().map(entry -> entry.what()).toList())
                .contains("timeline");
        house.practice().run(() -> forget.forget(anna.id(), house.ishbel().viewer()));
        assertThat(house.count("timeline_entry")).isZero();
    }

    @Test
    void aThingThatIsNotThereIsNotFound() {
        TestBrowser mine = mine();
        assertThat(mine.post(MINE + "/entries/" + UUID.randomUUID() + "/removal", told("", "version", "0"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(mine.get(MINE + "?edit=" + UUID.randomUUID()).statusCode()).isEqualTo(200);
    }
}
