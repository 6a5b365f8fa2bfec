package tombolo.techniques.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.IntakeTask;
import tombolo.course.Intakes;
import tombolo.course.Variants;
import tombolo.database.CountedStatements;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.TestCircles;
import tombolo.people.TestHouse;
import tombolo.vault.PersonId;

/** Pieces of work in both areas, as a browser without scripts sees them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, CountedStatements.class})
class WorkControllerTests {
    private static final String BASE = "/my/techniques";

    private final ApplicationContext context;
    private final Courses courses;
    private final Intakes intakes;
    private final Variants variants;
    private final TestClock.Moved clock;
    private final CountedStatements statements;

    @LocalServerPort
    private int port;

    private TestHouse house;
    private PersonId anna;
    private Account hers;
    private RelationshipId dan;
    private TestBrowser mine = new TestBrowser(0, "");
    private TestBrowser desk = mine;

    WorkControllerTests(
            ApplicationContext context,
            Courses courses,
            Intakes intakes,
            Variants variants,
            TestClock.Moved clock,
            CountedStatements statements) {
        this.context = context;
        this.courses = courses;
        this.intakes = intakes;
        this.variants = variants;
        this.clock = clock;
        this.statements = statements;
    }

    @BeforeEach
    void annaAndDan() {
        house = new TestHouse(context, "Lochside Practice", Optional.empty());
        anna = house.known("Anna", house.ishbel()).id();
        hers = house.practice().person(anna, "anna");
        dan = add("Dan");
        mine = house.browser(port, hers);
        desk = house.browser(port, house.ishbel());
    }

    @Test
    void aLeastPathLeadsFromANeedToTheWeekAndBackToHowItWent() {
        String untouched = begin();
        assertThat(TestBrowser.location(mine.get(untouched + "/request"))).isEqualTo(untouched + "/before/going-on");
        String piece = untilTheRequest();
        assertThat(mine.get(piece).body())
                .contains("An hour a week that is mine", "Would you take Finn on Saturday at ten?", "<svg viewBox")
                .contains("Put it on my week")
                .doesNotContain("This is half done");
        HttpResponse<String> put = mine.post(piece + "/try", Map.of());
        assertThat(TestBrowser.location(put)).isEqualTo(piece + "?done=techniques.done.on-the-week");
        assertThat(mine.get("/my").body()).contains("Would you take Finn on Saturday at ten?", "<bdi>Dan</bdi>");
        assertThat(house.count("try")).isEqualTo(1);
        assertThat(mine.get(piece).body()).contains("Say how it went").doesNotContain("action=\"" + piece + "/try\"");
        mine.post(piece + "/try", Map.of());
        assertThat(house.count("try")).as("once is enough").isEqualTo(1);
    }

    @Test
    void whatWasWorkedOnAndTriedHasItsDayOnTheTimelineWithoutBeingToldThere() {
        assertThat(mine.get("/my/timeline").body()).doesNotContain("What you have worked on");
        String piece = untilTheRequest();
        assertThat(mine.get("/my/timeline").body()).contains("What you have worked on", "href=\"" + piece + "\"");
        assertThat(desk.get("/desk/people/" + anna + "/timeline").body())
                .contains("Worked on and tried", "/desk/people/" + anna + "/techniques/");
        mine.post(piece + "/try", Map.of());
        assertThat(mine.get("/my/timeline").body()).as("not tried yet").doesNotContain("Tried: Would you take Finn");
        Matcher tried = Pattern.compile("/my/week/tries/[0-9a-f-]{36}")
                .matcher(mine.get(piece).body());
        assertThat(tried.find()).isTrue();
        mine.open(tried.group(), tried.group() + "/outcome", Map.of("seen", "0", "how", "DID"));
        assertThat(mine.get("/my/timeline").body())
                .contains("Tried: Would you take Finn on Saturday at ten?", "href=\"" + tried.group() + "\"");
    }

    @Test
    void whatComesFromSomebodyIsSeenOverEverybodyAsSoonAsItWasSaid() {
        RelationshipId isla = add("Isla");
        assertThat(mine.get("/my/circles/support").body()).contains("Nobody named yet.");
        mine.get(BASE + "/new/support-map");
        String piece = TestBrowser.location(mine.post(
                        BASE + "/new/support-map", Map.of("who", dan.value().toString())))
                .replace("/now", "");
        mine.open(piece + "/now", piece + "/now", Map.of("seen", "0", "get", "company", "give", "advice"));
        assertThat(mine.get("/my/circles/support").body())
                .as("of Isla nothing was said yet")
                .contains("Dan\u2069, as far as it was said", "Comes from them: a little. Goes to them: none.")
                .doesNotContain("and nobody else", "Nobody just now");
        String other = beginning("support-map", Map.of("who", isla.value().toString()));
        mine.open(other + "/now", other + "/now", Map.of("seen", "0", "get", "advice"));
        assertThat(mine.get("/my/circles/support").body())
                .as("what is not marked where all of it is before one is not there")
                .contains("Dan\u2069, and nobody else", "Nobody just now");
        assertThat(desk.get("/desk/people/" + anna + "/circles/support").body()).contains("Dan\u2069, and nobody else");
    }

    /** How much there is of it is told once: unmarked in one step, or on the circles, it is not drawn from another. */
    @Test
    void theMapDrawsWhatTheCirclesSayNow() {
        String piece = beginning("support-map", Map.of("who", dan.value().toString()));
        mine.open(piece + "/now", piece + "/now", Map.of("seen", "0", "get", "company"));
        mine.open(
                piece + "/much",
                piece + "/much",
                Map.of("seen", "1", "much-company-is", "2", "much-company-wished", "3"));
        assertThat(mine.get(piece).body()).contains("<td>2</td>");
        mine.open(piece + "/now", piece + "/now", Map.of("seen", "2", "get", "advice"));
        assertThat(mine.get(piece).body()).contains("<td>0</td>").doesNotContain("<td>2</td>");
    }

    @Test
    void placesNearbyAreOneLinkAwayOnBothSides() {
        assertThat(mine.get(BASE).body()).contains("<a href=\"/my/places\">places nearby where you could belong</a>");
        assertThat(desk.get("/desk/people/" + anna + "/techniques").body())
                .contains("Look together at <a href=\"/desk/people/" + anna + "/places\">places nearby</a>");
    }

    @Test
    void aTechniqueOfAnyNameThatIsNotThereIsNotThere() {
        for (String name : List.of("before", "nothing")) {
            assertThat(mine.get(BASE + "/sheets/" + name).statusCode()).as(name).isEqualTo(404);
            assertThat(mine.get(BASE + "/new/" + name).statusCode()).as(name).isEqualTo(404);
        }
        mine.get(BASE + "/new/needs");
        for (String name : List.of("try", "removal", "before")) {
            assertThat(mine.post(
                                    BASE + "/new/" + name,
                                    Map.of("who", dan.value().toString()))
                            .statusCode())
                    .as(name)
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsHalfDoneWaitsWhereItWasLeftOnAnyDevice() {
        String piece = begin();
        mine.get(piece + "/need");
        mine.post(piece + "/need", Map.of("seen", "0", "need", "support"));
        TestBrowser elsewhere = house.browser(port, hers);
        assertThat(elsewhere.get("/my").body()).contains("Something is half done", "href=\"/my/techniques\"");
        assertThat(elsewhere.get(BASE).body()).contains("Half done", piece);
        assertThat(elsewhere.get(piece).body()).contains("href=\"" + piece + "/gap\"");
    }

    @Test
    void whatIsLeftOutIsAskedForBesideItAndWhatWasTypedStays() {
        String piece = begin();
        mine.get(piece + "/need");
        mine.post(piece + "/need", Map.of("seen", "0", "need", "support"));
        mine.get(piece + "/gap");
        HttpResponse<String> refused = mine.post(piece + "/gap", Map.of("seen", "1", "now", "2"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Please say something here")
                .containsPattern("name=\"now\" value=\"2\" checked");
        HttpResponse<String> odd =
                mine.post(piece + "/gap", Map.of("seen", "1", "now", "9", "wanted", "3", "aloud", "no"));
        assertThat(odd.statusCode()).isEqualTo(422);
        HttpResponse<String> tooMuch =
                mine.open(piece + "/sentence", piece + "/sentence", Map.of("seen", "1", "sentence", "x".repeat(301)));
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("x".repeat(301), "longer than 300");
    }

    @Test
    void whatStandsOnTheTimelineIsNotAskedAgainAndWhereSomebodyStartsChangesTheQuestions() {
        mine.open(
                "/my/timeline?add=role",
                "/my/timeline/entries",
                Map.of(
                        "sort",
                        "role",
                        "version",
                        "0",
                        "when",
                        "2016",
                        "until",
                        "2025",
                        "what",
                        "Teaching the little ones"));
        mine.open(
                "/my/timeline?add=event",
                "/my/timeline/entries",
                Map.of(
                        "sort",
                        "event",
                        "version",
                        "0",
                        "kind",
                        "dispute",
                        "when",
                        "July 2026",
                        "what",
                        "The quarrel about the nights",
                        "people",
                        dan.value().toString()));
        mine.get(BASE + "/new/role-change");
        String change = TestBrowser.location(mine.post(BASE + "/new/role-change", Map.of("change", "work-end")))
                .replace("/roles", "");
        assertThat(mine.get(change + "/roles").body())
                .contains("Some of this you have said before", "Teaching the little ones</textarea>");
        assertThat(mine.get(change + "/lost").body())
                .contains("One good thing that work gave you")
                .doesNotContain("Some of this you have said before", "One good thing that is gone");
        mine.get(BASE + "/new/dispute");
        String dispute = TestBrowser.location(mine.post(
                        BASE + "/new/dispute", Map.of("who", dan.value().toString())))
                .replace("/issue", "");
        assertThat(mine.get(dispute + "/issue").body()).contains("The quarrel about the nights</textarea>");
    }

    @Test
    void whereSomethingIsToBeSaidAloudShapesAreOfferedAndThoseThatAreBorrowedSaySo() {
        String piece = untilTheRequest();
        assertThat(mine.get(piece + "/request").body())
                .containsPattern(
                        "(?s)open><summary>Shapes that may fit here.*To ask for a hand.*Other shapes.*To say no")
                .contains("Would you do this one thing, then?", "Borrowed from");
        assertThat(mine.get(piece + "/sentence").body()).doesNotContain("Shapes that may fit here", "Other shapes");
        String talk = talk();
        mine.get(talk + "/before/going-on");
        assertThat(mine.get(talk + "/lines").body())
                .as("where nothing is known of what fits")
                .contains("Shapes that can help")
                .doesNotContain("Shapes that may fit here");
    }

    @Test
    void aLineThatWasFoundIsTriedOutWithoutBeingTypedAgain() {
        String found = "Would you take Finn on Saturday at ten?";
        RelationshipId isla = add("Isla");
        String piece = untilTheRequest();
        assertThat(mine.get(piece).body()).contains("href=\"" + BASE + "/new/role-play?who=" + dan.value() + "\"");
        String play = beginning("role-play", Map.of("who", dan.value().toString()));
        assertThat(mine.get(play + "/mine").body()).contains("Some of this you have said before", found);
        assertThat(mine.get(play + "/sure").body()).contains("Sunday</textarea>");
        mine.post(play + "/mine", Map.of("seen", "0", "line", "Would you take Finn at ten?"));
        assertThat(mine.get(play + "/mine").body())
                .as("it is changed freely")
                .contains("Would you take Finn at ten?")
                .doesNotContain("Some of this you have said before", found);
        assertThat(mine.get(piece).body()).as("and stays where it was found").contains(found);
        String other = beginning("role-play", Map.of("who", isla.value().toString()));
        mine.get(other + "/before/going-on");
        mine.post(other + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(mine.get(other + "/mine").body())
                .as("it was meant for somebody else")
                .doesNotContain(found);
        answer("NOT_SAFE");
        assertThat(mine.get(piece).body()).as("closed").doesNotContain("/new/role-play");
    }

    @Test
    void aDisputeBeginsWithWhatTheCirclesSayOfBothAndEndsWithWhatWasToldOfTheTry() {
        TestCircles.hopes(context, house, hers, dan, "That he asks", "That I am cheerful");
        String dispute = beginning("dispute", Map.of("who", dan.value().toString()));
        assertThat(mine.get(dispute + "/wishes").body())
                .contains("That he asks</textarea>", "That I am cheerful</textarea>", "you have said before");
        mine.post(dispute + "/wishes", Map.of("seen", "0", "mine", "Two nights a week", "theirs", "To sleep"));
        assertThat(mine.get(dispute + "/wishes").body())
                .contains("Two nights a week</textarea>")
                .doesNotContain("That he asks", "you have said before");
        assertThat(mine.get("/my/circles/relationships/" + dan.value() + "/description")
                        .body())
                .as("what he is hoped for in all is not this one issue")
                .contains("That he asks</textarea>");
        mine.get(dispute + "/before/going-on");
        mine.post(dispute + "/before/going-on", Map.of("safety", "SAFE"));
        mine.open(
                dispute + "/next", dispute + "/next", Map.of("seen", "1", "next", "Ask for Tuesday", "day", "Sunday"));
        mine.get(dispute);
        mine.post(dispute + "/try", Map.of());
        Matcher tried = Pattern.compile("/my/week/tries/[0-9a-f-]{36}")
                .matcher(mine.get(dispute).body());
        assertThat(tried.find()).isTrue();
        mine.open(
                tried.group(),
                tried.group() + "/outcome",
                Map.of("seen", "0", "how", "DID", "words", "He took the Tuesday"));
        assertThat(mine.get(dispute + "/outcome").body())
                .contains("He took the Tuesday</textarea>", "Ask for Tuesday</p>", "you have said before");
    }

    @Test
    void whatIsNeededFromOneselfIsAskedOfNobodyAndTriedWithNobody() {
        String piece = begin();
        mine.open(piece + "/need", piece + "/need", Map.of("seen", "0", "need", "myself"));
        assertThat(mine.get(piece + "/gap").body())
                .contains("Have you told yourself so?")
                .doesNotContain("aloud to them");
        mine.post(piece + "/gap", Map.of("seen", "1", "now", "1", "wanted", "3", "aloud", "no"));
        assertThat(mine.get(piece + "/sentence").body()).contains("What I need from myself is");
        HttpResponse<String> said = mine.post(piece + "/sentence", Map.of("seen", "2", "sentence", "To rest"));
        assertThat(TestBrowser.location(said)).as("nothing is asked about Dan").isEqualTo(piece + "/request");
        assertThat(mine.get(piece + "/request").body())
                .contains("What could you do for yourself?", "To speak to yourself as to a friend")
                .doesNotContain("How could you ask for it?", "When could you say it?", "Would you", "Other shapes");
        assertThat(mine.post(piece + "/request", Map.of("seen", "3", "look", "yes", "request", "I will lie down"))
                        .body())
                .contains("It does not say when", "What could you do for yourself?")
                .doesNotContain("It asks for nothing yet");
        mine.post(piece + "/request", Map.of("seen", "3", "request", "I will lie down at two", "day", "Today"));
        assertThat(mine.get(piece).body())
                .contains("What could you do for yourself?", "Something from myself", "<svg viewBox")
                .doesNotContain("How could you ask for it?");
        mine.post(piece + "/try", Map.of());
        assertThat(mine.get("/my").body()).contains("I will lie down at two").doesNotContain("<bdi>Dan</bdi>");
    }

    @Test
    void whatIsClosedTowardsSomebodyStaysClosedWhateverIsNeeded() {
        String piece = begin();
        mine.get(piece + "/before/going-on");
        mine.post(piece + "/before/going-on", Map.of("safety", "NOT_SAFE"));
        mine.open(piece + "/need", piece + "/need", Map.of("seen", "0", "need", "myself"));
        assertThat(TestBrowser.location(mine.get(piece + "/request"))).isEqualTo(piece);
        assertThat(mine.get(piece + "/myself").body()).contains("Something I could give myself");
    }

    /** Nothing that could be said is out of reach because somebody stopped before it. */
    @Test
    void whateverWasLeftIsGoneOnWithFromThePiece() {
        String letter = beginning("grief-letter", Map.of("dear", "Gran"));
        for (String step : List.of("tell", "sorry", "keep", "goodbye", "place")) {
            assertThat(mine.get(letter).body()).as(step).contains("href=\"" + letter + "/" + step + "\"");
        }
        mine.open(letter + "/tell", letter + "/tell", Map.of("seen", "0", "tell", "The garden is in flower"));
        assertThat(mine.get(letter).body())
                .contains("The garden is in flower")
                .contains("href=\"" + letter + "/sorry\"");
        String hurt = feeling();
        assertThat(mine.get(hurt).body())
                .as("while something waits, that comes first")
                .doesNotContain("href=\"" + hurt + "/next\"");
        mine.open(hurt + "/way", hurt + "/way", Map.of("seen", "2", "way", "let-be"));
        assertThat(mine.get(hurt).body())
                .contains("href=\"" + hurt + "/next\"")
                .doesNotContain("href=\"" + hurt + "/say\"");
    }

    /** In another tab what was to be tried has been taken out again. */
    @Test
    void nothingGoesOnTheWeekWhereThereIsNothingToTryAnyMore() {
        String hurt = feeling();
        mine.open(hurt + "/way", hurt + "/way", Map.of("seen", "2", "way", "let-be"));
        mine.open(hurt + "/next", hurt + "/next", Map.of("seen", "3", "next", "Walk by the sea"));
        assertThat(mine.get(hurt).body()).contains(hurt + "/try");
        mine.open(hurt + "/next", hurt + "/next", Map.of("seen", "4", "next", ""));
        assertThat(TestBrowser.location(mine.post(
                        hurt + "/try", Map.of("_idem", UUID.randomUUID().toString()))))
                .isEqualTo(hurt);
        assertThat(mine.get("/my").body()).doesNotContain("Walk by the sea");
    }

    @Test
    void weAlwaysIsMetWithTheLastTime() {
        mine.get(BASE + "/new/communication");
        String piece = TestBrowser.location(mine.post(
                        BASE + "/new/communication", Map.of("who", dan.value().toString())))
                .replace("/moment", "");
        HttpResponse<String> refused = mine.open(
                piece + "/moment", piece + "/moment", Map.of("seen", "0", "moment", "We always argue at night"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("When was the last time?", "We always argue at night");
    }

    @Test
    void aTalkByTextIsLaidOutAsItsTurnsAndNoNameOfItIsKept() {
        mine.get(BASE + "/new/communication");
        String piece = TestBrowser.location(mine.post(
                        BASE + "/new/communication", Map.of("who", dan.value().toString())))
                .replace("/moment", "");
        HttpResponse<String> laid = mine.open(
                piece + "/exchange",
                piece + "/exchange",
                Map.of(
                        "seen",
                        "0",
                        "_pasted",
                        "Heatherbell: Late again, Annabel?\nAnnabel: I am, Heatherbell. Is Dan in?"));
        assertThat(TestBrowser.location(laid)).isEqualTo(piece + "/exchange");
        assertThat(mine.get(piece + "/exchange").body())
                .contains("Late again, (me)?", "I am, (them).", "Is (them) in?")
                .doesNotContain("Heatherbell", "Annabel");
        assertThat(mine.get(piece).body())
                .contains("Late again, (me)?", "class=\"lanes\"")
                .doesNotContain("Heatherbell");
    }

    @Test
    void ofATalkLongerThanFitsTheyChooseWhichTurnsAndNothingIsLostBeforeThat() {
        String piece = talk();
        StringBuilder twelve = new StringBuilder();
        for (int turn = 1; turn <= 12; turn++) {
            twelve.append(turn % 2 == 1 ? "Dan: " : "Me: ")
                    .append("turn number ")
                    .append(turn)
                    .append('.')
                    .append('\n');
        }
        HttpResponse<String> asked =
                mine.open(piece + "/exchange", piece + "/exchange", Map.of("seen", "0", "_pasted", twelve.toString()));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("There are 12 turns here, and 10 fit", "Dan: turn number 1.", "Me: turn number 12.")
                .contains("Which ten shall it be?");
        assertThat(mine.get(piece).body()).as("nothing is kept yet").doesNotContain("turn number");
        assertThat(mine.get(piece + "/exchange").body())
                .as("nobody is asked who need not choose")
                .doesNotContain("Which ten shall it be?");
        mine.open(
                piece + "/exchange",
                piece + "/exchange",
                Map.of("seen", "0", "_pasted", twelve.toString(), "_ten", "last"));
        assertThat(mine.get(piece + "/exchange").body())
                .contains("turn number 3.", "turn number 12.")
                .doesNotContain("turn number 2.", "value=\"last\" checked");
        mine.open(
                piece + "/exchange",
                piece + "/exchange",
                Map.of("seen", "1", "_pasted", twelve.toString(), "_ten", "first"));
        assertThat(mine.get(piece + "/exchange").body())
                .contains("turn number 1.", "turn number 10.")
                .doesNotContain("turn number 11.");
        mine.open(
                piece + "/exchange", piece + "/exchange", Map.of("seen", "2", "_pasted", "Dan: " + "so ".repeat(150)));
        assertThat(mine.get(piece + "/exchange").body())
                .as("what is cut can be seen to be cut")
                .containsPattern("so so…\"");
    }

    @Test
    void manyTimesAtOnceAreMetWithTheLastTimeWithoutHoldingAnybodyUp() {
        String piece = talk();
        mine.open(piece + "/moment", piece + "/moment", Map.of("seen", "0", "moment", "Last night"));
        HttpResponse<String> kept = mine.open(
                piece + "/words",
                piece + "/words",
                Map.of("seen", "1", "they", "He always sighs at me", "mine", "I went out"));
        assertThat(TestBrowser.location(kept)).isEqualTo(piece + "/turning?said=words");
        assertThat(TestBrowser.location(mine.get(piece + "/turning?said=words")))
                .as("whether it is safe is asked before anybody looks at what they did themselves")
                .isEqualTo(piece + "/before/going-on");
        mine.open(piece + "/before/going-on", piece + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(mine.get(piece + "/turning?said=words").body())
                .contains("It sounds like many times", "href=\"" + piece + "/words\"");
        assertThat(mine.get(piece + "/words").body())
                .contains("This sounds like many times", "He always sighs at me</textarea>");
        assertThat(mine.get(piece + "/turning?said=moment").body()).doesNotContain("sounds like many times");
        HttpResponse<String> once = mine.open(
                piece + "/words",
                piece + "/words",
                Map.of("seen", "2", "they", "“You always sigh.”", "mine", "You never ask"));
        assertThat(TestBrowser.location(once)).as("those were the words").isEqualTo(piece + "/turning");
        String dispute = beginning("dispute", Map.of("who", dan.value().toString()));
        assertThat(TestBrowser.location(mine.open(
                        dispute + "/last", dispute + "/last", Map.of("seen", "0", "last", "Every time he comes in"))))
                .isEqualTo(dispute + "?said=last");
        assertThat(mine.get(dispute + "?said=last").body())
                .contains("It sounds like many times", "Every time he comes in");
    }

    @Test
    void howATryWentIsAskedForOneTimeAndKeptAsItIs() {
        String piece = untilTheRequest();
        mine.post(piece + "/try", Map.of());
        Matcher tried = Pattern.compile("/my/week/tries/[0-9a-f-]{36}")
                .matcher(mine.get(piece).body());
        assertThat(tried.find()).isTrue();
        Map<String, String> went = Map.of("seen", "0", "how", "PARTLY", "words", "Every time I ask he is busy");
        assertThat(TestBrowser.location(mine.open(tried.group(), tried.group() + "/outcome", went)))
                .isEqualTo(tried.group() + "?done=week.done.went");
        assertThat(mine.get(tried.group()).body())
                .contains("How did it go the last time?", "Every time I ask he is busy</textarea>");
        Map<String, String> again = Map.of("seen", "1", "how", "PARTLY", "words", "Every time I ask he is busy");
        assertThat(TestBrowser.location(mine.open(tried.group(), tried.group() + "/outcome", again)))
                .as("it is left as it is")
                .startsWith("/my?done");
    }

    @Test
    void somebodyWhoIsNotOnTheCirclesYetIsNamedInTheStepAndStandsThereOnce() {
        mine.get(BASE + "/new/needs");
        HttpResponse<String> begun = mine.post(BASE + "/new/needs", Map.of("who-new", "  Fiona "));
        String piece = TestBrowser.location(begun).replace("/need", "");
        assertThat(mine.get(piece).body()).contains("<bdi>Fiona</bdi>");
        assertThat(TestBrowser.location(mine.get(piece + "/request")))
                .as("the check stands before her as before anybody")
                .isEqualTo(piece + "/before/going-on");
        assertThat(mine.get("/my/circles").body()).contains("Fiona");
        assertThat(house.count("relationship")).isEqualTo(2);
        assertThat(mine.get(BASE + "/new/communication").body())
                .as("and can be chosen from then on")
                .containsPattern("type=\"radio\"[^>]*><span dir=\"auto\">Fiona");
        mine.get(BASE + "/new/needs");
        HttpResponse<String> known =
                mine.post(BASE + "/new/needs", Map.of("who", dan.value().toString(), "who-new", "fiona"));
        assertThat(mine.get(TestBrowser.location(known).replace("/need", "")).body())
                .as("the same Fiona, whoever is ticked")
                .contains("<bdi>Fiona</bdi>");
        assertThat(house.count("relationship")).isEqualTo(2);
        String theirs = "/desk/people/" + anna + "/techniques";
        desk.get(theirs + "/new/decision");
        HttpResponse<String> together = desk.post(
                theirs + "/new/decision", Map.of("question", "Shall I ask him?", "who", "nobody", "who-new", "Tom"));
        assertThat(desk.get(TestBrowser.location(together).replaceAll("(/techniques/[^/]+).*", "$1"))
                        .body())
                .contains("<bdi>Tom</bdi>");
        assertThat(house.count("relationship")).isEqualTo(3);
    }

    @Test
    void whoIsNamedInGriefStandsWithTheDeadAndNothingIsAskedOfThem() {
        assertThat(mine.get(BASE + "/new/grief").body()).contains("they stand with those who have died");
        HttpResponse<String> named = mine.post(BASE + "/new/grief", Map.of("who-new", "Gran"));
        assertThat(named.statusCode()).isEqualTo(302);
        assertThat(mine.get(BASE + "/new/needs").body()).doesNotContain("Gran");
        HttpResponse<String> asked = mine.post(BASE + "/new/needs", Map.of("who-new", "gran"));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("somebody of that name has died");
    }

    @Test
    void whoWasTakenOffTheCirclesAndIsMournedComesBackToWhereTheDeadAre() {
        TestCircles.takenOff(context, house, hers, dan);
        mine.get(BASE + "/new/grief");
        assertThat(mine.post(BASE + "/new/grief", Map.of("who-new", "Dan")).statusCode())
                .isEqualTo(302);
        assertThat(house.count("relationship")).as("the same person").isEqualTo(1);
        assertThat(mine.get(BASE + "/new/needs").body()).doesNotContain("Dan");
    }

    @Test
    void whoIsMournedAndStandsWithTheLivingCanBePutWithTheDeadFromThere() {
        String piece = beginning("grief", Map.of("who", dan.value().toString()));
        String there = "/my/circles/relationships/" + dan.value() + "/description";
        assertThat(mine.get(piece).body()).contains("still stand with the living", "href=\"" + there + "\"");
        assertThat(mine.get(there).statusCode()).isEqualTo(200);
        TestCircles.hasDied(context, house, hers, dan);
        assertThat(mine.get(piece).body()).doesNotContain("still stand with the living");
    }

    /** "Three weeks ago" is a day, and stays that day as time goes on. */
    @Test
    void aDayToldFromTodayStaysThatDay() {
        String piece = beginning("grief", Map.of("who", dan.value().toString()));
        mine.open(piece + "/days", piece + "/days", Map.of("seen", "0", "date", "3 weeks ago"));
        assertThat(mine.get(piece).body()).contains("do not go through this alone");
        assertThat(desk.get("/desk/people/" + anna + "/techniques" + piece.replace(BASE, ""))
                        .body())
                .contains("Go slowly, and let them say how far")
                .doesNotContain("Ask a therapist or a doctor");
        clock.on(Duration.ofDays(200));
        mine = house.browser(port, hers);
        assertThat(mine.get(piece).body()).doesNotContain("do not go through this alone", "3 weeks ago");
    }

    @Test
    void nothingIsToBeSaidToSomebodyWhoDiedAndALetterIsOfferedInstead() {
        TestCircles.hasDied(context, house, hers, dan);
        String piece = feeling();
        mine.open(
                piece + "/way",
                piece + "/way",
                Map.of("seen", "2", "who", dan.value().toString(), "way", "them"));
        assertThat(mine.get(piece).body())
                .contains("that they have died", BASE + "/new/grief-letter?who=" + dan.value())
                .doesNotContain("What could you say");
        assertThat(TestBrowser.location(mine.get(piece + "/say"))).isEqualTo(piece);
    }

    @Test
    void whoeverMendsOrStrengthensSaysWithWhomSoThatTheCheckCanBeAsked() {
        for (String way : List.of("mend", "strengthen")) {
            mine.get(BASE + "/new/contact-ladder");
            HttpResponse<String> refused = mine.post(BASE + "/new/contact-ladder", Map.of("way", way, "who", "nobody"));
            assertThat(refused.statusCode()).as(way).isEqualTo(422);
            assertThat(refused.body()).contains("Please choose whom it would be");
        }
        String begins = beginning("contact-ladder", Map.of("way", "begin", "who", "nobody"));
        assertThat(mine.get(begins).statusCode()).isEqualTo(200);
    }

    /** With whom it was is told on the week; the link between a mood and that is not begun from nobody. */
    @Test
    void aMoodThatIsLookedAtBringsAlongWithWhomItWas() {
        mine.open(
                "/my",
                "/my/week/moods",
                Map.of(
                        "began",
                        "EVENT",
                        "mood",
                        "3",
                        "event",
                        "He left without a word",
                        "who",
                        dan.value().toString()));
        assertThat(mine.get(BASE + "/new/mood-and-events").body()).contains("He left without a word");
        String piece = beginning("mood-and-events", Map.of("mood", "He left without a word"));
        assertThat(mine.get(piece + "/link").body()).containsPattern("value=\"" + dan.value() + "\"[^>]* checked");
    }

    @Test
    void aNameThatCannotBeTakenIsAskedForBesideItsFieldAndStaysThere() {
        TestCircles.died(context, house, hers, "Gran");
        Map<String, String> wrong = Map.of(
                "Fiona, Tom",
                "Please write one name here",
                "x".repeat(81),
                "longer than 80 letters",
                "gran",
                "somebody of that name has died");
        wrong.forEach((name, why) -> {
            mine.get(BASE + "/new/needs");
            HttpResponse<String> refused = mine.post(BASE + "/new/needs", Map.of("who-new", name));
            assertThat(refused.statusCode()).as(why).isEqualTo(422);
            assertThat(refused.body()).contains(why, "value=\"" + name + "\"");
        });
        assertThat(house.count("relationship")).isEqualTo(2);
        assertThat(house.count("piece_of_work")).isZero();
    }

    @Test
    void whatIsPastedIsInNoDraft() {
        String piece = talk();
        assertThat(mine.get(piece + "/exchange").body())
                .contains("id=\"pasted\" name=\"_pasted\"")
                .doesNotContain("name=\"pasted\"");
        String form = "techniques.step:" + piece.replace(BASE + "/", "") + ":exchange";
        mine.post(
                "/my/drafts",
                Map.of("_form", form, "_about", "", "_pasted", "Heatherbell: Late", "exchange-1-said", ""));
        assertThat(house.count("draft")).isZero();
    }

    @Test
    void theTurnWhereItCouldHaveGoneAnotherWayIsMarkedAtAnyTurn() {
        String piece = talk();
        mine.open(piece + "/before/going-on", piece + "/before/going-on", Map.of("safety", "SAFE"));
        mine.open(piece + "/turning", piece + "/turning", Map.of("seen", "0", "turning", "mine"));
        mine.open(
                piece + "/exchange",
                piece + "/exchange",
                Map.ofEntries(
                        Map.entry("seen", "1"),
                        Map.entry("exchange-1-who", "them"),
                        Map.entry("exchange-1-said", "You are late"),
                        Map.entry("exchange-2-who", "me"),
                        Map.entry("exchange-2-said", "So what"),
                        Map.entry("exchange-3-who", "them"),
                        Map.entry("exchange-3-said", "Fine"),
                        Map.entry("exchange-turning", "2")));
        assertThat(mine.get(piece + "/exchange").body())
                .containsPattern("name=\"exchange-turning\" value=\"2\" checked")
                .doesNotContainPattern("name=\"exchange-turning\" value=\"[134]\" checked");
        assertThat(mine.get(piece).body())
                .containsPattern("(?s)It could turn here.{0,80}So what")
                .doesNotContainPattern("(?s)It could turn here.*It could turn here");
        assertThat(mine.open(
                                piece + "/exchange",
                                piece + "/exchange",
                                Map.of("seen", "2", "exchange-1-said", "x", "exchange-turning", "eleven"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(mine.get(BASE + "/sheets/communication").body())
                .contains("It could have gone another way here")
                .doesNotContain("You can paste it here");
    }

    private String talk() {
        mine.get(BASE + "/new/communication");
        return TestBrowser.location(mine.post(
                        BASE + "/new/communication", Map.of("who", dan.value().toString())))
                .replace("/moment", "");
    }

    @Test
    void whatIsMarkedAgainAndAgainIsSeenOverTheWeeks() {
        for (String marked : List.of("went-quiet", "guessed")) {
            clock.on(Duration.ofDays(7));
            mine = house.browser(port, hers);
            mine.get(BASE + "/new/communication");
            String piece = TestBrowser.location(mine.post(
                            BASE + "/new/communication",
                            Map.of("who", dan.value().toString())))
                    .replace("/moment", "");
            assertThat(mine.get(BASE).body()).doesNotContain("What I marked over time");
            mine.open(piece + "/before/going-on", piece + "/before/going-on", Map.of("safety", "SAFE"));
            mine.open(piece + "/patterns", piece + "/patterns", Map.of("seen", "0", "patterns", marked));
        }
        assertThat(mine.get(BASE).body())
                .contains("What I marked over time", "I went quiet, or went away.", "I guessed at what they thought.")
                .doesNotContain("I was scornful.");
    }

    @Test
    void whatWasMarkedOverTimeIsOfTalksAloneAndSaysWithWhomEachWas() {
        for (RelationshipId who : List.of(dan, add("Isla"))) {
            clock.on(Duration.ofDays(7));
            mine = house.browser(port, hers);
            String talk = beginning("communication", Map.of("who", who.value().toString()));
            mine.open(talk + "/before/going-on", talk + "/before/going-on", Map.of("safety", "SAFE"));
            mine.open(talk + "/patterns", talk + "/patterns", Map.of("seen", "0", "patterns", "went-quiet"));
            String map = beginning("support-map", Map.of("who", who.value().toString()));
            mine.open(map + "/now", map + "/now", Map.of("seen", "0", "get", "company", "give", "advice"));
        }
        String over = mine.get(BASE).body().split("What I marked over time", 2)[1];
        assertThat(over)
                .containsPattern(
                        "(?s)<th scope=\"col\">[^<]+<bdi>Dan</bdi></th><th scope=\"col\">[^<]+<bdi>Isla</bdi></th>")
                .doesNotContain("What I marked over time");
    }

    @Test
    void theCommonFewAreSeenAtOnceAndAGroupInWhichSomethingIsMarkedStandsOpen() {
        String piece = talk();
        mine.open(piece + "/before/going-on", piece + "/before/going-on", Map.of("safety", "SAFE"));
        mine.open(piece + "/patterns", piece + "/patterns", Map.of("seen", "0", "patterns", "delay"));
        assertThat(mine.get(piece + "/patterns").body())
                .contains("<details class=\"quiet\" open><summary>By text or online")
                .contains("<details class=\"quiet\"><summary>When it got loud or sharp")
                .containsPattern("name=\"patterns\" value=\"delay\" checked");
        assertThat(mine.get(piece).body()).contains("They were slow to answer, and I felt turned away.");
        assertThat(mine.get(BASE + "/sheets/communication").body())
                .contains("When one pulls and one backs off", "I cut in before they were done.");
    }

    @Test
    void besideThePatternsStandTheirOwnLinesWithWhatMayBeHeardInThemAndNothingIsMarked() {
        String piece = talk();
        mine.open(piece + "/before/going-on", piece + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(mine.get(piece + "/patterns").body())
                .as("nothing was said yet")
                .doesNotContain("What you said yourself");
        mine.open(
                piece + "/exchange",
                piece + "/exchange",
                Map.of(
                        "seen",
                        "0",
                        "exchange-1-who",
                        "them",
                        "exchange-1-said",
                        "You never listen to a word",
                        "exchange-2-who",
                        "me",
                        "exchange-2-said",
                        "You always leave <me> alone"));
        String marking = mine.get(piece + "/patterns").body();
        assertThat(marking)
                .contains("What you said yourself", "You always leave &lt;me&gt; alone")
                .containsPattern("<strong>I went for them as a person.</strong> You wrote “\\W*You always\\W*”.")
                .doesNotContain("You never listen to a word", " checked>");
        assertThat(mine.post(piece + "/patterns", Map.of("seen", "1", "patterns", "no-such"))
                        .body())
                .as("also when something is wrong")
                .contains("What you said yourself");
        mine.post(piece + "/patterns", Map.of("seen", "1", "helps", "limit"));
        assertThat(mine.get(piece).body())
                .contains("I said what I will not do.", "You always leave &lt;me&gt; alone")
                .doesNotContain("I went for them as a person.", "You wrote");
    }

    @Test
    void moodAndEventsAreLinkedInTheirOwnWordsWithTheMoodThatWasToldOnTheWeekInView() {
        assertThat(mine.get(BASE + "/new/mood-and-events").body())
                .contains("When you keep your mood on")
                .doesNotContain("class=\"moods\"");
        mine.open(
                "/my",
                "/my/week/moods",
                Map.of(
                        "began",
                        "MOOD",
                        "mood",
                        "3",
                        "event",
                        "He came in late",
                        "who",
                        dan.value().toString()));
        String first = mine.get(BASE + "/new/mood-and-events").body();
        assertThat(first)
                .contains("class=\"moods\"", "Between 3 and 3 in these weeks", "/my/week/moods/")
                .as("it begins with what happened then")
                .contains("\nHe came in late</textarea>", "Some of this you have said before")
                .doesNotContain("When you keep your mood on");
        String piece = TestBrowser.location(
                        mine.post(BASE + "/new/mood-and-events", Map.of("mood", "Low on Tuesday, with Dan")))
                .replace("/event", "");
        assertThat(mine.get(piece + "/event").body()).contains("class=\"moods\"", "What did it do to your mood?");
        mine.post(piece + "/event", Map.of("seen", "0", "event", "He asked how I was", "after", "It went up"));
        HttpResponse<String> linked = mine.open(
                piece + "/link",
                piece + "/link",
                Map.of("seen", "1", "who", dan.value().toString(), "link", "When he asks, I am lighter"));
        assertThat(TestBrowser.location(linked)).isEqualTo(piece + "/next");
        assertThat(mine.get(piece + "/next").body()).doesNotContain("class=\"moods\"");
        mine.post(piece + "/next", Map.of("seen", "2", "next", "Look out for when he asks", "day", "This week"));
        assertThat(mine.get(piece).body())
                .contains("When he asks, I am lighter", "Put it on my week")
                .doesNotContain("This is half done");
        mine.post(piece + "/try", Map.of());
        assertThat(mine.get("/my").body()).contains("Look out for when he asks");
        String theirs = "/desk/people/" + anna + "/techniques" + piece.replace(BASE, "");
        assertThat(desk.get(theirs + "/link").body())
                .contains("class=\"moods\"", "When he asks, I am lighter")
                .doesNotContain("href=\"/my/week/moods/");
        assertThat(mine.get("/my/circles/relationships/" + dan.value() + "/mentions")
                        .body())
                .contains(piece);
        assertThat(mine.get(BASE + "/sheets/mood-and-events").body()).contains("to-fill");
    }

    @Test
    void theLineCheckerHintsAndChangesNothing() {
        String piece = untilTheRequest();
        mine.get(piece + "/request");
        String line = "You always leave me alone with him.";
        HttpResponse<String> looked =
                mine.post(piece + "/request", Map.of("seen", "4", "look", "yes", "request", line, "day", "Sunday"));
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains(line, "The last time is stronger", "It asks for nothing yet");
        assertThat(mine.get(piece).body()).doesNotContain(line);
    }

    @Test
    void whereItIsNotSafeTheWayToAskClosesAndAnotherOpensAndThePagesSayNothingOfIt() {
        for (String answer : List.of("NOT_SAFE", "NOT_SURE", "RATHER_NOT")) {
            String piece = begin();
            until().forEach((step, said) -> {
                mine.get(piece + "/" + step);
                mine.post(piece + "/" + step, said);
            });
            mine.get(piece + "/before/going-on?again=yes");
            HttpResponse<String> another = mine.post(piece + "/before/going-on", Map.of("safety", answer));
            assertThat(another.statusCode()).as(answer).isEqualTo(200);
            assertThat(another.body()).as(answer).contains("Let us go another way", "/help-now", "/safe-browsing");
            assertThat(TestBrowser.location(mine.get(piece + "/request"))).isEqualTo(piece);
            HttpResponse<String> late = mine.open(
                    piece + "/sentence",
                    piece + "/request",
                    Map.of("seen", "3", "request", "Give it back", "day", "now"));
            assertThat(TestBrowser.location(late))
                    .as("as when the step is opened: back to the piece, without a word of why")
                    .isEqualTo(piece);
            assertThat(mine.get(piece).body()).doesNotContain("Give it back");
            for (String page : List.of(piece, BASE, "/my")) {
                assertThat(mine.get(page).body())
                        .as(page)
                        .doesNotContain("How could you ask for it?", "Yes, it could", "I am not sure", "not safe")
                        .doesNotContain("half done", "Half done");
            }
            assertThat(mine.get(piece).body()).doesNotContain("This is half done");
            assertThat(desk.get("/desk/people/" + anna + "/techniques").body())
                    .contains("Not safe to say", "<bdi>Dan</bdi>");
        }
        assertThat(house.count("safe_to_say")).isEqualTo(3);
    }

    @Test
    void whoeverOpensItLaterFindsTheSameWhateverWasAnswered() {
        Map<String, String> answers =
                Map.of("Isla", "SAFE", "Finn", "NOT_SAFE", "Tom", "NOT_SURE", "Nell", "RATHER_NOT");
        answers.forEach((name, answer) -> {
            RelationshipId who = add(name);
            mine.get(BASE + "/new/needs");
            String piece = TestBrowser.location(mine.post(
                            BASE + "/new/needs", Map.of("who", who.value().toString())))
                    .replace("/need", "");
            String before = piece + "/before/going-on";
            mine.get(before);
            Map<String, String> press =
                    Map.of("safety", answer, "_idem", UUID.randomUUID().toString());
            mine.post(before, press);
            assertThat(TestBrowser.location(mine.get(before))).as(answer).isEqualTo(piece);
            assertThat(mine.get(piece).body())
                    .as(answer)
                    .contains("href=\"/help-now\"")
                    .doesNotContain("another way", "harm", "Answer again", "check together");
            mine.get(before + "?again=yes");
            HttpResponse<String> sentAgain = mine.post(before, press);
            assertThat(sentAgain.statusCode())
                    .as(answer + ", the press sent once more")
                    .isEqualTo(302);
            assertThat(sentAgain.body()).doesNotContain("another way");
        });
    }

    @Test
    void whatWasAnsweredCanBeAnsweredAgainAndThenTheWayIsOpen() {
        String piece = begin();
        assertThat(mine.get(piece + "/before/going-on").body())
                .contains("Your therapist can read what you answer here. It stands nowhere else.");
        assertThat(mine.post(piece + "/before/going-on", Map.of("safety", "NOT_SURE"))
                        .body())
                .contains(piece + "/before/going-on?again=yes");
        assertThat(mine.get(piece + "/before/going-on?again=yes").body())
                .contains("name=\"safety\"")
                .doesNotContain("checked");
        HttpResponse<String> open = mine.post(piece + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(TestBrowser.location(open)).isEqualTo(piece + "/request");
        assertThat(mine.get(piece + "/request").statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasClosedTogetherIsOpenedTogetherAndByNothingThePersonPressesAlone() {
        String piece = untilTheRequest();
        String theirs = "/desk/people/" + anna + "/techniques" + piece.replace(BASE, "");
        for (String answer : List.of("NOT_SAFE", "NOT_SURE", "RATHER_NOT")) {
            mine.get(piece);
            desk.get(theirs + "/before/going-on?again=yes");
            desk.post(theirs + "/before/going-on", Map.of("safety", answer));
            assertThat(TestBrowser.location(mine.get(piece + "/before/going-on?again=yes")))
                    .as("they are not asked again")
                    .isEqualTo(piece);
            mine.get(piece);
            mine.post(piece + "/before/going-on", Map.of("safety", "SAFE"));
            assertThat(TestBrowser.location(mine.get(piece + "/request")))
                    .as("a page that lay open opens nothing")
                    .isEqualTo(piece);
            assertThat(mine.post(piece + "/try", Map.of()).statusCode()).isEqualTo(404);
            assertThat(mine.post(piece + "/before/going-on", Map.of("safety", "NOT_SURE"))
                            .body())
                    .contains("Let us go another way")
                    .doesNotContain("again=yes");
            assertThat(desk.get("/desk/people/" + anna + "/techniques").body())
                    .contains("Not safe to say", "<bdi>Dan</bdi>");
            mine.get(piece);
            mine.post(piece + "/before/going-on", Map.of("safety", "SAFE"));
            assertThat(TestBrowser.location(mine.get(piece + "/request"))).isEqualTo(piece);
        }
        desk.get(theirs + "/before/going-on?again=yes");
        desk.post(theirs + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(mine.get(piece + "/request").statusCode()).isEqualTo(200);
        assertThat(desk.get("/desk/people/" + anna + "/techniques").body()).doesNotContain("Not safe to say");
    }

    @Test
    void howToAnswerThemHowToMeetThemAndTheWholeOfARolePlayWaitForTheCheckAndCloseWithIt() {
        Map<String, List<String>> waiting = Map.of(
                "role-play", List.of("scene", "them", "mine", "hard", "sure", "again"),
                "communication", List.of("answering", "lines", "rehearse"),
                "dispute", List.of("meet", "ways", "keeps", "next", "words"));
        Map<String, String> aboutDan = Map.of("who", dan.value().toString());
        waiting.forEach((technique, steps) -> {
            String piece = beginning(technique, aboutDan);
            steps.forEach(step -> assertThat(TestBrowser.location(mine.get(piece + "/" + step)))
                    .as(technique + ", " + step)
                    .isEqualTo(piece + "/before/going-on"));
        });
        String play = beginning("role-play", aboutDan);
        mine.get(play + "/before/going-on");
        assertThat(TestBrowser.location(mine.post(play + "/before/going-on", Map.of("safety", "SAFE"))))
                .isEqualTo(play + "/scene");
        assertThat(mine.get(play + "/scene").statusCode()).isEqualTo(200);
        desk.get("/desk/people/" + anna + "/techniques" + play.replace(BASE, "") + "/before/going-on?again=yes");
        desk.post(
                "/desk/people/" + anna + "/techniques" + play.replace(BASE, "") + "/before/going-on",
                Map.of("safety", "NOT_SAFE"));
        waiting.forEach((technique, steps) -> {
            String piece = beginning(technique, aboutDan);
            steps.forEach(step -> assertThat(TestBrowser.location(mine.get(piece + "/" + step)))
                    .as(technique + ", " + step)
                    .isEqualTo(piece));
        });
        assertThat(mine.get(play).body()).doesNotContain("This is half done", play + "/scene");
    }

    @Test
    void whatWasFoundAtTheStartClosesSayingItTowardsEverybodyAndNoPageOfTheirsTellsOfIt() {
        String piece = untilTheRequest();
        RelationshipId isla = add("Isla");
        foundAtTheStart("YES");
        assertThat(TestBrowser.location(mine.get(piece + "/request"))).isEqualTo(piece);
        assertThat(TestBrowser.location(mine.get(piece + "/before/going-on"))).isEqualTo(piece);
        assertThat(mine.post(piece + "/try", Map.of()).statusCode()).isEqualTo(404);
        mine.get(BASE + "/new/needs");
        String another = TestBrowser.location(mine.post(
                        BASE + "/new/needs", Map.of("who", isla.value().toString())))
                .replace("/need", "");
        assertThat(TestBrowser.location(mine.get(another + "/request")))
                .as("nobody is asked what would not open it")
                .isEqualTo(another);
        mine.get(another + "/before/going-on?again=yes");
        mine.post(another + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(TestBrowser.location(mine.get(another + "/request")))
                .as("what they answer alone opens nothing")
                .isEqualTo(another);
        for (String page : List.of(piece, another, BASE, "/my", "/my/week", "/my/course")) {
            assertThat(mine.get(page).body())
                    .as(page)
                    .doesNotContain("How could you ask for it?", "Would you take Finn", "Put it on my week")
                    .doesNotContain("Closed towards", "closed towards", "is closed", "fear, control");
        }
        assertThat(desk.get("/desk/people/" + anna + "/techniques").body())
                .contains("Closed towards everybody", "/desk/people/" + anna + "/intake/suitability");
        assertThat(TestBrowser.location(mine.get(piece + "/request"))).isEqualTo(piece);
    }

    @Test
    void whatWasPlannedTowardsSomebodyLeavesTheWeekOnceThatIsNotSafeAndOnlyTheDeskIsTold() {
        String asked = "Would you take Finn on Saturday at ten?";
        for (Runnable unsafe : List.<Runnable>of(() -> foundAtTheStart("YES"), () -> answer("NOT_SURE"))) {
            foundAtTheStart("NO");
            String piece = untilTheRequest();
            mine.post(piece + "/try", Map.of());
            String record = "/desk/people/" + anna;
            String theirs = record + "/techniques" + piece.replace(BASE, "");
            assertThat(mine.get("/my").body()).contains(asked);
            unsafe.run();
            assertThat(house.count("try")).isZero();
            for (String page : List.of("/my", "/my/week", piece, BASE, "/my/timeline")) {
                assertThat(mine.get(page).body()).as(page).doesNotContain(asked, "off the week", "off their week");
            }
            assertThat(mine.get("/my/who-has-looked").body())
                    .as("that something was closed is what was answered")
                    .doesNotContain("Took something out", "Safe to say");
            assertThat(desk.get(record + "/session").body()).doesNotContain(asked);
            assertThat(desk.get(theirs).body()).contains("What was planned from it is off their week");
            assertThat(desk.get(record + "/techniques").body()).contains("not told of yet is off the week");
        }
    }

    @Test
    void whatWasToldOfAlreadyStaysAndWhatWasTakenOffCanBePutOnTheWeekOnceItIsSafe() {
        String told = untilTheRequest();
        mine.post(told + "/try", Map.of());
        Matcher tried = Pattern.compile("/my/week/tries/[0-9a-f-]{36}")
                .matcher(mine.get(told).body());
        assertThat(tried.find()).isTrue();
        mine.open(tried.group(), tried.group() + "/outcome", Map.of("seen", "0", "how", "DID"));
        String open = untilTheRequest();
        mine.post(open + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(2);
        answer("NOT_SAFE");
        assertThat(house.count("try")).as("what was done was done").isEqualTo(1);
        answer("SAFE");
        assertThat(mine.get(open).body()).contains("Put it on my week");
        mine.post(open + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(2);
    }

    @Test
    void whereTheCirclesSayThatItIsHardlySafeToBeHonestTheCheckIsAskedAnewBeforeAnythingIsSaid() {
        String asked = "Would you take Finn on Saturday at ten?";
        for (int honest : List.of(1, 0)) {
            honest(2);
            answer("SAFE");
            String piece = untilTheRequest();
            String before = piece + "/before/going-on";
            mine.post(piece + "/try", Map.of());
            assertThat(mine.get("/my").body()).contains(asked);
            honest(honest);
            assertThat(TestBrowser.location(mine.get(piece + "/request"))).isEqualTo(before);
            assertThat(house.count("try")).as("what was planned towards them").isZero();
            mine.get(piece);
            assertThat(TestBrowser.location(mine.post(piece + "/try", Map.of())))
                    .isEqualTo(before);
            for (String page : List.of(piece, BASE, "/my", "/my/week", before)) {
                assertThat(mine.get(page).body())
                        .as(page)
                        .doesNotContain("honest", "the circles say", "off their week", "Only you read this");
            }
            String theirs = "/desk/people/" + anna + "/techniques" + piece.replace(BASE, "");
            assertThat(desk.get(theirs).body())
                    .contains("Since then the circles say that it is hardly safe", "is off their week");
            mine.get(before);
            mine.post(before, Map.of("safety", "SAFE"));
            assertThat(mine.get(piece + "/request").statusCode())
                    .as("answered with that in view")
                    .isEqualTo(200);
            assertThat(desk.get(theirs).body()).doesNotContain("Since then the circles say");
            mine.get(piece);
            mine.post(piece + "/try", Map.of());
            assertThat(house.count("try")).isEqualTo(1);
            honest(4);
        }
    }

    @Test
    void whereFearWasFoundWhatTheCirclesSayClosesItUntilTheTwoAnswerTogetherAgain() {
        String piece = untilTheRequest();
        foundAtTheStart("YES");
        String theirs = "/desk/people/" + anna + "/techniques" + piece.replace(BASE, "");
        desk.get(theirs + "/before/going-on?again=yes");
        desk.post(theirs + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(mine.get(piece + "/request").statusCode()).isEqualTo(200);
        honest(0);
        assertThat(TestBrowser.location(mine.get(piece + "/request"))).isEqualTo(piece);
        mine.get(piece);
        mine.post(piece + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(TestBrowser.location(mine.get(piece + "/request")))
                .as("not by what is answered alone")
                .isEqualTo(piece);
        desk.get(theirs + "/before/going-on?again=yes");
        desk.post(theirs + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(mine.get(piece + "/request").statusCode()).isEqualTo(200);
    }

    private void honest(int honest) {
        TestCircles.honest(context, house, hers, dan, honest);
    }

    @Test
    void whatIsAnsweredAloneAboutBeingSafeStandsFirstInThePlanForTheHourAndOnNoPageOfTheirs() {
        String hour = "/desk/people/" + anna + "/session";
        String line = "Safety: ask, with nobody else there, whether somebody frightens them";
        foundAtTheStart("NO");
        answer("SAFE");
        assertThat(desk.get(hour).body()).doesNotContain(line);
        clock.on(Duration.ofMinutes(1));
        for (String answered : List.of("NOT_SURE", "SAFE")) {
            answer(answered);
            assertThat(desk.get(hour).body())
                    .as("also where it was answered otherwise since")
                    .contains(line, "they did not say that it is", "/desk/people/" + anna + "/techniques");
        }
        for (String page : List.of("/my", "/my/week", "/my/course", "/my/appointments", BASE)) {
            assertThat(mine.get(page).body()).as(page).doesNotContain(line, "did not say that it is");
        }
    }

    /** Answers about Dan whether it is safe, in a new piece. */
    private void answer(String safety) {
        String piece = begin();
        mine.get(piece + "/before/going-on?again=yes");
        mine.post(piece + "/before/going-on", Map.of("safety", safety));
    }

    @Test
    void whatWasFoundAtTheStartClosesWhatIsToBeSaidToNobodyInParticularAndNotWhatIsBetweenThemAndThemself() {
        Map<String, Map<String, String>> toNobody = Map.of(
                "decision", Map.of("question", "Shall I speak up?", "who", "nobody"),
                "circles-review", Map.of("who", "nobody"),
                "contact-ladder", Map.of("who", "nobody", "way", "begin"));
        Map<String, String> asserting = Map.of("decision", "plan", "circles-review", "goal", "contact-ladder", "what");
        foundAtTheStart("YES");
        toNobody.forEach((technique, said) -> {
            String piece = beginning(technique, said);
            String step = asserting.get(technique);
            assertThat(TestBrowser.location(mine.get(piece + "/" + step)))
                    .as(technique)
                    .isEqualTo(piece);
            assertThat(mine.get(piece).body()).as(technique).doesNotContain("closed", "found at the start");
            String theirs = "/desk/people/" + anna + "/techniques" + piece.replace(BASE, "");
            assertThat(TestBrowser.location(desk.get(theirs + "/" + step)))
                    .as(technique)
                    .isEqualTo(theirs);
            assertThat(desk.get(theirs).body())
                    .as(technique)
                    .contains("Nobody is chosen here.")
                    .doesNotContain("before/going-on");
        });
        String oneself = beginning("needs", Map.of("who", "me"));
        assertThat(mine.get(oneself + "/request").statusCode()).isEqualTo(200);
        foundAtTheStart("NO");
        String open = beginning("circles-review", Map.of("who", "nobody"));
        assertThat(mine.get(open + "/goal").statusCode()).isEqualTo(200);
    }

    @Test
    void aPieceAboutNobodyOpensOnceSomebodyIsChosenWhoWasAnsweredSafeTogether() {
        foundAtTheStart("YES");
        String piece = beginning("circles-review", Map.of("who", "nobody"));
        mine.open(
                piece + "/whom",
                piece + "/whom",
                Map.of("seen", "0", "who", dan.value().toString()));
        assertThat(TestBrowser.location(mine.get(piece + "/goal"))).isEqualTo(piece);
        String theirs = "/desk/people/" + anna + "/techniques" + piece.replace(BASE, "");
        desk.get(theirs + "/before/going-on?again=yes");
        desk.post(theirs + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(mine.get(piece + "/goal").statusCode()).isEqualTo(200);
    }

    private String beginning(String technique, Map<String, String> said) {
        mine.get(BASE + "/new/" + technique);
        return TestBrowser.location(mine.post(BASE + "/new/" + technique, said))
                .replaceAll("(/my/techniques/[^/]+).*", "$1");
    }

    @Test
    void whatWasFoundAtTheStartOpensTowardsOneByTheCheckTogetherAndTowardsAllByAPlainNo() {
        String piece = untilTheRequest();
        foundAtTheStart("UNSURE");
        String theirs = "/desk/people/" + anna + "/techniques" + piece.replace(BASE, "");
        assertThat(desk.get(theirs).body())
                .contains(theirs + "/before/going-on?again=yes", "Answer the check together");
        desk.get(theirs + "/before/going-on?again=yes");
        desk.post(theirs + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(mine.get(piece + "/request").statusCode()).isEqualTo(200);
        assertThat(desk.get(theirs).body()).doesNotContain("Answer the check together");
        clock.on(Duration.ofDays(1));
        mine = house.browser(port, hers);
        foundAtTheStart("YES");
        assertThat(TestBrowser.location(mine.get(piece + "/request")))
                .as("what is found later closes it again")
                .isEqualTo(piece);
        foundAtTheStart("NO");
        assertThat(mine.get(piece + "/request").statusCode()).isEqualTo(200);
    }

    @Test
    void aPieceDoesNotWaitForWhatTheStartHasClosed() {
        String piece = begin();
        until().forEach((step, said) -> {
            mine.get(piece + "/" + step);
            mine.post(piece + "/" + step, said);
        });
        assertThat(mine.get("/my").body()).contains("Something is half done");
        foundAtTheStart("YES");
        assertThat(mine.get("/my").body()).doesNotContain("Something is half done");
        foundAtTheStart("NO");
        assertThat(mine.get("/my").body()).contains("Something is half done");
    }

    /** What the therapist writes down at the start about fear and control. */
    private void foundAtTheStart(String answer) {
        house.within(() -> {
            Course course = courses.visibleTo(house.ishbel().viewer())
                    .of(anna)
                    .orElseGet(() -> courses.visibleTo(house.ishbel().viewer())
                            .begin(anna, variants.find("ipt-16").orElseThrow()));
            Intakes.Visible seen = intakes.visibleTo(house.ishbel().viewer());
            int version = seen.of(course).version(IntakeTask.SUITABILITY);
            seen.write(course, IntakeTask.SUITABILITY, version, true, Map.of("abuse", List.of(answer)));
            return true;
        });
    }

    @Test
    void aFeelingIsNotSaidToWhoeverThatIsNotSafeWithAndTheOtherWaysStayOpen() {
        String piece = feeling();
        mine.get(piece + "/way");
        HttpResponse<String> chosen =
                mine.post(piece + "/way", Map.of("seen", "2", "who", dan.value().toString(), "way", "them"));
        assertThat(TestBrowser.location(chosen)).isEqualTo(piece + "/say");
        mine.get(piece + "/before/going-on");
        mine.post(piece + "/before/going-on", Map.of("safety", "NOT_SAFE"));
        mine.open(piece + "/next", piece + "/next", Map.of("seen", "3", "next", "I will ring him", "day", "Wednesday"));
        assertThat(mine.get(piece).body())
                .doesNotContain("Say it to them", "Put it on my week")
                .contains("href=\"" + piece + "/way\"");
        assertThat(mine.post(piece + "/try", Map.of()).statusCode()).isEqualTo(404);
        assertThat(house.count("try")).isZero();
        assertThat(mine.get(piece + "/way").body())
                .contains("Tell somebody else", "Wait with it", "Let it be")
                .doesNotContain("Say it to them", "value=\"them\"");
        Map<String, String> them = Map.of("seen", "4", "who", dan.value().toString(), "way", "them");
        assertThat(mine.post(piece + "/way", them).statusCode()).isEqualTo(422);
        mine.get(piece + "/way");
        mine.post(piece + "/way", Map.of("seen", "4", "who", dan.value().toString(), "way", "other"));
        assertThat(mine.get(piece).body()).contains("Put it on my week");
        mine.post(piece + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(1);
    }

    @Test
    void aWayThatIsClosedAlreadyComesOnceMoreWithTheOthers() {
        String needs = begin();
        mine.get(needs + "/before/going-on");
        mine.post(needs + "/before/going-on", Map.of("safety", "NOT_SAFE"));
        String piece = feeling();
        mine.get(piece + "/way");
        HttpResponse<String> chosen =
                mine.post(piece + "/way", Map.of("seen", "2", "who", dan.value().toString(), "way", "them"));
        assertThat(TestBrowser.location(chosen)).isEqualTo(piece + "/way");
        assertThat(mine.get(piece + "/way").body()).doesNotContain("Say it to them");
    }

    private String feeling() {
        mine.get(BASE + "/new/feeling");
        String piece = TestBrowser.location(mine.post(BASE + "/new/feeling", Map.of("name", "Hurt")))
                .replace("/source", "");
        mine.open(piece + "/source", piece + "/source", Map.of("seen", "0", "source", "A birthday"));
        mine.open(piece + "/tells", piece + "/tells", Map.of("seen", "1", "tells", "To be seen"));
        return piece;
    }

    @Test
    void howeverManyPiecesThereAreTheListAsksTheDatabaseNoMore() {
        begin();
        statements.begin();
        mine.get(BASE);
        int forOne = statements.counted().size();
        for (int more = 0; more < 4; more++) {
            begin();
        }
        statements.begin();
        mine.get(BASE);
        assertThat(statements.counted()).isNotEmpty().hasSize(forOne);
    }

    @Test
    void aLineThatIsTurnedToSomebodyElseIsAskedAboutAnewBeforeItGoesOnTheWeek() {
        String piece = untilTheRequest();
        RelationshipId isla = add("Isla");
        mine.get(piece + "/who");
        mine.post(piece + "/who", Map.of("seen", "4", "who", isla.value().toString()));
        mine.get(piece);
        assertThat(TestBrowser.location(mine.post(piece + "/try", Map.of()))).isEqualTo(piece + "/before/going-on");
        assertThat(house.count("try")).isZero();
    }

    /** It is one plan, on the week and here: said in other words here it is said so there, till somebody tells how it went. */
    @Test
    void whatIsPlannedInOtherWordsStandsOnTheWeekInThese() {
        String piece = untilTheRequest();
        mine.open(piece, piece + "/try", Map.of());
        String step = piece + "/request";
        mine.open(step, step, Map.of("seen", "5", "request", "Could we walk on Sunday?", "day", "On Sunday"));
        assertThat(mine.get("/my").body())
                .contains("Could we walk on Sunday?", "On Sunday")
                .doesNotContain("Would you take Finn");
        assertThat(house.count("try")).isEqualTo(1);
        String tried = mine.get("/my").body().replaceAll("(?s).*?(/my/week/tries/[0-9a-f-]{36}).*", "$1");
        mine.open(tried, tried + "/outcome", Map.of("seen", "1", "how", "DID", "words", "We did"));
        mine.open(step, step, Map.of("seen", "6", "request", "Could we swim?", "day", "On Monday"));
        assertThat(mine.get("/my").body()).contains("Could we walk on Sunday?").doesNotContain("Could we swim?");
    }

    /** Steps in which nothing has to be said are not passed by because somebody stopped at them. */
    @Test
    void whatIsHalfDoneGoesOnWhereItStopped() {
        String map = beginning("support-map", Map.of("who", dan.value().toString()));
        mine.open(map + "/now", map + "/now", Map.of("seen", "0", "get", "company"));
        assertThat(mine.get(map).body())
                .contains("This is half done")
                .containsPattern("class=\"btn\" href=\"" + map + "/miss\"")
                .doesNotContain("What you have is enough");
        mine.open(map + "/else", map + "/else", Map.of("seen", "1", "else", "My sister"));
        assertThat(mine.get(map).body()).containsPattern("class=\"btn\" href=\"" + map + "/ask\"");
    }

    /** Each way is looked at with all of them in view, a third as well, and how near each comes is said in figures. */
    @Test
    void aDecisionWeighsEachOfItsWays() {
        String piece = beginning("decision", Map.of("question", "Shall I move?", "who", "nobody"));
        mine.open(piece + "/options", piece + "/options", Map.of("seen", "0", "options", "Move\nStay\nWait a year"));
        for (String step : List.of("likes", "choice", "third", "rate")) {
            assertThat(mine.get(piece + "/" + step).body()).as(step).contains("Wait a year");
        }
        mine.open(piece + "/third", piece + "/third", Map.of("seen", "1", "like-three", "I need not choose yet"));
        mine.open(piece + "/rate", piece + "/rate", Map.of("seen", "2", "rate-one", "4", "rate-three", "7"));
        assertThat(mine.get(piece).body())
                .contains("I need not choose yet")
                .containsPattern("(?s)The first way.{0,200}4")
                .containsPattern("(?s)The third way.{0,200}7");
    }

    @Test
    void ofEveryNeedItCanBeToldWhetherItWasSaid() {
        String piece = begin();
        mine.open(piece + "/need", piece + "/need", Map.of("seen", "0", "need", "support"));
        assertThat(mine.get(piece + "/all").body())
                .contains("name=\"said\" value=\"belonging\"")
                .doesNotContain("name=\"said\" value=\"support\"");
        mine.open(piece + "/all", piece + "/all", Map.of("seen", "1", "said", "belonging"));
        assertThat(mine.get(piece).body())
                .containsPattern("(?s)Which of these have you said to them in plain words\\?.{0,300}Belonging");
    }

    @Test
    void nothingIsTriedOutBeforeThereAreWordsForIt() {
        String piece = begin();
        assertThat(mine.get(piece).body())
                .contains("This is half done", "href=\"" + piece + "/all\"")
                .doesNotContain("href=\"" + piece + "/rehearse\"", "What you have is enough");
    }

    @Test
    void whereNobodyIsNeededNobodyIsAnAnswerAndCanBeTakenBack() {
        String first = mine.get(BASE + "/new/contact-ladder").body();
        assertThat(first).contains("Nobody, or nobody yet");
    }

    @Test
    void inTheRoomItIsTheSamePieceAndTwoHandsNeverOverwriteEachOther() {
        String piece = begin();
        String theirs = "/desk/people/" + anna + "/techniques" + piece.replace(BASE, "");
        assertThat(desk.get(theirs).body()).contains("Anna", "What I need");
        mine.get(piece + "/need");
        desk.get(theirs + "/need");
        desk.post(theirs + "/need", Map.of("seen", "0", "need", "belonging"));
        HttpResponse<String> late = mine.post(piece + "/need", Map.of("seen", "0", "need", "support"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(house.browser(port, house.idris()).get(theirs).statusCode()).isEqualTo(404);
    }

    @Test
    void itIsFoundFromWhoeverItIsAboutAndThrownAwayForGood() {
        String piece = begin();
        assertThat(mine.get("/my/circles/relationships/" + dan.value() + "/mentions")
                        .body())
                .contains("What you worked on", piece);
        mine.get(piece);
        mine.post(piece + "/removal", Map.of());
        assertThat(mine.get(piece).statusCode()).isEqualTo(404);
        assertThat(house.count("piece_of_work")).isZero();
    }

    @Test
    void eachTechniqueHasAWorksheetAndAFirstStep() {
        String all = mine.get(BASE).body();
        for (String technique : List.of("needs", "communication")) {
            assertThat(all).contains(BASE + "/new/" + technique, BASE + "/sheets/" + technique);
            assertThat(mine.get(BASE + "/sheets/" + technique).body()).contains("to-fill", "to-tick");
            assertThat(mine.get(BASE + "/new/" + technique).body()).contains("Dan", "How others did it");
        }
        assertThat(mine.get(BASE + "/new/nothing").statusCode()).isEqualTo(404);
        assertThat(mine.get(BASE + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void whenItHelpsAndWhoseItIsStandOnTheFirstStepOfANewPieceAndOnPaperWhereverSomebodyBegins() {
        for (String first :
                List.of(BASE + "/new/grief", BASE + "/sheets/grief", BASE + "/new/grief?who=" + dan.value())) {
            assertThat(mine.get(first).body())
                    .as(first)
                    .contains("if they died by suicide or violence", "From IPT, where grief");
        }
        assertThat(mine.get(BASE + "/new/contact-ladder").body()).contains("is borrowed from CBT");
        assertThat(mine.get(begin() + "/need").body()).doesNotContain("borrowed from Nonviolent");
    }

    @Test
    void aLossOfLateIsNotToBeWalkedAlone() {
        for (String date : List.of("3 weeks ago", "2019")) {
            mine.get(BASE + "/new/grief");
            String piece = TestBrowser.location(mine.post(
                            BASE + "/new/grief", Map.of("who", dan.value().toString())))
                    .replace("/days", "");
            mine.open(piece + "/days", piece + "/days", Map.of("seen", "0", "date", date));
            for (String page : List.of(piece, piece + "/between")) {
                assertThat(mine.get(page).body().contains("do not go through this alone"))
                        .as(date)
                        .isEqualTo(date.contains("ago"));
            }
        }
    }

    @Test
    void theCirclesStandBesideALookAtThemWithTheirTableAloneInTheRoomAndOnPaper() {
        String step = mine.get(BASE + "/new/circles-review").body();
        assertThat(step)
                .contains("class=\"circles-now\"", "/assets/circles.", "The circles as they are now")
                .containsPattern("<details class=\"quiet\" *><summary>The circles as a table")
                .containsPattern("<th scope=\"row\"><bdi>Dan</bdi></th><td>close</td>");
        String piece = beginning("circles-review", Map.of("closer", "Somebody new"));
        add("Isla");
        assertThat(mine.get(piece + "/absent").body()).as("as they are by now").contains("<bdi>Isla</bdi></th>");
        assertThat(mine.get(piece + "/goal").body()).doesNotContain("circles-now");
        String theirs = "/desk/people/" + anna + "/techniques";
        for (String page : List.of(piece, BASE + "/sheets/circles-review")) {
            for (TestBrowser who : List.of(mine, desk)) {
                assertThat(who.get(who == mine ? page : page.replace(BASE, theirs))
                                .body())
                        .as(page)
                        .contains("<svg class=\"circles\"", "<bdi>Isla</bdi></th>")
                        .containsPattern("<details class=\"quiet\" open><summary>The circles as a table");
            }
        }
        assertThat(desk.get(theirs + piece.replace(BASE, "") + "/empty").body()).contains("circles-now");
        assertThat(mine.get(BASE + "/sheets/needs").body()).doesNotContain("circles-now");
        TestBrowser alone = house.browser(
                port, house.practice().person(house.known("Sam", house.ishbel()).id(), "sam"));
        assertThat(alone.get(BASE + "/new/circles-review").body())
                .as("with nobody there it is whole without them")
                .contains("Who could come closer?")
                .doesNotContain("circles-now");
    }

    @Test
    void howASmallStepWentIsToldOnceAndStandsBesideWhatWasExpected() {
        mine.get(BASE + "/new/trust-steps");
        String piece = TestBrowser.location(mine.post(
                        BASE + "/new/trust-steps", Map.of("who", dan.value().toString())))
                .replace("/level", "");
        mine.get(piece + "/before/going-on");
        assertThat(TestBrowser.location(mine.post(piece + "/before/going-on", Map.of("safety", "SAFE"))))
                .isEqualTo(piece + "/level");
        mine.open(piece + "/level", piece + "/level", Map.of("seen", "0", "level", "feeling"));
        mine.open(piece + "/say", piece + "/say", Map.of("seen", "1", "say", "I am worn out", "day", "Sunday"));
        mine.open(piece + "/expect", piece + "/expect", Map.of("seen", "2", "expect", "He will look away"));
        mine.get(piece);
        mine.post(piece + "/try", Map.of());
        assertThat(mine.get(piece + "/after").body())
                .contains("He will look away", "What I think they will say or do")
                .doesNotContain("Some of this you have said before");
        Matcher tried = Pattern.compile("/my/week/tries/[0-9a-f-]{36}")
                .matcher(mine.get(piece).body());
        assertThat(tried.find()).isTrue();
        Map<String, String> went = Map.of("seen", "0", "how", "DID", "words", "He put the kettle on");
        mine.open(tried.group(), tried.group() + "/outcome", went);
        assertThat(mine.get(piece + "/after").body())
                .contains(
                        "\nHe put the kettle on</textarea>", "He will look away", "Some of this you have said before");
        mine.post(piece + "/after", Map.of("seen", "4", "happened", "He put the kettle on and sat down"));
        assertThat(mine.get(piece + "/after").body())
                .as("what was said here since is not written over")
                .contains("\nHe put the kettle on and sat down</textarea>");
        answer("NOT_SAFE");
        assertThat(mine.get(piece + "/after").body())
                .as("what was expected is closed with the step it is from")
                .doesNotContain("He will look away");
    }

    @Test
    void whatOneNeedsFromOneselfIsNotAskedTwice() {
        String piece = begin();
        mine.open(piece + "/need", piece + "/need", Map.of("seen", "0", "need", "myself"));
        assertThat(mine.get(piece).body()).contains(piece + "/all").doesNotContain(piece + "/myself\"");
        assertThat(mine.get(piece + "/all").body())
                .contains("all-myself-matters", "all-support-now")
                .doesNotContain("all-myself-now", "all-myself-wanted");
        assertThat(mine.get(piece + "/myself").statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverDiedIsAskedForNothingAndMayBeMournedAndTalkedOf() {
        String gran = TestCircles.died(context, house, hers, "Gran").value().toString();
        for (String asks : List.of("needs", "role-play", "support-map", "trust-steps", "contact-ladder")) {
            assertThat(mine.get(BASE + "/new/" + asks + "?who=" + gran).body())
                    .as(asks)
                    .contains("Dan")
                    .doesNotContain("Gran", gran);
            assertThat(mine.post(BASE + "/new/" + asks, Map.of("who", gran, "way", "mend"))
                            .statusCode())
                    .as(asks)
                    .isEqualTo(422);
        }
        for (String tells : List.of("grief", "grief-letter", "communication")) {
            assertThat(mine.get(BASE + "/new/" + tells).body()).as(tells).contains("Dan", "Gran");
        }
    }

    @Test
    void withNobodyOnTheCirclesTheFirstStepSaysWhatToDo() {
        PersonId sam = house.known("Sam", house.ishbel()).id();
        TestBrowser his = house.browser(port, house.practice().person(sam, "sam"));
        assertThat(his.get(BASE + "/new/communication").body()).contains("put somebody there first");
        assertThat(his.get(BASE + "/new/needs").body()).contains("Myself");
    }

    private RelationshipId add(String name) {
        return TestCircles.close(context, house, hers, name);
    }

    private String begin() {
        mine.get(BASE + "/new/needs");
        HttpResponse<String> begun =
                mine.post(BASE + "/new/needs", Map.of("who", dan.value().toString()));
        return TestBrowser.location(begun).replace("/need", "");
    }

    private static Map<String, Map<String, String>> until() {
        Map<String, Map<String, String>> steps = new LinkedHashMap<>();
        steps.put("need", Map.of("seen", "0", "need", "support"));
        steps.put("gap", Map.of("seen", "1", "now", "1", "wanted", "3", "aloud", "no"));
        steps.put("sentence", Map.of("seen", "2", "sentence", "An hour a week that is mine"));
        return steps;
    }

    private String untilTheRequest() {
        String piece = begin();
        until().forEach((step, said) -> {
            mine.get(piece + "/" + step);
            mine.post(piece + "/" + step, said);
        });
        mine.get(piece + "/before/going-on?again=yes");
        HttpResponse<String> open = mine.post(piece + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(TestBrowser.location(open)).isEqualTo(piece + "/request");
        mine.get(piece + "/request");
        mine.post(
                piece + "/request",
                Map.of("seen", "3", "request", "Would you take Finn on Saturday at ten?", "day", "Sunday"));
        return piece;
    }
}
