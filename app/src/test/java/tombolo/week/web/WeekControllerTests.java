package tombolo.week.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
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
import tombolo.database.CountedStatements;
import tombolo.diary.Diary;
import tombolo.instruments.Instruments;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.Signature;
import tombolo.inventory.TestCircles;
import tombolo.measures.Answering;
import tombolo.measures.Askings;
import tombolo.people.TestHouse;
import tombolo.vault.PersonId;
import tombolo.week.MoodEntry;
import tombolo.week.MoodLog;
import tombolo.week.Tries;
import tombolo.week.Try;

/** The week in both areas, as a browser without scripts sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, CountedStatements.class})
class WeekControllerTests {
    private final ApplicationContext context;
    private final Tries tries;
    private final MoodLog moods;
    private final Inventories inventories;
    private final Diary diary;
    private final Askings askings;
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

    WeekControllerTests(
            ApplicationContext context,
            Tries tries,
            MoodLog moods,
            Inventories inventories,
            Diary diary,
            Askings askings,
            TestClock.Moved clock,
            CountedStatements statements) {
        this.context = context;
        this.tries = tries;
        this.moods = moods;
        this.inventories = inventories;
        this.diary = diary;
        this.askings = askings;
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
    void withNobodyOnTheCirclesAndNothingWrittenThePageIsWhole() {
        PersonId sam = house.known("Sam", house.ishbel()).id();
        TestBrowser his = house.browser(port, house.practice().person(sam, "sam"));
        String page = his.get("/my").body();
        assertThat(page)
                .contains("<title>This week", "How is my mood today?", "Write down something to try")
                .contains(
                        "/my/circles\"",
                        "/my/safety-plan\"",
                        "/my/what-my-therapist-sees",
                        "/my/who-has-looked",
                        "/my/consents",
                        "/help-now")
                .doesNotContain("<svg viewBox");
        assertThat(his.get("/my/week/tries/new").body()).doesNotContain("With whom?");
        assertThat(his.get("/my/week/moods/new").body()).contains("put somebody on your circles");
    }

    @Test
    void whatWasToBeTriedIsFoundFromWhoeverItWasWith() {
        Try agreed = agree("Ask Dan to take Finn");
        String mentions = "/circles/relationships/" + dan.value() + "/mentions";
        assertThat(mine.get("/my" + mentions).body())
                .contains("What was to be tried", "Ask Dan to take Finn", "/my/week/tries/" + agreed.id());
        assertThat(desk.get("/desk/people/" + anna + mentions).body())
                .contains("/desk/people/" + anna + "/week/tries/" + agreed.id());
    }

    @Test
    void howItWentIsTwoPressesWithoutAWord() {
        Try agreed = agree("Ask Dan to take Finn");
        String page = mine.get("/my").body();
        assertThat(page).contains("action=\"/my/week/tries/" + agreed.id() + "/outcome\"", "How did it go?");
        HttpResponse<String> done =
                mine.post("/my/week/tries/" + agreed.id() + "/outcome", Map.of("seen", "0", "how", "DID"));
        assertThat(TestBrowser.location(done)).isEqualTo("/my?done=week.done.went");
        String after = mine.get(TestBrowser.location(done)).body();
        assertThat(after).contains("Thank you", "How the last ones went", "Add a few words");
        assertThat(after).doesNotContain("How did it go?");
    }

    @Test
    void everyAnswerIsThankedAlikeAndNotYetStays() {
        for (Try.How how : Try.How.values()) {
            Try agreed = agree("Ring Isla");
            mine.get("/my");
            HttpResponse<String> done =
                    mine.post("/my/week/tries/" + agreed.id() + "/outcome", Map.of("seen", "0", "how", how.name()));
            assertThat(TestBrowser.location(done)).as(how.name()).isEqualTo("/my?done=week.done.went");
            assertThat(mine.get("/my").body().contains("/tries/" + agreed.id() + "/outcome"))
                    .as(how.name())
                    .isEqualTo(how == Try.How.NOT_YET);
        }
    }

    @Test
    void wordsAboutHowItWentAreOptionalAndAreNotLostByPressingAgain() {
        Try agreed = agree("Ask Dan to take Finn");
        mine.get("/my/week/tries/" + agreed.id());
        mine.post(
                "/my/week/tries/" + agreed.id() + "/outcome",
                Map.of("seen", "0", "how", "NOT_YET", "words", "He was out"));
        mine.get("/my");
        mine.post("/my/week/tries/" + agreed.id() + "/outcome", Map.of("seen", "1", "how", "PARTLY"));
        assertThat(mine.get("/my/week/tries/" + agreed.id()).body()).contains("He was out");
    }

    @Test
    void whereWordsAreTypedItSaysWhenTheyAreReadAndWhereHelpIs() {
        Try agreed = agree("Ask Dan to take Finn");
        for (String page : List.of("/my/week/moods/new?first=event", "/my/week/tries/" + agreed.id())) {
            assertThat(mine.get(page).body())
                    .as(page)
                    .contains(
                            "Your therapist can read this, most often when you meet",
                            "If you have none here yet, nobody reads it",
                            "Nobody reads along as you write")
                    .contains("class=\"help\"", "href=\"/help-now\"");
        }
    }

    @Test
    void aMoodIsTwoPressesAndThenItAsksWhatWasGoingOn() {
        mine.get("/my");
        HttpResponse<String> kept = mine.post("/my/week/moods", Map.of("began", "MOOD", "mood", "4"));
        assertThat(TestBrowser.location(kept)).matches("/my/week/moods/[0-9a-f-]{36}\\?done=week.done.mood");
        String ask = mine.get(TestBrowser.location(kept)).body();
        assertThat(ask)
                .contains("What was going on around then?", "<bdi>Dan</bdi>", "That is enough for now")
                .contains("value=\"4\" checked");
        assertThat(house.count("mood_entry")).isEqualTo(1);
        assertThat(mine.get("/my").body()).contains("<svg viewBox", "Between 4 and 4");
    }

    @Test
    void theLinkIsAskedFromEitherSide() {
        String event = mine.get("/my/week/moods/new?first=event").body();
        assertThat(event.indexOf("What happened?")).isBetween(0, event.indexOf("And how was my mood then?"));
        String mood = mine.get("/my/week/moods/new").body();
        assertThat(mood.indexOf("How was my mood?")).isBetween(0, mood.indexOf("What was going on around then?"));
        mine.post(
                "/my/week/moods",
                Map.of(
                        "began",
                        "EVENT",
                        "event",
                        "He sighed",
                        "who",
                        dan.value().toString(),
                        "mood",
                        "3",
                        "link",
                        "A sigh and I go quiet"));
        assertThat(mine.get("/my").body()).contains("He sighed", "A sigh and I go quiet", "My mood on days with");
        assertThat(desk.get(desk()).body()).contains("He sighed", "<bdi>Dan</bdi>", "A sigh and I go quiet");
    }

    @Test
    void theNextMeetingAndTheQuestionsBeforeItStandOnThePage() {
        assertThat(mine.get("/my").body()).doesNotContain("We meet on", "Questions for you, until");
        ZoneId zone = ZoneId.of("Europe/London");
        Instant meeting = clock.now().atZone(zone).plusDays(2).withHour(10).toInstant();
        house.within(() -> {
            diary.visibleTo(house.ishbel().viewer()).series(anna, meeting, 1, 3, 50);
            askings.ask(
                    anna,
                    List.of("phq-9", "gad-7"),
                    Optional.empty(),
                    Optional.of(6),
                    clock.now().minusSeconds(60),
                    meeting);
            return "";
        });
        statements.begin();
        String page = mine.get("/my").body();
        assertThat(statements.counted()).hasSizeLessThanOrEqualTo(3);
        assertThat(page).containsOnlyOnce("We meet on").containsOnlyOnce("Questions for you, until");
        assertThat(page).contains("href=\"/my/appointments\"", "href=\"/my/questions\"");
        clock.on(Duration.ofDays(3));
        mine = house.browser(port, hers);
        String after = mine.get("/my").body();
        assertThat(after).contains("We meet on").doesNotContain("Questions for you, until");
    }

    @Test
    void whoeverGlancesAtThePageSeesNoNameAndNoWord() {
        Try agreed = agree("Ask Dan to take Finn");
        tell(3, 0, "He sighed");
        agree("Ring Isla");
        house.within(() -> tries.visibleTo(hers.viewer()).went(anna, agreed.id(), 0, Try.How.DID, "He said yes"));
        String page = mine.get("/my").body();
        assertThat(page).contains("Dan", "Ask Dan to take Finn", "He sighed", "He said yes", "Ring Isla");
        String inSight = inSight(page);
        assertThat(inSight)
                .contains("What I said I would try", "How did it go?")
                .doesNotContain("Dan", "Finn", "Isla", "sighed", "said yes", "Saturday morning", "tired");
    }

    @Test
    void afterWeeksAwaySomebodyIsWelcomeAndNothingIsCounted() {
        tell(4, 0, "");
        Try before = agree("Ask Dan to take Finn");
        clock.on(Duration.ofDays(37));
        mine = house.browser(port, hers);
        String page = mine.get("/my").body();
        String inSight = inSight(page);
        assertThat(page).contains("Good to see you", "/tries/" + before.id() + "/outcome");
        assertThat(inSight).contains("How is my mood today?", "What I had in mind before");
        assertThat(inSight.indexOf("How is my mood today?"))
                .as("the smallest step comes first")
                .isLessThan(inSight.indexOf("What I said I would try"));
        assertThat(inSight.substring(0, inSight.indexOf("My other pages")).replaceAll("<[^>]*>", " "))
                .doesNotContainPattern("(?i)\\b(37|days|weeks|missed|overdue|late|streak|since)\\b");
        mine.post("/my/week/moods", Map.of("began", "MOOD", "mood", "5"));
        assertThat(mine.get("/my").body()).doesNotContain("Good to see you");
    }

    @Test
    void peopleAreCalledWhatTheCirclesCallThemToday() {
        agree("Ask for an hour");
        tell(3, 0, "He sighed");
        house.within(() -> {
            Inventory circles = inventories.visibleTo(hers.viewer()).toChange(anna);
            Relationship one = circles.find(dan).orElseThrow();
            circles.describe(dan, one.version(), "D", one.standing(), one.description(), signature());
            inventories.save(circles, hers.viewer());
            return "";
        });
        for (String path : List.of("/my", "/my/week/tries", "/my/week/moods")) {
            assertThat(mine.get(path).body()).as(path).contains("<bdi>D</bdi>").doesNotContain("<bdi>Dan</bdi>");
        }
    }

    @Test
    void whoLeftTheCirclesStaysInWhatWasWritten() {
        MoodEntry entry = tell(3, 0, "He sighed");
        house.within(() -> {
            Inventory circles = inventories.visibleTo(hers.viewer()).toChange(anna);
            circles.remove(dan, circles.find(dan).orElseThrow().version(), signature());
            inventories.save(circles, hers.viewer());
            return "";
        });
        assertThat(mine.get("/my").body()).contains("<bdi>Dan</bdi>");
        mine.get("/my/week/moods/" + entry.id());
        mine.post(
                "/my/week/moods/" + entry.id(),
                Map.of(
                        "seen",
                        "0",
                        "mood",
                        "4",
                        "event",
                        "He sighed",
                        "who",
                        dan.value().toString()));
        assertThat(mine.get("/my").body()).contains("<bdi>Dan</bdi>", "Between 4 and 4");
    }

    @Test
    void ownEntriesArePutRightAndTakenAway() {
        MoodEntry entry = tell(3, 0, "He sighed");
        mine.get("/my/week/moods/" + entry.id());
        HttpResponse<String> changed =
                mine.post("/my/week/moods/" + entry.id(), Map.of("seen", "0", "mood", "6", "event", "He came back"));
        assertThat(TestBrowser.location(changed)).isEqualTo("/my?done=week.done.mood");
        HttpResponse<String> late =
                mine.post("/my/week/moods/" + entry.id(), Map.of("seen", "0", "mood", "1", "event", "From the tablet"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("From the tablet", "He came back");
        mine.post("/my/week/moods/" + entry.id() + "/removal", Map.of());
        assertThat(mine.get("/my/week/moods/" + entry.id()).statusCode()).isEqualTo(404);
        assertThat(house.count("mood_entry")).isZero();
    }

    @Test
    void whatCannotBeKeptIsSaidKindlyAndStaysOnThePage() {
        mine.get("/my");
        HttpResponse<String> noMood = mine.post("/my/week/moods", Map.of("began", "MOOD"));
        assertThat(noMood.statusCode()).isEqualTo(422);
        assertThat(noMood.body()).contains("Choose a number from 0 to 10", "href=\"#mood\"", "id=\"mood\"");
        HttpResponse<String> ahead = mine.post(
                "/my/week/moods",
                Map.of("began", "EVENT", "mood", "11", "day", "2999-01-01", "event", "It has not happened"));
        assertThat(ahead.statusCode()).isEqualTo(422);
        assertThat(ahead.body()).contains("That day has not come yet", "It has not happened");
        Try agreed = agree("Ring Isla");
        HttpResponse<String> noAnswer =
                mine.post("/my/week/tries/" + agreed.id() + "/outcome", Map.of("seen", "0", "words", "She was out"));
        assertThat(noAnswer.statusCode()).isEqualTo(422);
        assertThat(noAnswer.body()).contains("Each answer is as good as the others", "She was out");
        HttpResponse<String> nothing = mine.post("/my/week/tries", Map.of("what", "", "barrier", "I am shy"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Write what you will try", "I am shy");
        assertThat(house.count("mood_entry")).isZero();
    }

    @Test
    void pressedTwiceItIsKeptOnce() {
        mine.get("/my");
        Map<String, String> form =
                Map.of("began", "MOOD", "mood", "4", "_idem", UUID.randomUUID().toString());
        String first = TestBrowser.location(mine.post("/my/week/moods", form));
        assertThat(TestBrowser.location(mine.post("/my/week/moods", form))).isEqualTo(first);
        assertThat(house.count("mood_entry")).isEqualTo(1);
    }

    @Test
    void twoWhoTellAtOnceAreShownBoth() {
        Try agreed = agree("Ring Isla");
        mine.get("/my");
        desk.get(desk() + "/tries/" + agreed.id());
        mine.post("/my/week/tries/" + agreed.id() + "/outcome", Map.of("seen", "0", "how", "DID", "words", "I rang"));
        HttpResponse<String> late = desk.post(
                desk() + "/tries/" + agreed.id() + "/outcome",
                Map.of("seen", "0", "how", "NOT_YET", "words", "She says it is for Sunday"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("I rang", "She says it is for Sunday");
    }

    @Test
    void theTherapistAgreesOnSomethingAndThePersonFindsItOnTheirFirstPage() {
        desk.get(desk() + "/tries/new");
        HttpResponse<String> agreed = desk.post(
                desk() + "/tries",
                Map.of(
                        "what",
                        "Ask Dan to take Finn",
                        "who",
                        dan.value().toString(),
                        "when",
                        "Saturday",
                        "session",
                        "6"));
        assertThat(TestBrowser.location(agreed)).startsWith(desk());
        assertThat(desk.get(desk()).body()).contains("Ask Dan to take Finn", "session 6", "Not told yet");
        assertThat(mine.get("/my").body()).contains("Ask Dan to take Finn", "<bdi>Dan</bdi>");
    }

    @Test
    void somebodyWhoIsNotOnTheCirclesCannotBeSlippedIn() {
        mine.get("/my");
        mine.post(
                "/my/week/tries", Map.of("what", "Ask", "who", UUID.randomUUID().toString()));
        assertThat(house.within(() -> tries.visibleTo(hers.viewer()).of(anna))
                        .getFirst()
                        .words()
                        .with())
                .isEmpty();
    }

    @Test
    void whoeverAnswersTheirQuestionsEveryWeekIsNotGreetedAsIfTheyHadBeenAway() {
        tell(3, 0, "He sighed");
        clock.on(Duration.ofDays(30));
        mine = house.browser(port, hers);
        assertThat(mine.get("/my").body()).contains("Nothing has run away");
        UUID asked = house.within(() -> askings.ask(
                anna,
                List.of("gad-7"),
                Optional.empty(),
                Optional.empty(),
                clock.now().minusSeconds(60),
                clock.now().plus(Duration.ofDays(1))));
        house.within(() -> context.getBean(Answering.class)
                .answer(
                        hers.viewer(),
                        asked,
                        UUID.randomUUID(),
                        List.of(Instruments.bundled().get("gad-7").scoredAnswers(1, 1, 1, 1, 1, 1, 1))));
        assertThat(mine.get("/my").body()).doesNotContain("Nothing has run away");
    }

    @Test
    void nobodyElseOpensItAndItLooksLikeNothing() {
        Try agreed = agree("Ring Isla");
        MoodEntry entry = tell(3, 0, "He sighed");
        for (Account one : List.of(house.idris(), house.priya())) {
            TestBrowser theirs = house.browser(port, one);
            for (String path : List.of("", "/tries", "/tries/new", "/tries/" + agreed.id(), "/moods")) {
                HttpResponse<String> denied = theirs.get(desk() + path);
                HttpResponse<String> nothing = theirs.get("/desk/people/" + UUID.randomUUID() + "/week" + path);
                assertThat(denied.statusCode()).as(path).isEqualTo(404);
                assertThat(TestBrowser.steadyBody(denied)).isEqualTo(TestBrowser.steadyBody(nothing));
            }
            assertThat(theirs.post(desk() + "/tries", Map.of("what", "Something"))
                            .statusCode())
                    .isIn(403, 404);
        }
        PersonId sam = house.known("Sam", house.ishbel()).id();
        TestBrowser his = house.browser(port, house.practice().person(sam, "sam"));
        his.get("/my");
        assertThat(his.get("/my/week/tries/" + agreed.id()).statusCode()).isEqualTo(404);
        assertThat(his.get("/my/week/moods/" + entry.id()).statusCode()).isEqualTo(404);
        assertThat(his.post("/my/week/tries/" + agreed.id() + "/outcome", Map.of("seen", "0", "how", "DID"))
                        .statusCode())
                .isEqualTo(404);
        his.post("/my/week/moods/" + entry.id() + "/removal", Map.of());
        his.post("/my/week/tries/" + agreed.id() + "/removal", Map.of());
        assertThat(house.count("mood_entry") + house.count("try")).isEqualTo(2);
    }

    @Test
    void withFiveYearsOfHistoryThePageIsLightAndAsksLittle() throws IOException {
        house.within(() -> {
            LocalDate today = LocalDate.ofInstant(clock.now(), ZoneId.of("Europe/London"));
            for (int day = 0; day < 5 * 365; day += day < 56 ? 1 : 7) {
                moods.visibleTo(hers.viewer())
                        .tell(
                                anna,
                                day % 11,
                                today.minusDays(day),
                                new MoodEntry.Words("He came in and went straight to the screen, day " + day, ""),
                                Set.of(dan),
                                MoodEntry.Began.EVENT);
            }
            for (int i = 0; i < 120; i++) {
                Try agreed = tries.visibleTo(hers.viewer())
                        .agree(anna, "Ask for one thing, week " + i, Optional.of(dan), "Sunday", "", Optional.empty());
                tries.visibleTo(hers.viewer()).went(anna, agreed.id(), 0, Try.How.values()[i % 4], "As it was");
            }
            return "";
        });
        for (TestBrowser browser : List.of(mine, desk)) {
            statements.begin();
            HttpResponse<String> page = browser.get(browser == mine ? "/my" : desk());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(statements.counted()).hasSizeLessThanOrEqualTo(3).isNotEmpty();
            assertThat(zipped(page.body())).isLessThanOrEqualTo(14 * 1024);
        }
        String earlier = mine.get("/my/week/moods").body();
        assertThat(earlier).contains("Further back");
        assertThat(mine.get("/my/week/moods?until=2024-06-01").statusCode()).isEqualTo(200);
    }

    private String desk() {
        return "/desk/people/" + anna + "/week";
    }

    /** The page without what lies behind a press. */
    private static String inSight(String page) {
        String main = page.substring(page.indexOf("<main"));
        String without = main;
        while (without.contains("<details")) {
            int end = without.indexOf("</details>") + "</details>".length();
            int begin = without.lastIndexOf("<details", end);
            String summary = without.substring(begin, end).replaceAll("(?s).*?<summary>(.*?)</summary>.*", "$1");
            without = without.substring(0, begin) + summary + without.substring(end);
        }
        return without;
    }

    private static int zipped(String page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private RelationshipId add(String name) {
        return TestCircles.close(context, house, hers, name);
    }

    private Signature signature() {
        return new Signature(hers.id(), clock.now());
    }

    private Try agree(String what) {
        return house.within(() -> tries.visibleTo(house.ishbel().viewer())
                .agree(anna, what, Optional.of(dan), "Saturday morning", "He may be tired", Optional.of(5)));
    }

    private MoodEntry tell(int mood, int daysAgo, String event) {
        return house.within(() -> moods.visibleTo(hers.viewer())
                .tell(
                        anna,
                        mood,
                        LocalDate.ofInstant(clock.now(), ZoneId.of("Europe/London"))
                                .minusDays(daysAgo),
                        new MoodEntry.Words(event, ""),
                        Set.of(dan),
                        MoodEntry.Began.EVENT));
    }
}
