package tombolo.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.course.Contract;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.Ending;
import tombolo.course.Focus;
import tombolo.course.Goal;
import tombolo.course.Variants;
import tombolo.cover.Transfers;
import tombolo.database.CountedStatements;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.diary.Side;
import tombolo.formulation.Formulation;
import tombolo.formulation.Formulations;
import tombolo.formulation.Sentence;
import tombolo.instruments.Instrument;
import tombolo.instruments.Item;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.inventory.TestCircles;
import tombolo.measures.Alert;
import tombolo.measures.AlertAction;
import tombolo.measures.Alerts;
import tombolo.measures.Questionnaires;
import tombolo.measures.Responses;
import tombolo.measures.Way;
import tombolo.people.Consents;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.Purpose;
import tombolo.people.StandIn;
import tombolo.people.StandIns;
import tombolo.people.TestHouse;
import tombolo.sessions.Hour;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SignNote;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.Timeline;
import tombolo.timeline.Timelines;
import tombolo.timeline.Words;
import tombolo.ui.Conflict;
import tombolo.ui.HalfTyped;
import tombolo.vault.Confidential;
import tombolo.vault.Role;
import tombolo.vault.Viewer;
import tombolo.week.MoodEntry;
import tombolo.week.MoodLog;
import tombolo.week.Tries;
import tombolo.week.Try;

