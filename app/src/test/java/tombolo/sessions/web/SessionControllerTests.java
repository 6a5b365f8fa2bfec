package tombolo.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.course.Courses;
import tombolo.course.Variants;
import tombolo.database.CountedStatements;
import tombolo.diary.Diary;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.people.Consents;
import tombolo.people.Person;
import tombolo.people.Purpose;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.Timeline;
import tombolo.timeline.Timelines;
import tombolo.timeline.Words;
import tombolo.vault.Role;
import tombolo.week.Tries;

/** The therapist's page for the hour, and the thread sheet, as a browser without scripts sees them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(CountedStatements.class)
class SessionControllerTests {
    private static final Pattern NOTE = Pattern.compile("/session/notes/([0-9a-f-]{36})");

    private final TestHouse house;
    private final Courses courses;
    private final Variants variants;
    private final Inventories inventories;
    private final Timelines timelines;
    private final Tries tries;
    private final Consents consents;
    private final Diary diary;
    private final ProgrammeTime time;
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
            Diary diary,
            ProgrammeTime time,
            CountedStatements statements) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.courses = courses;
        this.variants = variants;
        this.inventories = inventories;
        this.timelines = timelines;
        this.tries = tries;
        this.consents = consents;
        this.diary = diary;
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

    private static String note(String page) {
        Matcher found = NOTE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Begins and signs a session; answers the browser it was done with. */
    private TestBrowser held(int number, String... more) {
        TestBrowser desk = desk();
        desk.get(at("/session"));
        desk.post(at("/session/beginning"), form("number", String.valueOf(number)));
        String note = note(desk.get(at("/session")).body());
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
        desk.get(at("/session"));
        desk.post(at("/session/beginning"), form("number", "1"));
        String note = note(desk.get(at("/session")).body());
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
    void theSuggestedPlanIsKeptWithTheFirstTickAndCanBeWordedMovedAndAddedTo() {
        TestBrowser desk = desk();
        desk.get(at("/session"));
        desk.post(at("/session/plan"), form("seen", "0", "number", "1", "done0", "true"));
        String page = desk.get(at("/session")).body();
        assertThat(page).containsPattern("id=\"done0\"[^>]*checked");
        assertThat(house.rows("session_plan")).doesNotContain(TestHouse.hex("Say it aloud"));
        desk.get(at("/session/plan"));
        desk.post(
                at("/session/plan/lines"),
                form(
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
    void thePageIsSmallAndOpenedInFewStatements() {
        TestBrowser desk = held(1);
        statements.begin();
        String page = desk.get(at("/session")).body();
        System.out.println("session page: " + statements.counted().size() + " statements, " + compressed(page)
                + " bytes compressed");
        assertThat(compressed(page)).isLessThan(14 * 1024);
        assertThat(statements.counted()).hasSizeLessThanOrEqualTo(30);
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
