package tombolo.ending.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
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
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.course.Contract.Agreement;
import tombolo.course.Contract.Terms;
import tombolo.course.Contract.Way;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.Ending;
import tombolo.course.Focus;
import tombolo.course.Goal;
import tombolo.course.Variants;
import tombolo.database.Ids;
import tombolo.instruments.Instruments;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Snapshot;
import tombolo.inventory.Snapshots;
import tombolo.inventory.Standing;
import tombolo.measures.Responses;
import tombolo.people.ForgetPerson;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.safety.SafetyPlan;
import tombolo.safety.SafetyPlans;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;

/** The ending's review in both areas, as a browser without scripts sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EndingReviewControllerTests {
    private final TestHouse house;
    private final Courses courses;
    private final Variants variants;
    private final Inventories inventories;
    private final Snapshots snapshots;
    private final SafetyPlans plans;
    private final Responses responses;
    private final ForgetPerson forget;
    private final ProgrammeTime time;
    private final Person ewa;
    private final Account ewasOwn;
    private final RelationshipId dan;

    @LocalServerPort
    private int port;

    EndingReviewControllerTests(
            ApplicationContext context,
            Courses courses,
            Variants variants,
            Inventories inventories,
            Snapshots snapshots,
            SafetyPlans plans,
            Responses responses,
            ForgetPerson forget,
            ProgrammeTime time) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.courses = courses;
        this.variants = variants;
        this.inventories = inventories;
        this.snapshots = snapshots;
        this.plans = plans;
        this.responses = responses;
        this.forget = forget;
        this.time = time;
        this.ewa = house.known("Ewa", house.ishbel());
        this.ewasOwn = house.practice().person(ewa.id(), "ewa@example.org");
        this.dan = house.within(() -> {
            Inventory circles = inventories.visibleTo(house.ishbel().viewer()).toChange(ewa.id());
            RelationshipId first = circles.add(
                            List.of("Dan"), new Standing(Ring.CLOSE, null, Sector.FAMILY), signature())
                    .getFirst()
                    .id();
            circles.add(List.of("Isla"), new Standing(Ring.CLOSE, null, Sector.FAMILY), signature());
            inventories.save(circles, house.ishbel().viewer());
            Courses.Visible mine = courses.visibleTo(house.ishbel().viewer());
            mine.begin(ewa.id(), variants.find("ipt-b").orElseThrow());
            Course course = mine.of(ewa.id()).orElseThrow();
            course.agreeOn(new Focus(List.of("transition"), List.of(), "The yard closed", mine.signature()));
            course.propose(
                    6,
                    LocalDate.of(2040, 1, 1),
                    new Terms(
                            List.of(
                                    new Goal(
                                            Ids.next(),
                                            "Ask Dan for Saturday",
                                            Optional.empty(),
                                            "He has Finn",
                                            2,
                                            Optional.empty()),
                                    new Goal(
                                            Ids.next(),
                                            "Ring Isla",
                                            Optional.empty(),
                                            "Twice a week",
                                            3,
                                            Optional.empty())),
                            "a",
                            "b",
                            "c",
                            ""),
                    mine.signature());
            course.agree(new Agreement(Way.IN_THE_ROOM, house.ishbel().id(), time.now()));
            mine.save(course);
            return first;
        });
    }

    private Signature signature() {
        return new Signature(house.ishbel().id(), time.now());
    }

    private String desk() {
        return "/desk/people/" + ewa.id() + "/ending";
    }

    private TestBrowser ishbel() {
        return house.browser(port, house.ishbel());
    }

    private TestBrowser hers() {
        return house.browser(port, ewasOwn);
    }

    private Map<String, String> form(int seen, String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_idem", UUID.randomUUID().toString());
        fields.put("seen", String.valueOf(seen));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private String goal() {
        return "goal-"
                + house.within(() -> courses.visibleTo(house.ishbel().viewer())
                        .of(ewa.id())
                        .orElseThrow()
                        .goals()
                        .getFirst()
                        .id());
    }

    private Map<String, String> whole(int seen) {
        return form(
                seen,
                goal(),
                "7",
                "changed",
                "I sleep again, and the evenings are still long",
                "helped",
                "Asking before I was cross",
                "signs",
                "Not ringing back\nWaking at four",
                "people",
                dan.value().toString(),
                "steps",
                "Tell Dan the same day\nAfter two low weeks, ring here",
                "ahead",
                "His mother comes in May");
    }

    @Test
    void whatIsKnownStandsThereAndOnlyTheRestIsAsked() {
        house.within(() -> {
            Inventory circles = inventories.visibleTo(house.ishbel().viewer()).toChange(ewa.id());
            snapshots.keep(
                    circles,
                    Snapshot.Moment.values()[0],
                    "",
                    signature(),
                    house.ishbel().viewer());
            return "";
        });
        house.within(() -> {
            Inventory circles = inventories.visibleTo(house.ishbel().viewer()).toChange(ewa.id());
            circles.add(List.of("Finn"), new Standing(Ring.CLOSE, null, Sector.FAMILY), signature());
            inventories.save(circles, house.ishbel().viewer());
            for (int points : new int[] {2, 1}) {
                responses
                        .visibleTo(house.ishbel().viewer())
                        .keep(
                                ewa.id(),
                                List.of(Instruments.bundled()
                                        .get("gad-7")
                                        .scoredAnswers(points, points, points, points, points, points, points)),
                                tombolo.measures.Way.IN_ROOM,
                                UUID.randomUUID(),
                                Optional.of(3 - points),
                                time.now(),
                                Optional.empty());
            }
            plans.visibleTo(ewasOwn.viewer())
                    .write(
                            ewa.id(),
                            0,
                            new SafetyPlan.Parts(
                                    List.of("I stop ringing back"),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(new SafetyPlan.Ally(dan, "Dan", "", true)),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    Optional.empty(),
                                    ""));
            return "";
        });
        for (String page :
                List.of(hers().get("/my/ending").body(), ishbel().get(desk()).body())) {
            assertThat(page)
                    .contains("GAD-7", "14", "7")
                    .contains("New on the circles", "<bdi>Finn</bdi>", "then-and-now?then=");
        }
        String writing = hers().get("/my/ending/writing").body();
        assertThat(writing)
                .contains("I stop ringing back", "Ask Dan for Saturday", "It began at 2 of 10", "Is in the safety plan")
                .doesNotContain(" checked");
        assertThat(writing.indexOf(">Dan<")).isLessThan(writing.indexOf(">Isla<"));
    }

    @Test
    void thePersonAndTheTherapistWriteTheSameOneAndTheSlowerSeesBoth() {
        assertThat(hers().get("/my/ending").body()).contains("This is for your last sessions");
        assertThat(TestBrowser.location(hers().open("/my/ending", "/my/ending", whole(0))))
                .isEqualTo("/my/ending?done=ending.done.kept");
        assertThat(ishbel().get(desk()).body())
                .contains("Not ringing back", "from 2 to 7 of 10", "<bdi>Dan</bdi>", "His mother comes in May");
        Map<String, String> theirs = whole(1);
        theirs.put("ahead", "The summer");
        ishbel().open(desk(), desk(), theirs);
        Map<String, String> late = whole(1);
        late.put("ahead", "My own words");
        HttpResponse<String> slower = hers().open("/my/ending", "/my/ending", late);
        assertThat(slower.statusCode()).isEqualTo(409);
        assertThat(slower.body()).contains("My own words", "The summer").doesNotContain("Waking at four");
        assertThat(house.count("ending_review")).isEqualTo(2);
        assertThat(hers().get("/my/ending").body())
                .contains("Version 2", "Earlier versions", "The summer", "His mother comes in May");
    }

    @Test
    void pressedTwiceItIsOneVersionAndNothingAtAllIsNone() {
        TestBrowser hers = hers();
        Map<String, String> once = whole(0);
        hers.open("/my/ending", "/my/ending", once);
        hers.post("/my/ending", once);
        assertThat(house.count("ending_review")).isEqualTo(1);
        HttpResponse<String> blank = ishbel().open(desk(), desk(), form(1));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("Write at least one thing somewhere");
        HttpResponse<String> wrong = hers.open("/my/ending", "/my/ending", form(1, goal(), "11", "helped", "Asking"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Write a number from 0 to 10", "Asking");
    }

    @Test
    void itStandsOnTheThreadSheetAndAmongTheMentionsAndOnceItIsOverInTheirWeek() {
        hers().open("/my/ending", "/my/ending", whole(0));
        assertThat(ishbel().get("/desk/people/" + ewa.id() + "/thread-sheet?for=ending")
                        .body())
                .contains("Looking back and ahead", "Asking before I was cross", "Not ringing back; Waking at four");
        assertThat(hers().get("/my/circles/relationships/" + dan.value() + "/mentions")
                        .body())
                .contains("For later");
        assertThat(hers().get("/my").body()).doesNotContain("What I wrote for later");
        house.within(() -> {
            Courses.Visible mine = courses.visibleTo(house.ishbel().viewer());
            Course course = mine.of(ewa.id()).orElseThrow();
            course.end(new Ending(Ending.Reason.AGREED_EARLY, "", mine.signature()));
            mine.save(course);
            return "";
        });
        assertThat(hers().get("/my").body()).contains("What I wrote for later", "href=\"/my/ending\"");
        assertThat(hers().get("/my/ending").body()).contains("Waking at four");
    }

    @Test
    void everyWordIsSealedEveryLookIsWrittenDownAndItIsForgottenWithThem() {
        hers().open("/my/ending", "/my/ending", whole(0));
        for (String word : List.of("Dan", "Waking", "mother", "Saturday")) {
            assertThat(house.rows("ending_review")).doesNotContain(word, TestHouse.hex(word));
        }
        ishbel().get(desk());
        assertThat(house.looked(ewa.id()))
                .anyMatch(entry -> entry.act() == Act.READ && entry.what().equals("ending"))
                .anyMatch(entry -> entry.act() == Act.WROTE && entry.what().equals("ending"));
        house.within(() -> {
            forget.forget(ewa.id(), house.ishbel().viewer());
            return "";
        });
        assertThat(house.count("ending_review")).isZero();
    }

    @Test
    void forEverybodyElseThereIsNothingThere() {
        hers().open("/my/ending", "/my/ending", whole(0));
        for (Account one : List.of(house.idris(), house.priya())) {
            for (String page : List.of("/ending", "/ending/writing")) {
                HttpResponse<String> denied = house.browser(port, one).get("/desk/people/" + ewa.id() + page);
                HttpResponse<String> nothing = house.browser(port, one).get("/desk/people/" + UUID.randomUUID() + page);
                assertThat(denied.statusCode()).isEqualTo(404);
                assertThat(TestBrowser.steadyBody(denied)).isEqualTo(TestBrowser.steadyBody(nothing));
            }
            assertThat(house.browser(port, one).open("/desk", desk(), whole(1)).statusCode())
                    .isEqualTo(404);
        }
        assertThat(house.count("ending_review")).isEqualTo(1);
    }

    @Test
    void nobodyWhoIsNotOnTheCirclesCanBeSlippedIn() {
        Map<String, String> slipped = whole(0);
        slipped.put("people", UUID.randomUUID().toString());
        hers().open("/my/ending", "/my/ending", slipped);
        assertThat(ishbel().get(desk()).body()).contains("Not ringing back").doesNotContain("Whom I would turn to");
    }
}