/** The therapist's page for the hour, and the thread sheet, as a browser without scripts sees them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({CountedStatements.class, TestClock.class})
class SessionControllerTests {
    private static final Pattern NOTE = Pattern.compile("/session/notes/([0-9a-f-]{36})");

    private static final Pattern LINE = Pattern.compile("name=\"(is[0-9]+)\" value=\"([^\"]+)\"");

    private final ApplicationContext context;
    private final TestHouse house;
    private final Courses courses;
    private final Variants variants;
    private final Inventories inventories;
    private final Timelines timelines;
    private final Tries tries;
    private final Consents consents;
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final Alerts alerts;
    private final MoodLog moods;
    private final SignNote signing;
    private final Formulations formulations;
    private final Diary diary;
    private final StandIns standIns;
    private final TestClock.Moved time;
    private final CountedStatements statements;
    private final Account ishbel;
    private final Person anna;
    private final Account annasOwn;

    @LocalServerPort
    private int port;

    SessionControllerTests(
            ApplicationContext context,
            Courses courses,
            Variants variants,
            Inventories inventories,
            Timelines timelines,
            Tries tries,
            Consents consents,
            Questionnaires questionnaires,
            Responses responses,
            Alerts alerts,
            MoodLog moods,
            SignNote signing,
            Formulations formulations,
            Diary diary,
            StandIns standIns,
            TestClock.Moved time,
            CountedStatements statements) {
        time.toTheMorning();
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.courses = courses;
        this.variants = variants;
        this.inventories = inventories;
        this.timelines = timelines;
        this.tries = tries;
        this.consents = consents;
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.alerts = alerts;
        this.moods = moods;
        this.signing = signing;
        this.formulations = formulations;
        this.diary = diary;
        this.standIns = standIns;
        this.time = time;
        this.statements = statements;
        this.ishbel = house.ishbel();
        this.anna = house.known("Anna", ishbel);
        this.annasOwn = house.practice().person(anna.id(), "anna@example.org");
        house.within(() -> {
            Inventory inventory = inventories.visibleTo(ishbel.viewer()).toChange(anna.id());
            inventory.add(
                    List.of("Dan"),
                    new Standing(Ring.CLOSE, null, Sector.FAMILY),
                    new Signature(ishbel.id(), time.now()));
            inventories.save(inventory, ishbel.viewer());
            return courses.visibleTo(ishbel.viewer())
                    .begin(anna.id(), variants.find("ipt-16").orElseThrow());
        });
    }

    private String at(String more) {
        return "/desk/people/" + anna.id() + more;
    }

    private TestBrowser desk() {
        return house.browser(port, ishbel);
    }

    private static Map<String, String> form(String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_idem", UUID.randomUUID().toString());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    /** As a page of the plan sends its form: with what each line is. */
    private static Map<String, String> lines(String page, String... more) {
        Map<String, String> fields = form(more);
        Matcher found = LINE.matcher(page);
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        return fields;
    }

    private static String note(String page) {
        Matcher found = NOTE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Begins a session; answers the id of its note. */
    private String begun(TestBrowser desk, int number) {
        desk.get(at("/session"));
        desk.post(at("/session/beginning"), form("number", String.valueOf(number)));
        return note(desk.get(at("/session")).body());
    }

    /** Begins and signs a session; answers the browser it was done with. */
    private TestBrowser held(int number, String... more) {
        TestBrowser desk = desk();
        String note = begun(desk, number);
        desk.get(at("/session/notes/" + note));
        Map<String, String> fields = form("seen", "1", "about", anna.id().toString(), "act", "sign");
        fields.put("since", "Lower after Saturday, said Anna about Dan");
        fields.put("safety", "TALKED");
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        assertThat(TestBrowser.location(desk.post(at("/session/notes/" + note), fields)))
                .endsWith("done=sessions.done.signed");
        return desk;
    }

    @Test
    void beforeTheHourThePageSaysWhichSessionItIsAndOffersToBegin() {
        String page = desk().get(at("/session")).body();
        assertThat(page)
                .contains("<bdi>Anna</bdi>", "Session 1 of 16", "first phase", "Begin session 1 with Anna")
                .contains("Plan for the hour", "Say it aloud: 1 of 16, 15 left", "none booked");
    }

    @Test
    void beginningCountsTheSessionOnceAndBeginsItsNote() {
        TestBrowser desk = desk();
        desk.get(at("/session"));
        Map<String, String> begin = form("number", "1");
        desk.post(at("/session/beginning"), begin);
        desk.post(at("/session/beginning"), begin);
        desk.post(at("/session/beginning"), form("number", "1"));
        desk.post(at("/session/beginning"), form("number", "2"));
        assertThat(house.count("course_session")).isEqualTo(1);
        assertThat(house.count("session_note")).isEqualTo(1);
        String page = desk.get(at("/session")).body();
        assertThat(page)
                .contains("Session 1 of 16", "Write the note of session 1", "Private part")
                .doesNotContain("Begin session");
    }

    @Test
    void meetingEarlierThatDayThanWasBookedIsThatHourAndNoSecondOne() {
        ZoneId zone = ZoneId.of("Europe/London");
        Instant lateToday = time.today(zone).atTime(23, 55).atZone(zone).toInstant();
        house.within(() -> diary.visibleTo(ishbel.viewer()).book(anna.id(), lateToday, 50));
        TestBrowser desk = desk();
        desk.get(at("/session"));
        assertThat(TestBrowser.location(desk.post(at("/session/beginning"), form("number", "1"))))
                .endsWith("done=sessions.done.begun");
        assertThat(house.value("string_agg(state, ' ') from appointment where practice_id = :practice"))
                .isEqualTo("HELD");
        assertThat(house.count("course_session")).isEqualTo(1);
    }

    @Test
    void whatIsJottedDownInTheHourIsInThePrivatePartOfTheNote() {
        TestBrowser desk = desk();
        String note = begun(desk, 1);
        desk.post(
                "/desk/drafts",
                form("_form", "sessions.private:" + note, "_about", anna.id().toString(), "privately", "Slow down"));
        assertThat(desk.get(at("/session")).body()).contains("Slow down");
        assertThat(desk.get(at("/session/notes/" + note)).body()).contains("Slow down");
    }

    @Test
    void whatWasAgreedToTryStandsOnThePersonsPageOnceTheNoteIsSigned() {
        held(1, "try0", "Ask Dan on Saturday", "when0", "Saturday");
        assertThat(house.within(() -> tries.visibleTo(annasOwn.viewer()).of(anna.id())))
                .singleElement()
                .satisfies(tried -> {
                    assertThat(tried.words().what()).isEqualTo("Ask Dan on Saturday");
                    assertThat(tried.session()).contains(1);
                });
    }

    @Test
    void whatWasAgreedLastTimeShowsHowItWentAsThePersonSaidItOnTheirWeek() {
        held(1, "try0", "Ask Dan on Saturday", "when0", "Saturday", "try1", "Ring Isla");
        assertThat(desk().get(at("/session")).body())
                .as("the hour they are in is still the one it was agreed in")
                .doesNotContain("Not told yet");
        time.on(Duration.ofDays(7));
        assertThat(desk().get(at("/session")).body())
                .containsPattern("Ask Dan on Saturday · Saturday</span>: <em>Not told yet</em>");
        Try asked = house.within(() -> tries.visibleTo(annasOwn.viewer()).of(anna.id())).stream()
                .filter(it -> it.words().what().startsWith("Ask"))
                .findFirst()
                .orElseThrow();
        TestBrowser hers = house.browser(port, annasOwn);
        hers.get("/my");
        hers.post(
                "/my/week/tries/" + asked.id() + "/outcome",
                form("how", "PARTLY", "seen", String.valueOf(asked.version()), "words", "He took Finn for an hour"));
        assertThat(desk().get(at("/session")).body())
                .containsPattern("Ask Dan on Saturday · Saturday</span>: <em>Some of it</em>"
                        + " <q dir=\"auto\">He took Finn for an hour</q>")
                .containsPattern("Ring Isla</span>: <em>Not told yet</em>")
                .containsOnlyOnce("He took Finn for an hour");
    }

    @Test
    void whatIsPlannedForADayToComeIsAskedAfterOnceThatDayIsThereAndStandsOnTheSheetMeanwhile() {
        held(1);
        time.on(Duration.ofDays(1));
        TestBrowser desk = desk();
        agreed("Take the bus to the shore", "tomorrow");
        agreed("Ring Isla", "when it suits");
        assertThat(desk.get(at("/session")).body())
                .contains("How did it go: Ring Isla")
                .doesNotContain("How did it go: Take the bus");
        assertThat(desk.get(at("/thread-sheet")).body())
                .contains("Agreed since", "Take the bus to the shore · tomorrow", "Ring Isla · when it suits");
        time.on(Duration.ofDays(2));
        assertThat(desk().get(at("/session")).body()).contains("How did it go: Take the bus");
    }

    private void agreed(String what, String when) {
        house.within(() ->
                tries.visibleTo(ishbel.viewer()).agree(anna.id(), what, Optional.empty(), when, "", Optional.empty()));
    }

    @Test
    void whatWasWorkedOnIsToldApartAndWhatIsFinishedComesFirst() {
        held(1);
        time.on(Duration.ofDays(1));
        TestBrowser desk = desk();
        desk.get(at("/techniques/new/contact-ladder"));
        String step = TestBrowser.location(desk.post(
                        at("/techniques/new/contact-ladder"),
                        form("way", "begin", "who", "nobody", "where", "Shore Walk")))
                .replace("/rung", "");
        desk.open(step + "/rung", step + "/rung", form("seen", "0", "rung", "greet"));
        desk.open(
                step + "/what",
                step + "/what",
                form("seen", "1", "what", "Shore Walk: stand at the back", "day", "at ten"));
        desk.open(step + "/expect", step + "/expect", form("seen", "2", "expect", "Nobody looks"));
        for (String change : List.of("baby", "move")) {
            time.on(Duration.ofMinutes(1));
            desk.get(at("/techniques/new/role-change"));
            desk.post(at("/techniques/new/role-change"), form("change", change));
        }
        for (String page : List.of("/session", "/thread-sheet")) {
            assertThat(desk.get(at(page)).body())
                    .as(page)
                    .containsPattern("(?s)One step towards people: Shore Walk.*When life has changed: I moved"
                            + ".*When life has changed: A baby came");
        }
    }

    @Test
    void nobodyIsAskedHowAPlanWentWithWhoeverDiedSince() {
        RelationshipId mum = TestCircles.close(context, house, annasOwn, "Mum");
        held(1, "try0", "Ask Mum about Sunday", "with0", mum.value().toString(), "try1", "Ring Isla");
        time.on(Duration.ofDays(7));
        TestBrowser desk = desk();
        String before = desk.get(at("/session")).body();
        assertThat(before).contains("How did it go: Ask Mum about Sunday", "Not told yet");
        desk.post(at("/session/plan"), lines(before, "seen", "0", "number", "2", "done2", "true"));
        TestCircles.hasDied(context, house, annasOwn, mum);
        assertThat(desk.get(at("/session")).body())
                .as("neither in the plan that is kept nor among what was agreed last")
                .contains("How did it go: Ring Isla")
                .doesNotContain("Ask Mum about Sunday");
        assertThat(desk.get(at("/session/plan")).body()).doesNotContain("Ask Mum about Sunday");
        TestCircles.lives(context, house, annasOwn, mum);
        assertThat(desk.get(at("/session")).body()).contains("How did it go: Ask Mum about Sunday");
    }

    @Test
    void whatWasAgreedWithWhoeverDiedBeforeTheNoteWasSignedGoesOnNoWeek() {
        RelationshipId mum = TestCircles.close(context, house, annasOwn, "Mum");
        TestBrowser desk = desk();
        String note = at("/session/notes/" + begun(desk, 1));
        desk.get(note);
        Map<String, String> fields = form("seen", "1", "about", anna.id().toString(), "act", "keep");
        fields.putAll(
                Map.of("try0", "Ask Mum about Sunday", "with0", mum.value().toString()));
        fields.putAll(Map.of("try1", "Ring Isla", "since", "Lower after Saturday", "safety", "TALKED"));
        desk.post(note, fields);
        TestCircles.hasDied(context, house, annasOwn, mum);
        String writing = desk.get(note).body();
        assertThat(writing.split("value=\"" + mum.value() + "\"", -1))
                .as("offered where it was chosen, and for nothing else that is to be tried")
                .hasSize(2);
        fields.putAll(Map.of("_idem", UUID.randomUUID().toString(), "seen", "2", "act", "sign"));
        assertThat(TestBrowser.location(desk.post(note, fields))).endsWith("done=sessions.done.signed");
        assertThat(house.within(() -> tries.visibleTo(annasOwn.viewer()).of(anna.id())))
                .extracting(tried -> tried.words().what())
                .containsExactly("Ring Isla");
    }

    @Test
    void theSuggestedPlanIsKeptWithTheFirstTickAndCanBeWordedMovedAndAddedTo() {
        TestBrowser desk = desk();
        desk.post(
                at("/session/plan"),
                lines(desk.get(at("/session")).body(), "seen", "0", "number", "1", "done0", "true"));
        String page = desk.get(at("/session")).body();
        assertThat(page).containsPattern("id=\"done0\"[^>]*checked");
        assertThat(house.rows("session_plan")).doesNotContain(TestHouse.hex("Say it aloud"));
        desk.post(
                at("/session/plan/lines"),
                lines(
                        desk.get(at("/session/plan")).body(),
                        "seen",
                        "1",
                        "number",
                        "1",
                        "line0",
                        "Her own words first",
                        "own",
                        "Ask about the choir",
                        "act",
                        "down0"));
        String changed = desk.get(at("/session/plan")).body();
        assertThat(changed.indexOf("Her own words first")).isPositive();
        assertThat(changed).contains("value=\"Ask about the choir\"");
        assertThat(changed).containsPattern("id=\"line1\"[^>]*value=\"Her own words first\"");
        HttpResponse<String> late = desk.post(at("/session/plan"), form("seen", "1", "number", "1"));
        assertThat(late.statusCode()).isEqualTo(409);
    }

    @Test
    void aTickIsForTheLineItWasPutByAlsoWhenSafetyHasComeAboveItMeanwhile() {
        TestBrowser desk = desk();
        String read = desk.get(at("/session")).body();
        measured("phq-8", 1, 10, 0);
        desk.post(at("/session/plan"), lines(read, "seen", "0", "number", "1", "done0", "true"));
        String page = desk.get(at("/session")).body();
        assertThat(page)
                .as("what nobody has done is not ticked")
                .containsPattern("id=\"done0\"(?![^>]*checked)[^>]*><span dir=\"auto\">Safety: ask about")
                .containsPattern("id=\"done1\"[^>]*checked");
    }

    @Test
    void otherWordsAreForTheLineTheyWereTypedOverAndSafetyKeepsItsOwn() {
        TestBrowser desk = desk();
        desk.post(
                at("/session/plan"),
                lines(desk.get(at("/session")).body(), "seen", "0", "number", "1", "done0", "true"));
        String read = desk.get(at("/session/plan")).body();
        measured("phq-8", 1, 10, 0);
        desk.post(
                at("/session/plan/lines"),
                lines(read, "seen", "1", "number", "1", "line0", "Begin with the choir", "act", "down0"));
        assertThat(desk.get(at("/session/plan")).body())
                .contains("value=\"Safety: ask about ending one’s life, which the form left out\"")
                .containsPattern("id=\"line2\"[^>]*value=\"Begin with the choir\"");
    }

    @Test
    void whatWasDoneToALineThatIsNotThereAnyMoreIsShownAgainAndNothingIsKept() {
        TestBrowser desk = desk();
        String read = desk.get(at("/session/plan")).body();
        Map<String, String> sent = lines(read, "seen", "0", "number", "1", "line0", "Begin with the choir");
        sent.put("is0", "MEASURES-0011223344556677");
        HttpResponse<String> late = desk.post(at("/session/plan/lines"), sent);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Begin with the choir");
        assertThat(house.count("session_plan")).isZero();
    }

    @Test
    void wordsHalfTypedOverALineComeBackToThatLineAlsoWhenSafetyHasComeAboveItMeanwhile() {
        TestBrowser desk = desk();
        desk.post(
                at("/session/plan"),
                lines(desk.get(at("/session")).body(), "seen", "0", "number", "1", "done0", "true"));
        Matcher first = LINE.matcher(desk.get(at("/session/plan")).body());
        assertThat(first.find()).isTrue();
        String line = "line-" + first.group(2);
        HalfTyped typing = new HalfTyped(
                this::desk,
                at("/session/plan"),
                "sessions.plan:" + house.value("course_id from session_plan" + " where practice_id = :practice")
                        + ":1");
        typing.isThereAgain(Map.of(line, "Begin with the choir", "own", "Ask about the pier"));
        measured("phq-8", 1, 10, 0);
        String now = desk.get(at("/session/plan")).body();
        assertThat(now)
                .containsPattern("id=\"line1\" name=\"" + line + "\"")
                .doesNotContain("value=\"Begin with the choir\"");
        desk.post(
                at("/session/plan/lines"),
                lines(now, "seen", "1", "number", "1", line, "Begin with the choir", "own", "Ask about the pier"));
        typing.isEmpty();
        assertThat(desk.get(at("/session/plan")).body())
                .containsPattern("id=\"line1\"[^>]*value=\"Begin with the choir\"")
                .contains("value=\"Ask about the pier\"");
    }

    /** 'Begin' was forgotten, and the next day the desk was told that they met. */
    @Test
    void aSessionTheDiaryWasToldOfHasItsNoteAfterwards() {
        Appointment hour = house.within(() -> {
            Appointment booked =
                    diary.visibleTo(ishbel.viewer()).book(anna.id(), time.now().plusSeconds(60), 50);
            return diary.visibleTo(ishbel.viewer()).begun(booked.id());
        });
        time.on(Duration.ofDays(1));
        house.within(() -> moods.visibleTo(annasOwn.viewer())
                .tell(
                        anna.id(),
                        4,
                        time.today(ZoneId.of("Europe/London")),
                        new MoodEntry.Words("The morning after", ""),
                        Set.of(),
                        MoodEntry.Began.EVENT));
        TestBrowser desk = desk();
        assertThat(desk.get(at("/session")).body()).contains("Session 2 of 16", "Write the note of session 1, ");
        Map<String, String> press = form("number", "1");
        String note = TestBrowser.location(desk.post(at("/session/notes"), press));
        assertThat(TestBrowser.location(desk.post(at("/session/notes"), press))).isEqualTo(note);
        assertThat(desk.get(note).body())
                .contains("Session 1 of 16")
                .as("what was told after the hour was not told in it")
                .doesNotContain("The morning after");
        assertThat(house.value("begun_at from session_note where practice_id = :practice"))
                .isEqualTo(house.value("held_at from course_session where practice_id = :practice"));
        assertThat(desk.get(at("/session")).body()).doesNotContain("Write the note of session 1, ");
        assertThat(TestBrowser.location(desk.post(at("/session/notes"), form("number", "2"))))
                .as("which was not held")
                .isEqualTo(at("/session"));
        assertThat(house.browser(port, house.idris())
                        .open("/desk", at("/session/notes"), form("number", "1"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(hour.person()).isEqualTo(anna.id());
    }

    @Test
    void beforeASessionBeginsThePageSaysOfWhichEarlierHourNothingIsSaidYet() {
        Appointment last = house.within(() ->
                diary.visibleTo(ishbel.viewer()).book(anna.id(), time.now().plusSeconds(60), 50));
        time.on(Duration.ofDays(7));
        String where = at("/appointments/" + last.id());
        String says = "First say what became of the hour on";
        assertThat(desk().get(at("/session")).body()).contains(where, says, "Begin session 1 with Anna");
        house.within(() -> diary.visibleTo(ishbel.viewer()).held(last.id(), 1));
        assertThat(desk().get(at("/session")).body())
                .contains("Begin session 2 with Anna")
                .doesNotContain(says);
    }

    private Appointment begunAndNotCome(String words) {
        Appointment booked = house.within(() ->
                diary.visibleTo(ishbel.viewer()).book(anna.id(), time.now().plusSeconds(60), 50));
        TestBrowser desk = desk();
        desk.get(at("/session"));
        desk.post(at("/session/beginning"), form("number", "1"));
        if (!words.isEmpty()) {
            String note = note(desk.get(at("/session")).body());
            desk.post(
                    at("/session/notes/" + note + "/jottings"),
                    form("seen", "1", "about", anna.id().toString(), "privately", words));
        }
        missed(booked);
        return booked;
    }

    private void missed(Appointment booked) {
        house.within(() -> diary.visibleTo(ishbel.viewer())
                .missed(
                        booked.id(),
                        diary.visibleTo(ishbel.viewer()).get(booked.id()).version(),
                        Side.PERSON,
                        false));
    }

    private void covers(Duration from, Duration until) {
        house.within(() -> {
            standIns.begin(new StandIn(
                    UUID.randomUUID(),
                    anna.id(),
                    house.idris().id(),
                    ishbel.id(),
                    StandIn.Why.AWAY,
                    StandIn.Scope.RECORD,
                    time.now().plus(from),
                    Optional.of(time.now().plus(until))));
            return "";
        });
    }

    /** The cover began a note, and the absence ended before it was signed. */
    @Test
    void aNoteTheCoverLeftBehindIsTakenOverAndSaysWhoBeganIt() {
        covers(Duration.ofSeconds(-60), Duration.ofDays(2));
        TestBrowser idris = house.browser(port, house.idris());
        String note = at("/session/notes/" + begun(idris, 1));
        idris.post(
                note, form("seen", "1", "about", anna.id().toString(), "since", "She rang Isla", "privately", "Mine"));
        assertThat(desk().get(note).body()).contains("Idris is writing it").doesNotContain("Take this note over");
        TestBrowser early = desk();
        early.get(at("/session"));
        assertThat(early.post(note + "/taking-over", form()).statusCode())
                .as("while the cover can finish it")
                .isEqualTo(404);
        time.on(Duration.ofDays(3));
        TestBrowser desk = desk();
        assertThat(desk.get(at("/session")).body()).contains("The note of session 1 waits to be signed");
        assertThat(desk.get(note).body())
                .contains("Idris began it and cannot open it any more", "She rang Isla", "Take this note over")
                .doesNotContain(">Mine<");
        Map<String, String> press = form();
        assertThat(TestBrowser.location(desk.post(note + "/taking-over", press)))
                .endsWith("done=sessions.done.taken-over");
        assertThat(TestBrowser.location(desk.post(note + "/taking-over", press)))
                .endsWith("done=sessions.done.taken-over");
        assertThat(desk.get(note).body())
                .contains("She rang Isla", "Idris began this note and did not sign it")
                .doesNotContain(">Mine<");
        assertThat(house.count("note_left_behind")).isEqualTo(1);
        assertThat(house.rows("note_left_behind")).doesNotContain(TestHouse.hex("Mine"));
        desk.post(
                note,
                form(
                        "seen",
                        "3",
                        "about",
                        anna.id().toString(),
                        "act",
                        "sign",
                        "since",
                        "She rang Isla",
                        "safety",
                        "NOT_TODAY"));
        assertThat(desk.get(note).body()).contains("Signed by Ishbel", "Idris began this note and did not sign it");
    }

    /** It goes from hand to hand more than once: what each kept to themself stays kept, and who began it stays said. */
    @Test
    void aNoteThatIsTakenOverAgainKeepsWhatEachHadWrittenForThemself() {
        covers(Duration.ofSeconds(-60), Duration.ofDays(2));
        TestBrowser idris = house.browser(port, house.idris());
        String note = at("/session/notes/" + begun(idris, 1));
        idris.post(note, form("seen", "1", "about", anna.id().toString(), "privately", "Mine"));
        time.on(Duration.ofDays(3));
        TestBrowser desk = desk();
        desk.open(note, note + "/taking-over", form());
        desk.open(note, note, form("seen", "3", "about", anna.id().toString(), "privately", "Hers"));
        handsOn(ishbel, house.idris());
        TestBrowser again = house.browser(port, house.idris());
        again.open(note, note + "/taking-over", form());
        assertThat(again.get(note).body())
                .contains("Idris began this note and did not sign it")
                .doesNotContain(">Hers<", ">Mine<");
        again.open(note, note, form("seen", "5", "about", anna.id().toString(), "privately", "His again"));
        handsOn(house.idris(), ishbel);
        desk().open(note, note + "/taking-over", form());
        assertThat(house.count("note_left_behind"))
                .as("the private part of Idris, of Ishbel, and of Idris again")
                .isEqualTo(3);
    }

    private void handsOn(Account from, Account to) {
        house.within(() -> context.getBean(Transfers.class)
                .visibleTo(from.viewer())
                .handOn(
                        anna.id(),
                        context.getBean(People.class)
                                .visibleTo(from.viewer())
                                .get(anna.id())
                                .version(),
                        to.id(),
                        LocalDate.ofInstant(time.now(), ZoneOffset.UTC),
                        Optional.empty()));
        time.on(Duration.ofSeconds(1));
    }

    @Test
    void whoeverDidNotComeAfterTheHourHadBegunLeavesNoEmptyNote() {
        begunAndNotCome("");
        assertThat(house.count("session_note")).isZero();
        assertThat(desk().get(at("/session")).body()).contains("Begin session 1 with Anna");
    }

    @Test
    void aNoteWithWordsOfAnHourTheyDidNotComeToIsKeptApartThrownAwayOrSigned() {
        begunAndNotCome("I was cross with her");
        TestBrowser desk = desk();
        String page = desk.get(at("/session")).body();
        assertThat(page)
                .contains("Begin session 1 with Anna", "The note of an hour they did not come to waits to be signed");
        String note = at("/session/notes/" + note(page));
        assertThat(desk.get(note).body())
                .contains("They did not come to this hour", "I was cross with her", "Throw it away");
        desk.post(at("/session/beginning"), form("number", "1"));
        assertThat(house.count("session_note"))
                .as("session 1 has a note of its own")
                .isEqualTo(2);
        Map<String, String> press = form();
        assertThat(TestBrowser.location(desk.post(note + "/removal", press))).endsWith("done=sessions.done.discarded");
        assertThat(TestBrowser.location(desk.post(note + "/removal", press))).endsWith("done=sessions.done.discarded");
        assertThat(house.value("session from session_note where practice_id = :practice"))
                .isEqualTo("1");
        String real = at("/session/notes/" + note(desk.get(at("/session")).body()));
        assertThat(desk.post(real + "/removal", form()).statusCode())
                .as("the note of a session that was held stays")
                .isEqualTo(404);
    }

    @Test
    void whatWasWrittenOfAnHourTheyDidNotComeToIsSignedAsWhatItIs() {
        begunAndNotCome("I was cross with her");
        TestBrowser desk = desk();
        String note = at("/session/notes/" + note(desk.get(at("/session")).body()));
        desk.get(note);
        assertThat(TestBrowser.location(desk.post(
                        note,
                        form(
                                "seen",
                                "2",
                                "about",
                                anna.id().toString(),
                                "act",
                                "sign",
                                "since",
                                "I rang her twice",
                                "safety",
                                "NOT_TODAY"))))
                .endsWith("done=sessions.done.signed");
        assertThat(desk.get(note).body())
                .contains("They did not come to this hour", "Signed by Ishbel")
                .doesNotContain("How many sessions are left");
        assertThat(desk.get(at("/session")).body()).contains("Begin session 1 with Anna");
    }

    /** A signed note says that they met: it is not turned into the note of an hour to which nobody came. */
    @Test
    void anHourWhoseNoteIsSignedCannotBeSaidToHaveBeenMissed() {
        Appointment booked = house.within(() ->
                diary.visibleTo(ishbel.viewer()).book(anna.id(), time.now().plusSeconds(60), 50));
        TestBrowser desk = held(1);
        String hour = "/desk/people/" + anna.id() + "/appointments/" + booked.id();
        HttpResponse<String> refused = desk.open(
                hour,
                hour + "/outcome",
                form("outcome", "PERSON", "_v", house.value("version from appointment where practice_id = :practice")));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("This stands as it is", "signed").doesNotContain("was changed while");
        assertThat(house.value("state from appointment where practice_id = :practice"))
                .isEqualTo("HELD");
        assertThat(house.count("course_session")).isEqualTo(1);
        assertThat(house.count("signed_note")).isEqualTo(1);
    }

    @Test
    void whatFitsTheHourIsBegunFromItsPageWithWhomTheThreadKnows() {
        TestBrowser desk = desk();
        assertThat(desk.get(at("/session")).body())
                .as("in the first sessions")
                .contains("Work on together", at("/techniques/new/circles-review"), at("/techniques/new/support-map"))
                .doesNotContain("/techniques/new/role-change", "/techniques/new/communication");
        String dan = midway("transition").value().toString();
        String known = at("/techniques/new/communication?who=" + dan);
        for (String page : List.of("/session", "/session/plan")) {
            String body = desk.get(at(page)).body();
            assertThat(body)
                    .as(page)
                    .contains(at("/techniques/new/role-change") + "\"", "Look at places nearby")
                    .containsPattern(
                            "href=\"" + Pattern.quote(known) + "\">A talk that went wrong</a> · <bdi>Dan</bdi>")
                    .doesNotContain("/techniques/new/grief", "/techniques/new/dispute");
            assertThat(body.indexOf("new/role-change"))
                    .as("what the focus asks for comes first")
                    .isLessThan(body.indexOf("new/needs"));
        }
        assertThat(desk.get(known).body()).containsPattern("value=\"" + dan + "\"[^>]*checked");
        assertThat(desk.get(at("/techniques/new/communication?who=" + UUID.randomUUID()))
                        .body())
                .doesNotContain(" checked");
        String piece = TestBrowser.location(desk.post(at("/techniques/new/communication"), form("who", dan)));
        assertThat(desk.get(at("/session")).body())
                .containsPattern("href=\"" + piece.replace("/moment", "")
                        + "\">Go on: A talk that went wrong</a> · <bdi>Dan</bdi>");
        assertThat(TestBrowser.location(desk.get(piece.replace("/moment", "/lines"))))
                .as("whether it is safe is asked as from any other door")
                .endsWith("/before/going-on");
        String note = begun(desk, 6);
        assertThat(desk.get(at("/session/notes/" + note)).body())
                .as("nothing was worked on yet since the session began")
                .doesNotContainPattern("value=\"communication\" selected");
        time.on(Duration.ofMinutes(5));
        desk.open(piece, piece, form("seen", "0", "moment", "Supper on Friday, when he came in"));
        assertThat(desk.get(at("/session/notes/" + note)).body())
                .as("what was worked on in the hour stands in its note already")
                .containsPattern("value=\"communication\" selected");
    }

    @Test
    void theHourOffersNothingThatAsksSomethingOfTheDead() {
        RelationshipId dan = midway("transition");
        String needs = at("/techniques/new/needs");
        assertThat(desk().get(at("/session")).body()).contains(needs + "?who=" + dan.value());
        TestCircles.hasDied(context, house, annasOwn, dan);
        assertThat(desk().get(at("/session")).body())
                .contains(needs + "\"")
                .doesNotContain(needs + "?who=" + dan.value());
    }

    /** Five sessions were held, and the work is about this, and about Dan. */
    private RelationshipId midway(String area) {
        return house.within(() -> {
            Viewer viewer = ishbel.viewer();
            RelationshipId dan = inventories
                    .visibleTo(viewer)
                    .toCompare(anna.id())
                    .people()
                    .getFirst()
                    .id();
            Course course = courses.visibleTo(viewer).of(anna.id()).orElseThrow();
            course.agreeOn(new Focus(
                    List.of(area),
                    List.of(new Focus.Named(dan, "Dan")),
                    "",
                    courses.visibleTo(viewer).signature()));
            for (int number = 1; number <= 5; number++) {
                course.heldSession(number, ago(6 - number), Optional.empty(), ishbel.id());
            }
            courses.visibleTo(viewer).save(course);
            return dan;
        });
    }

    @Test
    void theLookBackIsOnesOwnAndSaysThatItIsNotFidelity() {
        TestBrowser desk = held(1);
        String note = note(desk.get(at("/session")).body());
        String page = desk.get(at("/session/review/" + note)).body();
        assertThat(page).contains("self-review, not fidelity", "Inventory, timeline, formulation or contract");
        assertThat(page).doesNotContain("The end was named");
        desk.post(
                at("/session/review/" + note),
                form("MEASURES", "DONE", "FOCUS", "PARTLY", "REHEARSAL", "DID_NOT_APPLY"));
        assertThat(desk.get(at("/session/review/" + note)).body()).contains("75 of 100");
        assertThat(house.browser(port, house.idris())
                        .get(at("/session/review/" + note))
                        .statusCode())
                .isEqualTo(404);
    }

    private void signsTheFollowUp(TestBrowser desk, String since) {
        String note = note(desk.get(at("/session")).body());
        assertThat(desk.get(at("/session/notes/" + note)).body())
                .contains("Follow-up hour 1", "counts for no session", "Sign Anna’s note, follow-up hour 1")
                .doesNotContain("name=\"timeLeft\"");
        Map<String, String> fields = form("seen", "1", "about", anna.id().toString(), "act", "sign");
        fields.put("since", since);
        fields.put("safety", "TALKED");
        fields.put("try0", "Ring Dan on Friday");
        assertThat(TestBrowser.location(desk.post(at("/session/notes/" + note), fields)))
                .endsWith("done=sessions.done.signed");
    }

    @Test
    void anHourAfterTheEndHasItsNoteWhichIsSignedAndStandsOnTheThread() {
        TestBrowser desk = held(1);
        house.within(() -> {
            Course course = courses.visibleTo(ishbel.viewer()).of(anna.id()).orElseThrow();
            course.end(new Ending(
                    Ending.Reason.AGREED_EARLY,
                    "",
                    courses.visibleTo(ishbel.viewer()).signature()));
            courses.visibleTo(ishbel.viewer()).save(course);
            return "";
        });
        assertThat(desk.get(at("/session")).body())
                .as("today's hour is the last session itself")
                .doesNotContain("/session/follow-up\"");
        time.on(Duration.ofDays(30));
        TestBrowser later = desk();
        assertThat(later.get(at("/session")).body()).contains("Begin a follow-up hour", "counts for no session");
        Map<String, String> press = form();
        later.post(at("/session/follow-up"), press);
        later.post(at("/session/follow-up"), press);
        later.post(at("/session/follow-up"), form());
        assertThat(house.count("session_note"))
                .as("however often it was pressed")
                .isEqualTo(1);
        assertThat(later.get(at("/session")).body()).contains("Follow-up hour 1", "Write the note of follow-up hour 1");
        signsTheFollowUp(later, "Well for a month, and back at the choir");
        assertThat(later.get(at("/session")).body())
                .contains("Follow-up hour 1 is held and signed.")
                .doesNotContain("Say it aloud");
        assertThat(later.get(at("/thread-sheet")).body())
                .contains("Follow-up hour 1", "Well for a month, and back at the choir", "Ring Dan on Friday");
        assertThat(house.count("course_session")).as("it counts for no session").isEqualTo(1);
        assertThat(house.browser(port, annasOwn).get("/my").body()).contains("Ring Dan on Friday");
    }

    @Test
    void anHourBeyondTheSessionsAgreedIsHeldInTheDiaryAndCountsForNone() {
        house.within(() -> {
            Course course = courses.visibleTo(ishbel.viewer()).of(anna.id()).orElseThrow();
            for (int number = 1; number <= 16; number++) {
                course.heldSession(number, ago(17 - number), Optional.empty(), ishbel.id());
            }
            courses.visibleTo(ishbel.viewer()).save(course);
            return diary.visibleTo(ishbel.viewer()).book(anna.id(), time.now().plus(Duration.ofMinutes(1)), 50);
        });
        TestBrowser desk = desk();
        assertThat(desk.get(at("/session")).body()).contains("Begin a follow-up hour");
        desk.post(at("/session/follow-up"), form());
        signsTheFollowUp(desk, "One hour more, as we had not said goodbye");
        assertThat(house.value("state from appointment where practice_id = :practice"))
                .isEqualTo("HELD");
        assertThat(house.count("course_session")).isEqualTo(16);
        time.on(Duration.ofDays(7));
        assertThat(desk().get(at("/session")).body())
                .contains("Follow-up hour 1 is held and signed.", "Begin a follow-up hour");
        TestBrowser idris = house.browser(port, house.idris());
        idris.get("/desk");
        assertThat(idris.post(at("/session/follow-up"), form()).statusCode()).isEqualTo(404);
    }

    private Appointment followUpBegun(String words) {
        house.within(() -> {
            Course course = courses.visibleTo(ishbel.viewer()).of(anna.id()).orElseThrow();
            course.heldSession(1, ago(30), Optional.empty(), ishbel.id());
            course.end(new Ending(
                    Ending.Reason.AGREED_EARLY,
                    "",
                    courses.visibleTo(ishbel.viewer()).signature()));
            courses.visibleTo(ishbel.viewer()).save(course);
            return "";
        });
        Appointment booked = house.within(() ->
                diary.visibleTo(ishbel.viewer()).book(anna.id(), time.now().plusSeconds(60), 50));
        TestBrowser desk = desk();
        desk.get(at("/session"));
        desk.post(at("/session/follow-up"), form());
        if (!words.isEmpty()) {
            String note = note(desk.get(at("/session")).body());
            desk.post(
                    at("/session/notes/" + note + "/jottings"),
                    form("seen", "1", "about", anna.id().toString(), "privately", words));
        }
        return booked;
    }

    @Test
    void aFollowUpTheyDidNotComeToIsNoneAndWhatWasWrittenOfItIsKeptApart() {
        Appointment booked = followUpBegun("I was cross with her");
        missed(booked);
        assertThat(house.value("session from session_note where practice_id = :practice"))
                .isEqualTo("201");
        String page = desk().get(at("/session")).body();
        assertThat(page)
                .contains("Begin a follow-up hour", "The note of an hour they did not come to waits to be signed")
                .doesNotContain("Write the note of follow-up hour 1");
        assertThat(desk().get(at("/session/notes/" + note(page))).body())
                .contains("They did not come to this hour", "I was cross with her", "Throw it away");
        TestBrowser desk = desk();
        desk.get(at("/session"));
        desk.post(at("/session/follow-up"), form());
        missed(booked);
        assertThat(house.value("string_agg(session::text, ' ' order by session) from session_note"
                        + " where practice_id = :practice"))
                .as("she came later that day, and the first hour stays missed")
                .isEqualTo("201 301");
    }

    @Test
    void anEmptyNoteOfAFollowUpTheyDidNotComeToGoesWithIt() {
        missed(followUpBegun(""));
        assertThat(house.count("session_note")).isZero();
        assertThat(desk().get(at("/session")).body()).contains("Begin a follow-up hour");
    }

    @Test
    void aFollowUpWhoseNoteIsSignedWasHeld() {
        Appointment booked = followUpBegun("");
        signsTheFollowUp(desk(), "Well for a month");
        assertThatThrownBy(() -> missed(booked)).isInstanceOf(Conflict.class);
        assertThat(house.value("state from appointment where practice_id = :practice"))
                .isEqualTo("HELD");
    }

    @Test
    void theThreadSheetForSupervisionHasNoNameAndNeedsConsent() {
        TestBrowser desk = held(1);
        house.within(() -> {
            Timeline timeline = timelines.visibleTo(ishbel.viewer()).toChange(anna.id());
            timeline.add(LifeEvent.of(
                    FuzzyDate.year(2025), LifeEvent.Kind.CHANGE, null, Words.of("Moved with Dan to Strathbeg")));
            timelines.visibleTo(ishbel.viewer()).save(timeline);
            return "";
        });
        assertThat(desk.get(at("/thread-sheet?for=supervision")).body())
                .as("without consent it is the sheet for the hour, and says why")
                .contains("the person has not agreed to that", "Anna");
        house.within(() -> {
            consents.give(anna.id(), Purpose.SUPERVISION, "en");
            return "";
        });
        assertThat(desk.get(at("/thread-sheet")).body())
                .contains("Anna", "Moved with Dan to Strathbeg", "Session 1 of 16");
        String without = desk.get(at("/thread-sheet?for=supervision")).body();
        assertThat(without)
                .contains("the person", "Moved with someone else to Strathbeg", "value=\"Strathbeg\"")
                .doesNotContain("Anna", "Dan");
        String less = desk.post(at("/thread-sheet"), form("word", "Strathbeg")).body();
        assertThat(less).contains("Moved with someone else to …");
    }

    @Test
    void namesInGoalsAreOfferedToBeLeftOutAndNoHalfOfANameIsLeftBehind() {
        TestBrowser desk = held(1, "since", "a long year, ".repeat(19) + "and then Priya moved away");
        house.within(() -> {
            consents.give(anna.id(), Purpose.SUPERVISION, "en");
            Courses.Visible hers = courses.visibleTo(ishbel.viewer());
            Course course = hers.of(anna.id()).orElseThrow();
            course.agreeOn(new Focus(List.of("transition"), List.of(), "", hers.signature()));
            course.propose(16, time.today(ZoneId.of("Europe/London")).plusMonths(4), goals(), hers.signature());
            course.agree(new Contract.Agreement(Contract.Way.IN_THE_ROOM, ishbel.id(), time.now()));
            hers.save(course);
            return "";
        });
        assertThat(desk.get(at("/thread-sheet?for=supervision")).body())
                .contains("Tea with Morag", "value=\"Morag\"")
                .doesNotContain("Pri…", "Priy…");
        assertThat(desk.post(at("/thread-sheet"), form("word", "Morag")).body())
                .contains("Tea with …")
                .doesNotContain("Tea with Morag");
        assertThat(desk.post(at("/thread-sheet"), form("word", "Priya")).body())
                .contains("and then …")
                .doesNotContain("Pri…", "Priy…");
    }

    private static Contract.Terms goals() {
        return new Contract.Terms(
                List.of(
                        new Goal(UUID.randomUUID(), "Tea with Morag", Optional.empty(), "I went", 2, Optional.empty()),
                        new Goal(UUID.randomUUID(), "Sing again", Optional.empty(), "I did", 3, Optional.empty())),
                "a",
                "b",
                "c",
                "");
    }

    /** Feedback that is heard in supervision too does more (de Jong 2021): what was found comes along, without a name. */
    @Test
    void whatAsksToLookAgainComesToSupervisionUntilItWasDecidedOtherwise() {
        TestBrowser desk = held(1);
        measured("phq-9", 1, 8, 14);
        measured("phq-9", 2, 16, 7);
        house.within(() -> {
            consents.give(anna.id(), Purpose.SUPERVISION, "en");
            return "";
        });
        String risen = "Low mood (PHQ-9): risen from 8 at the start to 16. That is more than chance.";
        assertThat(desk.get(at("/thread-sheet?for=supervision")).body()).contains(risen);
        assertThat(desk.get(at("/thread-sheet")).body()).doesNotContain(risen);
        decided(AlertAction.SUPERVISION, "Ask how to bring Dan in");
        assertThat(desk.get(at("/thread-sheet?for=supervision")).body())
                .contains(risen + " Ask how to bring someone else in")
                .doesNotContain("Dan");
        measured("phq-9", 3, 17, 2);
        decided(AlertAction.FOCUS, "We looked at it");
        assertThat(desk.get(at("/thread-sheet?for=supervision")).body()).doesNotContain("to 17", "We looked at it");
    }

    private void decided(AlertAction action, String words) {
        house.within(() -> {
            Alerts.Visible hers = alerts.visibleTo(ishbel.viewer());
            hers.open(anna.id())
                    .forEach(open ->
                            hers.acknowledge(anna.id(), open.id(), action, Optional.of(Confidential.of(words))));
            return "";
        });
    }

    @Test
    void theThreadSheetShowsTheCurveAndOfALongHistoryWhereItBegan() {
        measured("phq-9", 1, 16, 14);
        measured("phq-9", 2, 10, 7);
        house.within(() -> {
            consents.give(anna.id(), Purpose.SUPERVISION, "en");
            Timeline timeline = timelines.visibleTo(ishbel.viewer()).toChange(anna.id());
            timeline.add(
                    SymptomMark.of(FuzzyDate.year(2010), SymptomMark.Turn.WELL, null, Words.of("Summers by the sea")));
            timeline.add(SymptomMark.of(
                    FuzzyDate.year(2011), SymptomMark.Turn.ONSET, null, Words.of("The house got quiet")));
            for (int year = 2012; year <= 2025; year++) {
                timeline.add(
                        LifeEvent.of(FuzzyDate.year(year), LifeEvent.Kind.CHANGE, null, Words.of("Move of " + year)));
            }
            timelines.visibleTo(ishbel.viewer()).save(timeline);
            return "";
        });
        for (String purpose : List.of("hour", "supervision", "ending")) {
            assertThat(desk().get(at("/thread-sheet?for=" + purpose)).body())
                    .as(purpose)
                    .contains("Summers by the sea", "The house got quiet", "Move of 2025", "class=\"course\"")
                    .doesNotContain("Move of 2012");
        }
    }

    @Test
    void nobodyElseOpensThePageOrTheSheetAndItLooksLikeNothing() {
        Account grace = house.practice().colleague("grace@practice.example", "Grace", EnumSet.of(Role.SUPERVISOR));
        for (Account one : List.of(house.idris(), house.priya(), grace)) {
            for (String page : List.of("/session", "/session/plan", "/thread-sheet")) {
                HttpResponse<String> denied = house.browser(port, one).get(at(page));
                HttpResponse<String> nothing = house.browser(port, one).get("/desk/people/" + UUID.randomUUID() + page);
                assertThat(denied.statusCode()).isEqualTo(404);
                assertThat(TestBrowser.steadyBody(denied)).isEqualTo(TestBrowser.steadyBody(nothing));
            }
        }
        assertThat(house.browser(port, annasOwn).get(at("/session")).statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void anOldNotAtAllSaysNothingOfFormsThatLeaveTheQuestionOut() {
        measured("phq-9", 1, 10, 14);
        assertThat(desk().get(at("/session")).body()).contains("“not at all” last time");
        measured("phq-8", 2, 10, 7);
        assertThat(desk().get(at("/session")).body())
                .as("where nobody reads at a distance, the question is put in the room")
                .contains("not on the form: ask today", "Ask it in the room.")
                .contains("Safety: ask about ending one’s life, which the form left out")
                .doesNotContain("“not at all” last time");
        measured("phq-9", 2, 10, 0);
        assertThat(desk().get(at("/session")).body())
                .as("put in the room")
                .contains("“not at all” last time")
                .doesNotContain("not on the form");
    }

    @Test
    void anOpenAlertIsALineOfThePlanInTheWordsOfItsOwnPageUntilSomebodyHasLookedAtIt() {
        measured("phq-9", 1, 10, 14);
        measured("phq-9", 2, 16, 7);
        String risen = "Low mood (PHQ-9): risen from 10 at the start to 16. That is more than chance.";
        TestBrowser desk = desk();
        assertThat(desk.get(at("/look-again")).body()).contains(risen);
        String page = desk.get(at("/session")).body();
        assertThat(page).containsOnlyOnce(risen).contains("href=\"" + at("/look-again"));
        Alert open = house.within(() -> alerts.visibleTo(ishbel.viewer()).open(anna.id()))
                .getFirst();
        house.within(() -> {
            alerts.visibleTo(ishbel.viewer()).acknowledge(anna.id(), open.id(), AlertAction.SUPPORTS, Optional.empty());
            return "";
        });
        assertThat(desk.get(at("/session")).body()).doesNotContain(risen, at("/look-again"));
    }

    @Test
    void howSomebodyWantsToBeSpokenOfIsToldOnceAndStandsWhereverTheyAreSpokenOf() {
        TestBrowser desk = desk();
        assertThat(desk.get(at("")).body()).contains("Anna").doesNotContain("Wants to be spoken of as");
        assertThat(desk.open(
                                at("/intake/details"),
                                at("/intake/details"),
                                form("seen", "0", "finished", "no", "pronouns", "they, and <sometimes> she"))
                        .statusCode())
                .isEqualTo(302);
        String told = "<bdi>they, and &lt;sometimes&gt; she</bdi>";
        String note = begun(desk, 1);
        assertThat(desk.get(at("/session/notes/" + note)).body()).contains(told);
        assertThat(desk.get(at("/session/review/" + note)).body()).contains(told);

        covers(Duration.ofSeconds(-60), Duration.ofDays(2));
        TestBrowser idris = house.browser(port, house.idris());
        assertThat(idris.get(at("")).body()).contains("Wants to be spoken of as", told);
        assertThat(idris.get(at("/session")).body()).contains(told);
        assertThat(house.browser(port, house.priya()).get(at("")).body())
                .as("whoever runs the practice opens nothing of the start")
                .contains("Anna")
                .doesNotContain("sometimes");
    }

    @Test
    void withFiveYearsOfHistoryThePageIsLightAndAsksLittle() {
        house.within(() -> {
            fiveYears();
            return "";
        });
        TestBrowser desk = desk();
        for (String state : List.of("Begin session", "Write the note of session")) {
            statements.begin();
            String page = desk.get(at("/session")).body();
            assertThat(page).contains(state, "Dan", "A word, week 1");
            assertThat(statements.counted())
                    .as(String.join("\n", statements.counted()))
                    .hasSizeLessThanOrEqualTo(3);
            assertThat(statements.counted()).isNotEmpty();
            assertThat(compressed(page)).isLessThanOrEqualTo(14 * 1024);
            desk.post(at("/session/beginning"), form("number", "10"));
        }
    }

    /** Five courses, one after the other, met in most weeks, with the private part of every note, and everybody she ever named. */
    private void fiveYears() {
        Viewer viewer = ishbel.viewer();
        Inventory circles = inventories.visibleTo(viewer).toChange(anna.id());
        circles.add(
                IntStream.range(0, 60).mapToObj(who -> "Somebody " + who).toList(),
                new Standing(Ring.FURTHER_OUT, null, Sector.OTHERS),
                new Signature(ishbel.id(), time.now()));
        inventories.save(circles, viewer);
        RelationshipId dan = circles.people().stream()
                .filter(who -> who.name().words().equals("Dan"))
                .findFirst()
                .orElseThrow()
                .id();
        for (int course = 5; course > 0; course--) {
            aCourse(dan, course * 52, course == 1);
        }
        for (int version = 0; version < 12; version++) {
            formulations
                    .visibleTo(viewer)
                    .write(
                            anna.id(),
                            version,
                            new Formulation.Sentences(Map.of(Sentence.values()[0], "Since the move, said " + version)));
            formulations.visibleTo(viewer).agreedInTheRoom(anna.id(), version + 1);
        }
        diary.visibleTo(viewer).series(anna.id(), ago(50), 1, 52, 50);
        diary.visibleTo(viewer).series(anna.id(), ago(-1), 1, 52, 50);
    }

    private void aCourse(RelationshipId dan, int weeksAgo, boolean goesOn) {
        Viewer hers = annasOwn.viewer();
        Viewer viewer = ishbel.viewer();
        Course course = courses.visibleTo(viewer).of(anna.id()).orElseThrow();
        for (int week = weeksAgo; week > weeksAgo - 52; week--) {
            moods.visibleTo(hers)
                    .tell(
                            anna.id(),
                            week % 11,
                            LocalDate.ofInstant(ago(week), ZoneId.of("Europe/London")),
                            new MoodEntry.Words("He came in and went straight to the screen, week " + week, ""),
                            Set.of(dan),
                            MoodEntry.Began.EVENT);
            kept("phq-9", 1 + (weeksAgo - week) / 4, week % 20, week * 7);
            if (week % 4 == 1) {
                Try tried = tries.visibleTo(viewer)
                        .agree(anna.id(), "A word, week " + week, Optional.of(dan), "Sunday", "", Optional.empty());
                tries.visibleTo(hers).went(anna.id(), tried.id(), 0, Try.How.values()[week % 4], "As it was");
                kept("gad-7", 1 + (weeksAgo - week) / 4, week % 18, week * 7);
            }
        }
        for (int number = 1; number < 10; number++) {
            Instant at = ago(weeksAgo - 5 * number);
            course.heldSession(number, at, Optional.empty(), ishbel.id());
            SessionNote note = SessionNote.begun(new Hour(anna.id(), course.id().value(), number), ishbel.id(), at);
            note.write(new SessionNote.Words(
                    "What happened before session " + number,
                    List.of(dan),
                    "An exchange at supper",
                    Set.of(),
                    "To ask once, and early",
                    List.of(),
                    Optional.of(SessionNote.Safety.TALKED),
                    "",
                    true));
            note.keepPrivately(Optional.of(Confidential.of("Slow down, " + number)));
            signing.sign(viewer, note);
        }
        courses.visibleTo(viewer).save(course);
        if (!goesOn) {
            Course held = courses.visibleTo(viewer).of(anna.id()).orElseThrow();
            held.end(new Ending(
                    Ending.Reason.AGREED_EARLY, "", courses.visibleTo(viewer).signature()));
            courses.visibleTo(viewer).save(held);
            courses.visibleTo(viewer).begin(anna.id(), variants.find("ipt-16").orElseThrow());
        }
    }

    private Instant ago(int weeks) {
        return time.now().minus(Duration.ofDays(7L * weeks));
    }

    private void measured(String instrument, int session, int total, int daysAgo) {
        house.within(() -> {
            kept(instrument, session, total, daysAgo);
            return "";
        });
    }

    private void kept(String id, int session, int total, int daysAgo) {
        Instrument instrument = questionnaires.get(id);
        Map<Integer, Integer> values = new LinkedHashMap<>();
        int left = total;
        for (Item item : instrument.total().items()) {
            values.put(item.number(), Math.min(left, 3));
            left -= Math.min(left, 3);
        }
        responses
                .visibleTo(ishbel.viewer())
                .keep(
                        anna.id(),
                        List.of(instrument.answers(values)),
                        Way.PAPER,
                        UUID.randomUUID(),
                        Optional.of(session),
                        time.now().minus(Duration.ofDays(daysAgo)),
                        Optional.empty());
    }

    private static int compressed(String page) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream zip = new java.util.zip.GZIPOutputStream(bytes)) {
            zip.write(page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.size();
    }
}
