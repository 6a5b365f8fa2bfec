package tombolo.formulation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
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
import tombolo.course.Contract;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.Focus;
import tombolo.course.Goal;
import tombolo.course.IntakeTask;
import tombolo.course.Intakes;
import tombolo.course.Variants;
import tombolo.formulation.Agreement.Side;
import tombolo.formulation.Agreement.Way;
import tombolo.formulation.Formulation;
import tombolo.formulation.FormulationChanged;
import tombolo.formulation.Formulations;
import tombolo.inventory.Contact;
import tombolo.inventory.Description;
import tombolo.inventory.Exchange;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Sense;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.measures.Questionnaires;
import tombolo.measures.Responses;
import tombolo.people.ForgetPerson;
import tombolo.people.Glance;
import tombolo.people.Glances;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.Involved;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.Timeline;
import tombolo.timeline.Timelines;
import tombolo.timeline.Words;
import tombolo.vault.Confidential;

/** What is agreed, in both areas, as a browser without scripts sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FormulationControllerTests {
    private static final String MINE = "/my/what-we-agreed";

    private final ApplicationContext context;
    private final TestHouse house;
    private final Inventories inventories;
    private final Timelines timelines;
    private final Formulations formulations;
    private final Glances glances;
    private final Courses courses;
    private final Intakes intakes;
    private final Variants variants;
    private final Responses responses;
    private final Questionnaires questionnaires;
    private final ForgetPerson forget;
    private final ProgrammeTime time;
    private final Person anna;
    private final Account annasAccount;

    @LocalServerPort
    private int port;

    FormulationControllerTests(
            ApplicationContext context,
            People people,
            Inventories inventories,
            Timelines timelines,
            Formulations formulations,
            Glances glances,
            Courses courses,
            Intakes intakes,
            Variants variants,
            Responses responses,
            Questionnaires questionnaires,
            ForgetPerson forget,
            ProgrammeTime time) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.inventories = inventories;
        this.timelines = timelines;
        this.formulations = formulations;
        this.glances = glances;
        this.courses = courses;
        this.intakes = intakes;
        this.variants = variants;
        this.responses = responses;
        this.questionnaires = questionnaires;
        this.forget = forget;
        this.time = time;
        this.anna = Person.met(Optional.of(Confidential.of("Anna")), SafeContact.inPerson(), time.now());
        this.annasAccount = house.practice().person(anna.id(), "anna@example.org");
        anna.walksWith(house.ishbel().id(), time.now());
        house.within(() -> {
            people.add(anna);
            return "";
        });
    }

    private TestBrowser mine() {
        return signedIn(annasAccount, MINE);
    }

    private TestBrowser desk() {
        return signedIn(house.ishbel(), deskPage());
    }

    private TestBrowser signedIn(Account account, String page) {
        TestBrowser browser = house.browser(port, account);
        assertThat(browser.get(page).statusCode()).isEqualTo(200);
        return browser;
    }

    private String deskPage() {
        return "/desk/people/" + anna.id() + "/formulation";
    }

    private static Map<String, String> form(String... more) {
        Map<String, String> fields = new HashMap<>();
        fields.put("_idem", UUID.randomUUID().toString());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private void write(TestBrowser browser, String page, int seen, String since) {
        HttpResponse<String> kept = browser.post(page, form("seen", String.valueOf(seen), "since", since));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(302);
    }

    /** Somebody is on the circles, something happened with them, and then it began. */
    private void whatIsKnown() {
        house.within(() -> {
            Inventory circles = inventories.visibleTo(annasAccount.viewer()).toChange(anna.id());
            Signature signature = new Signature(annasAccount.id(), time.now());
            Relationship dan = circles.add(List.of("Dan"), Standing.at(Ring.CLOSE, Sector.FAMILY), signature)
                    .getFirst();
            Relationship isla = circles.add(List.of("Isla"), Standing.at(Ring.CLOSE, Sector.FAMILY), signature)
                    .getFirst();
            circles.describe(isla.id(), isla.version(), "Isla", isla.standing(), confidant(), signature);
            inventories.save(circles, annasAccount.viewer());
            Timeline timeline = timelines.visibleTo(annasAccount.viewer()).toChange(anna.id());
            timeline.add(LifeEvent.of(
                    FuzzyDate.month(YearMonth.of(2026, 2)),
                    LifeEvent.Kind.CHANGE,
                    null,
                    Words.of("We moved", new Involved(dan.id(), "Dan"))));
            timeline.add(LifeEvent.of(FuzzyDate.year(2010), LifeEvent.Kind.LOSS, null, Words.of("Gran died")));
            timeline.add(SymptomMark.of(
                    FuzzyDate.month(YearMonth.of(2026, 5)).roughly(),
                    SymptomMark.Turn.ONSET,
                    3,
                    Words.of("no sleep, tears for nothing")));
            timelines.visibleTo(annasAccount.viewer()).save(timeline);
            return "";
        });
    }

    private static Description confidant() {
        return new Description(
                null,
                Sense.UNSAID,
                Sense.UNSAID,
                Contact.UNSAID,
                Exchange.UNSAID,
                null,
                true,
                null,
                null,
                tombolo.inventory.Words.NONE);
    }

    @Test
    void theDraftIsMadeFromTheThreadAndSaysWhereItWasRead() {
        TestBrowser desk = desk();
        assertThat(desk.get(deskPage()).body()).contains("Make the draft");
        whatIsKnown();
        String draft = desk.get(deskPage() + "/writing").body();
        assertThat(draft)
                .contains("Since about May 2026 it has been like this: no sleep, tears for nothing.")
                .contains("Around that time this happened: We moved (February 2026).")
                .contains("It has to do with Dan.", "You also have Isla.")
                .contains("Drafted from the timeline.", "Drafted from the circles.")
                .doesNotContain("Gran died");
        assertThat(house.count("formulation")).as("a draft is only a beginning").isZero();
    }

    @Test
    void noIllnessIsNamedUnlessAClinicianHasRecordedOne() {
        whatIsKnown();
        for (String draft : List.of(
                desk().get(deskPage() + "/writing").body(),
                mine().get(MINE + "/writing").body())) {
            assertThat(draft).contains("Together we call this low mood.");
            assertThat(draft.toLowerCase(java.util.Locale.ROOT)).doesNotContain("depress", "disorder", "episode");
        }
        Courses.Visible hers = courses.visibleTo(house.ishbel().viewer());
        Course course =
                house.within(() -> hers.begin(anna.id(), variants.find("ipt-16").orElseThrow()));
        house.within(() -> {
            intakes.visibleTo(house.ishbel().viewer())
                    .write(
                            course,
                            IntakeTask.EPISODE,
                            0,
                            true,
                            Map.of(
                                    "found", List.of("EPISODE"),
                                    "clinician", List.of("Dr Idris"),
                                    "recorded", List.of("2026-10-01")));
            return "";
        });
        assertThat(desk().get(deskPage() + "/writing").body())
                .contains("Together these are signs of depression.", "Drafted from what a clinician has found.");
        assertThat(mine().get(MINE + "/writing").body())
                .as("what was found is the therapist's to tell")
                .contains("Together we call this low mood.");
    }

    @Test
    void theAreaComesFromTheCourseAndTheNewestScoreStandsBesideTheWords() {
        Courses.Visible hers = courses.visibleTo(house.ishbel().viewer());
        house.within(() -> hers.begin(anna.id(), variants.find("ipt-16").orElseThrow()));
        house.within(() -> {
            Course course = hers.of(anna.id()).orElseThrow();
            course.agreeOn(new Focus(List.of("transition"), List.of(), "", hers.signature()));
            hers.save(course);
            return "";
        });
        house.within(() -> responses
                .visibleTo(house.ishbel().viewer())
                .keep(
                        anna.id(),
                        List.of(questionnaires.get("phq-9").scoredAnswers(2, 2, 2, 1, 1, 1, 1, 1, 0)),
                        tombolo.measures.Way.PAPER,
                        UUID.randomUUID(),
                        Optional.empty(),
                        time.now(),
                        Optional.empty()));
        assertThat(desk().get(deskPage() + "/writing").body())
                .contains("We could call this “A big change in my life”.", "Drafted from the course.")
                .contains("Newest score, ", ": 11 on ");
    }

    @Test
    void theDraftCountsTheSessionsOfTheAgreementItsGoalsComeFrom() {
        Courses.Visible hers = courses.visibleTo(house.ishbel().viewer());
        house.within(() -> hers.begin(anna.id(), variants.find("ipt-16").orElseThrow()));
        house.within(() -> {
            Course course = hers.of(anna.id()).orElseThrow();
            course.agreeOn(new Focus(List.of("transition"), List.of(), "", hers.signature()));
            course.propose(12, time.today(ZoneId.of("Europe/London")).plusMonths(3), terms(), hers.signature());
            hers.save(course);
            return "";
        });
        assertThat(desk().get(deskPage() + "/writing").body())
                .contains("We have 12 sessions", "Sing again")
                .doesNotContain("16 sessions");
    }

    private static Contract.Terms terms() {
        return new Contract.Terms(
                List.of(
                        new Goal(UUID.randomUUID(), "Sing again", Optional.empty(), "I went", 2, Optional.empty()),
                        new Goal(UUID.randomUUID(), "Ask Dan", Optional.empty(), "I did", 3, Optional.empty())),
                "a",
                "b",
                "c",
                "");
    }

    @Test
    void countsOnlyOnceBothHaveSaidYesToTheSameWords() {
        TestBrowser desk = desk();
        write(desk, deskPage(), 0, "Since spring you do not sleep.");
        TestBrowser mine = mine();
        assertThat(mine.get(MINE).body())
                .contains("Since spring you do not sleep.", "Have we got that right?", "These words are new.");
        assertThat(mine.get("/my").body()).as("it waits on their first page").contains("Read what we think");
        mine.post(MINE + "/versions/1/agreement", form());
        assertThat(mine.get("/my").body()).doesNotContain("Read what we think");
        assertThat(mine.get(MINE).body())
                .contains("You said yes on", "These words are new.")
                .doesNotContain("You both agreed");
        desk.post(deskPage() + "/versions/1/agreement", form());
        assertThat(mine.get(MINE).body())
                .contains("You both agreed to this on", "Ishbel said yes on")
                .doesNotContain("Have we got that right?");
        assertThat(desk.get(deskPage()).body()).contains("The person said yes on");
    }

    @Test
    void aLaterChangeIsANewVersionThatBothMustAgreeToAgain() {
        TestBrowser desk = desk();
        TestBrowser mine = mine();
        write(desk, deskPage(), 0, "Since spring you do not sleep.");
        desk.post(deskPage() + "/versions/1/agreement", form("room", "yes"));
        write(mine, MINE, 1, "Since the move I do not sleep.");
        assertThat(mine.get(MINE).body())
                .contains("Since the move I do not sleep.", "Until then,", "/my/what-we-agreed/versions/1")
                .doesNotContain("Since spring");
        assertThat(mine.get(MINE + "/versions/1").body())
                .contains("Since spring you do not sleep.", "You both agreed to this on", "This is an older version.");
        assertThat(mine.get(MINE + "/versions/7").statusCode()).isEqualTo(404);
        List<Formulation> all =
                house.within(() -> formulations.visibleTo(annasAccount.viewer()).versionsOf(anna.id()));
        assertThat(all).extracting(Formulation::isAgreed).containsExactly(false, true);
        Glance<Optional<Formulation>> agreed = formulations.agreed();
        assertThat(house.within(() -> glances.at(annasAccount.viewer(), anna.id(), List.of(agreed))
                        .of(agreed)))
                .hasValueSatisfying(both -> assertThat(both.version()).isEqualTo(1));
    }

    @Test
    void agreedInTheRoomSaysWhoWroteItDown() {
        TestBrowser desk = desk();
        write(desk, deskPage(), 0, "Since spring you do not sleep.");
        desk.post(deskPage() + "/versions/1/agreement", form("room", "yes"));
        assertThat(mine().get(MINE).body()).contains("You said yes in the room on", "Ishbel wrote it down");
        Formulation agreed = house.within(() ->
                formulations.visibleTo(annasAccount.viewer()).of(anna.id()).orElseThrow());
        assertThat(agreed.agreement(Side.PERSON)).hasValueSatisfying(yes -> {
            assertThat(yes.way()).isEqualTo(Way.IN_THE_ROOM);
            assertThat(yes.recordedBy()).isEqualTo(house.ishbel().id());
        });
    }

    @Test
    void aYesThatWasPutDownForThemIsTakenBackByThePersonAloneAndWasNotUnsaid() {
        TestBrowser desk = desk();
        write(desk, deskPage(), 0, "Since spring you do not sleep.");
        desk.post(deskPage() + "/versions/1/agreement", form("room", "yes"));
        assertThat(desk.get(deskPage()).body()).doesNotContain("Take my yes back");
        assertThat(desk.post(deskPage() + "/versions/1/agreement/withdrawal", form())
                        .statusCode())
                .as("nobody takes it back for them")
                .isEqualTo(404);
        TestBrowser mine = mine();
        assertThat(mine.get(MINE).body()).contains("Ishbel wrote it down", "Take my yes back");
        for (int press = 0; press < 2; press++) {
            assertThat(TestBrowser.location(mine.post(MINE + "/versions/1/agreement/withdrawal", form())))
                    .startsWith(MINE + "/versions/1?done=");
        }
        assertThat(mine.get(MINE).body())
                .contains(
                        "You took your yes back on",
                        "Ishbel wrote it down",
                        "They count once both of you have said yes")
                .doesNotContain("You both agreed to this on", "Take my yes back");
        assertThat(mine.get("/my").body())
                .as("who has taken it back has answered")
                .doesNotContain("Read what we think");
        assertThat(desk.get(deskPage()).body()).contains("The person took their yes back on");
        Glance<Optional<Formulation>> agreed = formulations.agreed();
        assertThat(house.within(() -> glances.at(annasAccount.viewer(), anna.id(), List.of(agreed))
                        .of(agreed)))
                .as("it is nobody's agreement any more")
                .isEmpty();
        mine.post(MINE + "/versions/1/agreement", form());
        assertThat(mine.get(MINE).body()).contains("You both agreed to this on", "You said yes on");
    }

    @Test
    void thePersonCanAgreeOnlyForThemself() {
        write(desk(), deskPage(), 0, "Since spring you do not sleep.");
        mine().post(MINE + "/versions/1/agreement", form("room", "yes"));
        Formulation half = house.within(() ->
                formulations.visibleTo(annasAccount.viewer()).of(anna.id()).orElseThrow());
        assertThat(half.agreement(Side.THERAPIST)).isEmpty();
        assertThatThrownBy(() -> house.within(() -> {
                    formulations.visibleTo(annasAccount.viewer()).agreedInTheRoom(anna.id(), 1);
                    return "";
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyAgreesToWordsTheyHaveNotSeen() {
        TestBrowser desk = desk();
        TestBrowser mine = mine();
        write(desk, deskPage(), 0, "Since spring you do not sleep.");
        write(desk, deskPage(), 1, "Since the move you do not sleep.");
        HttpResponse<String> late = mine.post(MINE + "/versions/1/agreement", form());
        assertThat(TestBrowser.location(late)).contains("formulation.done.newer");
        assertThat(house.count("formulation_agreement")).isZero();
        assertThatThrownBy(() -> house.within(() -> {
                    formulations.visibleTo(annasAccount.viewer()).agree(anna.id(), 1);
                    return "";
                }))
                .isInstanceOf(FormulationChanged.class);
    }

    @Test
    void twoWhoWriteAtOnceBothSeeBothAndTwiceSentIsOneVersion() {
        TestBrowser desk = desk();
        TestBrowser mine = mine();
        Map<String, String> first = form("seen", "0", "since", "Since spring.", "work", "We will talk to Dan.");
        mine.post(MINE, first);
        mine.post(MINE, first);
        assertThat(house.count("formulation")).isEqualTo(1);
        HttpResponse<String> late =
                desk.post(deskPage(), form("seen", "0", "since", "Since the move.", "work", "We will talk to Dan."));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Since spring.", "Since the move.").doesNotContain("We will talk to Dan.");
    }

    @Test
    void whatCannotBeKeptIsSaidAndStaysOnThePage() {
        TestBrowser mine = mine();
        HttpResponse<String> blank = mine.post(MINE, form("seen", "0", "since", "  "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("Error:", "Write at least one sentence somewhere.");
        HttpResponse<String> longer =
                mine.post(MINE, form("seen", "0", "began", "x".repeat(1501), "work", "We will talk to Dan."));
        assertThat(longer.statusCode()).isEqualTo(422);
        assertThat(longer.body()).contains("up to 1,500 letters", "We will talk to Dan.");
        assertThat(house.count("formulation")).isZero();
    }

    @Test
    void nobodyElseOpensItAndItLooksLikeNothing() {
        write(desk(), deskPage(), 0, "Since spring you do not sleep.");
        for (Account one : List.of(house.idris(), house.priya())) {
            HttpResponse<String> denied = house.browser(port, one).get(deskPage());
            HttpResponse<String> nothing =
                    house.browser(port, one).get("/desk/people/" + UUID.randomUUID() + "/formulation");
            assertThat(denied.statusCode()).isEqualTo(404);
            assertThat(TestBrowser.steadyBody(denied)).isEqualTo(TestBrowser.steadyBody(nothing));
        }
        TestHouse harbour = new TestHouse(context, "Harbour Practice", Optional.empty());
        assertThat(harbour.browser(port, harbour.ishbel()).get(deskPage()).statusCode())
                .as("a therapist of another practice")
                .isEqualTo(404);
    }

    @Test
    void onDiskItHasNoWordAndForgettingLeavesNoRow() {
        TestBrowser desk = desk();
        write(desk, deskPage(), 0, "Heatherbell nights");
        desk.post(deskPage() + "/versions/1/agreement", form("room", "yes"));
        mine().post(MINE + "/versions/1/agreement/withdrawal", form());
        assertThat(house.count("formulation_taken_back")).isEqualTo(1);
        assertThat(house.rows("formulation")).isNotBlank().doesNotContain(TestHouse.hex("Heatherbell"));
        house.practice().run(() -> forget.forget(anna.id(), house.ishbel().viewer()));
        assertThat(house.count("formulation")
                        + house.count("formulation_agreement")
                        + house.count("formulation_taken_back"))
                .isZero();
    }
}
