package tombolo.techniques.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tombolo.inventory.RelationshipId;
import tombolo.inventory.TestCircles;
import tombolo.people.TestHouse;
import tombolo.techniques.Answers;
import tombolo.techniques.Techniques;
import tombolo.vault.PersonId;

/** Ways that are closed towards somebody, and every side door round them: other pieces, other names, paper, the dead. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, CountedStatements.class})
class ClosedWaysControllerTests {
    private static final String BASE = "/my/techniques";
    private static final String DESK = "/desk/people/";
    private static final String ASKED = "Would you take Finn on Saturday at ten?";

    private final ApplicationContext context;

    @LocalServerPort
    private int port;

    private TestHouse house;
    private PersonId anna;
    private Account hers;
    private RelationshipId dan;
    private TestBrowser mine = new TestBrowser(0, "");
    private TestBrowser desk = mine;

    ClosedWaysControllerTests(ApplicationContext context) {
        this.context = context;
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
    void whatIsPlannedTowardsSomebodyLeavesTheWeekThoughItsPieceIsGoneOrAboutAnother() {
        RelationshipId isla = add("Isla");
        String gone = planned(dan);
        mine.get(gone);
        mine.post(gone + "/removal", Map.of());
        String turned = planned(dan);
        turn(turned, isla);
        assertThat(house.count("try")).isEqualTo(2);
        answer(dan, "NOT_SAFE");
        assertThat(house.count("try")).isZero();
        assertThat(mine.get("/my").body()).doesNotContain(ASKED);
        assertThat(desk.get("/desk/people/" + anna + "/session").body()).doesNotContain(ASKED);
    }

    @Test
    void whatIsPlannedWithOneStaysWhereItsPieceIsTurnedToAnotherTowardsWhomItIsClosed() {
        RelationshipId isla = add("Isla");
        String piece = planned(isla);
        turn(piece, dan);
        says(piece, "sentence", 6, Map.of("sentence", "I need him to listen"));
        mine.get(piece + "/before/going-on");
        mine.post(piece + "/before/going-on", Map.of("safety", "NOT_SAFE"));
        assertThat(house.count("try")).as("nothing was said of Isla").isEqualTo(1);
        assertThat(mine.get("/my").body()).contains(ASKED, "<bdi>Isla</bdi>");
    }

    @Test
    void aPageThatLayOpenPutsNothingOnTheWeekOnceTheAnswerIsThere() {
        String piece = untilTheRequest(dan);
        TestBrowser second = house.browser(port, hers);
        second.get(piece);
        answer(dan, "NOT_SAFE");
        assertThat(second.post(piece + "/try", Map.of()).statusCode()).isEqualTo(404);
        assertThat(house.count("try")).isZero();
    }

    @Test
    void whatWasClosedTogetherStaysClosedThoughTheyAreTakenOffAndNamedAgain() {
        closeTogether(dan);
        TestCircles.takenOff(context, house, hers, dan);
        assertThat(desk.get(DESK + anna + "/techniques").body())
                .contains("<bdi>Dan</bdi> (not on the circles now)", "Somebody here is off the circles")
                .doesNotContain("<bdi></bdi>");
        String danAgain = begin("needs", Map.of("who-new", " dan "));
        assertThat(house.count("relationship")).as("the same Dan").isEqualTo(1);
        assertThat(TestBrowser.location(mine.get(danAgain + "/request"))).isEqualTo(danAgain);
        TestCircles.takenOff(context, house, hers, dan);
        RelationshipId isla = add("Isla");
        String another = begin("needs", Map.of("who", isla.value().toString()));
        mine.get(another + "/before/going-on?again=yes");
        mine.post(another + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(TestBrowser.location(mine.get(another + "/request")))
                .as("a new name may be his, and what is answered alone opens nothing")
                .isEqualTo(another);
        String theirs = DESK + anna + "/techniques" + another.replace(BASE, "");
        desk.get(theirs + "/before/going-on?again=yes");
        desk.post(theirs + "/before/going-on", Map.of("safety", "SAFE"));
        assertThat(mine.get(another + "/request").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverWasThereBeforeIsNoNewNameAndIsAskedAboutAsEver() {
        RelationshipId isla = add("Isla");
        closeTogether(dan);
        TestCircles.takenOff(context, house, hers, dan);
        String piece = untilTheRequest(isla);
        assertThat(mine.get(piece + "/request").statusCode()).isEqualTo(200);
    }

    @Test
    void aBlankSheetAsksFirstWhetherItIsSafeAndSaysTheSameWhateverWasAnswered() {
        String play = mine.get(BASE + "/sheets/role-play").body();
        assertThat(play)
                .containsOnlyOnce("could it bring you harm to say this?")
                .contains("In danger, call 999", "free, day and night");
        assertThat(play.indexOf("could it bring you harm"))
                .isBetween(play.indexOf("Whom will you talk with?"), play.indexOf("What is it about?"));
        assertThat(mine.get(BASE + "/sheets/grief-letter").body()).doesNotContain("could it bring you harm");
        closeTogether(dan);
        assertThat(sheet(mine.get(BASE + "/sheets/role-play").body())).isEqualTo(sheet(play));
    }

    private static String sheet(String page) {
        return page.replaceAll("(?s).*<div class=\"on-paper\">|</main>.*", "");
    }

    /** It was to be said to nobody yet; then it turns out to be for Dan, with whom that is not safe. */
    @Test
    void whatWasPlannedWithNobodyLeavesTheWeekOnceItIsForSomebodyWithWhomItIsNotSafe() {
        String piece = begin("contact-ladder", Map.of("way", "begin", "who", "nobody"));
        assertThat(mine.get(piece).body()).as("nothing was tried yet").doesNotContain("href=\"" + piece + "/after\"");
        says(piece, "what", 0, Map.of("what", "I will write a line", "day", "Sunday"));
        assertThat(mine.get(piece).body()).contains("href=\"" + piece + "/after\"");
        assertThat(mine.get(BASE + "/sheets/contact-ladder").body()).contains("What did happen?");
        mine.open(piece, piece + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(1);
        answer(dan, "NOT_SAFE");
        assertThat(house.count("try")).isEqualTo(1);
        says(piece, "way", 2, Map.of("way", "begin", "who", dan.value().toString()));
        assertThat(house.count("try")).isZero();
    }

    @Test
    void whatWasPlannedWithNobodyWaitsForTheQuestionOnceItIsForSomebody() {
        String piece = begin("contact-ladder", Map.of("way", "begin", "who", "nobody"));
        says(piece, "what", 0, Map.of("what", "I will write a line", "day", "Sunday"));
        mine.open(piece, piece + "/try", Map.of());
        mine.get(piece + "/way");
        String asked = TestBrowser.location(mine.post(
                piece + "/way", Map.of("way", "begin", "who", dan.value().toString(), "seen", "2")));
        assertThat(asked).startsWith(piece + "/before/going-on");
        assertThat(mine.get(asked).body()).contains("off the week until this is answered");
        assertThat(house.count("try")).isZero();
        mine.post(piece + "/before/going-on", Map.of("safety", "SAFE"));
        mine.open(piece, piece + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(1);
    }

    @Test
    void howADisputeEndedCanBeSaidThoughNothingIsSaidToThem() {
        String piece = begin("dispute", Map.of("who", dan.value().toString()));
        assertThat(mine.get(piece).body()).doesNotContain("href=\"" + piece + "/outcome\"");
        answer(dan, "NOT_SAFE");
        assertThat(mine.get(piece).body()).contains("href=\"" + piece + "/outcome\"");
    }

    @Test
    void howWhatIsOverEndedIsAskedThoughNothingWasTried() {
        String piece = begin("dispute", Map.of("who", dan.value().toString()));
        says(piece, "stage", 0, Map.of("stage", "over"));
        assertThat(mine.get(piece).body()).contains("href=\"" + piece + "/outcome\"");
    }

    /** The check stands before whatever is said to somebody, whichever piece of work it comes from and whomever that is about. */
    @Test
    void nothingGoesOnTheWeekThatIsToBeSaidWhereThatIsClosed() {
        RelationshipId joan = add("Joan");
        answer(joan, "SAFE");
        answer(dan, "NOT_SAFE");
        String mood = begin("mood-and-events", Map.of("mood", "He shouted, and I felt small"));
        says(mood, "next", 0, Map.of("next", "Tell Dan tonight it has to stop"));
        String feeling = begin("feeling", Map.of("name", "Fear"));
        says(feeling, "way", 0, Map.of("who", joan.value().toString(), "way", "other"));
        says(feeling, "next", 1, Map.of("next", "Talk to Dan with Joan"));
        for (String piece : List.of(mood, feeling)) {
            assertThat(mine.get(piece).body()).doesNotContain("action=\"" + piece + "/try\"");
            assertThat(mine.post(piece + "/try", Map.of()).statusCode()).isEqualTo(404);
            assertThat(desk.get(DESK + anna + "/techniques" + piece.replace(BASE, ""))
                            .body())
                    .contains("is to be said to somebody towards whom");
        }
        says(mood, "next", 1, Map.of("next", "Tell Joan what Dan did"));
        mine.open(mood, mood + "/try", Map.of());
        assertThat(mine.get("/my").body()).contains("Tell Joan what Dan did");
    }

    @Test
    void whatIsToBeSaidToThemIsOffTheWeekOnceThatIsClosed() {
        String mood = begin("mood-and-events", Map.of("mood", "He shouted, and I felt small"));
        says(mood, "next", 0, Map.of("next", "Tell Dan tonight it has to stop"));
        mine.open(mood, mood + "/try", Map.of());
        assertThat(mine.get("/my").body()).contains("Tell Dan tonight it has to stop");
        answer(dan, "NOT_SAFE");
        assertThat(mine.get("/my").body()).doesNotContain("Tell Dan tonight it has to stop");
    }

    /** Whether it is safe is asked before anybody looks at their own words for what they could have done otherwise. */
    @Test
    void beforeItIsAskedWhetherItIsSafeNobodyLooksForWhatTheyDidWrongInATalk() {
        String piece = begin("communication", Map.of("who", dan.value().toString()));
        says(piece, "moment", 0, Map.of("moment", "Last night"));
        says(piece, "words", 1, Map.of("they", "You never think", "mine", "Leave me alone"));
        for (String step : List.of("turning", "patterns", "known")) {
            assertThat(TestBrowser.location(mine.get(piece + "/" + step)))
                    .as(step)
                    .isEqualTo(piece + "/before/going-on");
        }
        String another = "gone another way here";
        assertThat(mine.get(piece + "/exchange").body())
                .contains("turn by turn")
                .doesNotContain(another);
        answer(dan, "SAFE");
        says(piece, "turning", 2, Map.of("turning", "they"));
        assertThat(mine.get(piece + "/exchange").body()).contains(another);
        assertThat(mine.get(piece).body()).contains("It could turn here");
        answer(dan, "NOT_SAFE");
        assertThat(mine.get(piece + "/exchange").body())
                .contains("turn by turn")
                .doesNotContain(another);
        assertThat(mine.get(piece).body())
                .contains("You never think")
                .doesNotContain("It could turn here", "href=\"" + piece + "/known\"");
    }

    @Test
    void whereItIsNotSafeNobodyLooksForWhatTheyDidWrongInATalk() {
        String piece = begin("communication", Map.of("who", dan.value().toString()));
        answer(dan, "NOT_SAFE");
        says(piece, "moment", 0, Map.of("moment", "Last night"));
        says(piece, "words", 1, Map.of("they", "You never think", "mine", "Leave me alone"));
        assertThat(mine.get(piece).body())
                .doesNotContain("href=\"" + piece + "/turning\"", "href=\"" + piece + "/patterns\"")
                .contains("href=\"" + piece + "/exchange\"");
        assertThat(TestBrowser.location(mine.get(piece + "/patterns"))).isEqualTo(piece);
        String ladder =
                begin("contact-ladder", Map.of("way", "mend", "who", dan.value().toString()));
        assertThat(mine.get(ladder).body())
                .as("nothing could be tried")
                .doesNotContain("href=\"" + ladder + "/after\"");
    }

    @Test
    void nothingIsPutRightWithNobody() {
        answer(dan, "SAFE");
        String nobody = begin("contact-ladder", Map.of("way", "begin", "who", "nobody"));
        assertThat(mine.get(nobody + "/rung").body())
                .doesNotContain("value=\"repair\"")
                .contains("value=\"ask\"");
        String somebody =
                begin("contact-ladder", Map.of("way", "mend", "who", dan.value().toString()));
        assertThat(mine.get(somebody + "/rung").body()).contains("value=\"repair\"");
    }

    @Test
    void theTalkTurnByTurnBeginsWithWhatWasTold() {
        String piece = begin("communication", Map.of("who", dan.value().toString()));
        answer(dan, "SAFE");
        says(piece, "moment", 0, Map.of("moment", "Last night"));
        says(piece, "words", 1, Map.of("they", "You\nare late", "mine", "Again, I know"));
        says(piece, "turning", 2, Map.of("turning", "mine"));
        assertThat(mine.get(piece + "/exchange").body())
                .contains("value=\"You are late\"", "value=\"Again, I know\"")
                .containsPattern("name=\"exchange-turning\" value=\"2\" checked");
    }

    @Test
    void whatWasFearedAndWouldBeAnsweredIsThereToTryAloud() {
        String piece = begin("communication", Map.of("who", dan.value().toString()));
        answer(dan, "SAFE");
        says(piece, "lines", 0, Map.of("line", "Could you ring?", "other-line", "What was it like?"));
        says(piece, "rehearse", 1, Map.of("they-say", "I forgot again", "i-answer", "Then tonight"));
        String play = begin("role-play", Map.of("who", dan.value().toString()));
        assertThat(mine.get(play + "/hard").body()).contains("I forgot again", "Then tonight");
    }

    @Test
    void whoeverHasNobodyReadsThatTheNameMayStayAway() {
        TestCircles.takenOff(context, house, hers, dan);
        assertThat(mine.get(BASE + "/new/contact-ladder").body())
                .contains("You can leave this empty")
                .doesNotContain("leave both empty");
    }

    @Test
    void whoTakesUpRoomIsAskedAboutBeforeAnythingIsSaidToThem() {
        String piece = begin("circles-review", Map.of("closer", "My sister"));
        mine.open(piece + "/room", piece + "/room", Map.of("seen", "0", "room", "Somebody who calls at night"));
        mine.open(
                piece + "/whom",
                piece + "/whom",
                Map.of("seen", "1", "who", dan.value().toString()));
        assertThat(TestBrowser.location(mine.get(piece + "/goal"))).isEqualTo(piece + "/before/going-on");
        answer(dan, "NOT_SAFE");
        assertThat(TestBrowser.location(mine.get(piece + "/goal"))).isEqualTo(piece);
    }

    @Test
    void whereSomebodyWasToldOfTheyAreChosenAndAskedAboutBeforeAnythingIsPlannedForThem() {
        String piece = begin("circles-review", Map.of());
        says(piece, "room", 0, Map.of("room", "Dan, who calls at night"));
        assertThat(TestBrowser.location(mine.get(piece + "/goal"))).isEqualTo(piece + "/whom");
        assertThat(mine.get(piece + "/whom").body()).doesNotContain("You told of somebody");
        HttpResponse<String> nobody = mine.post(piece + "/whom", Map.of("seen", "1", "who", "nobody"));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("You told of somebody. Please choose whom this is about");
        says(piece, "whom", 1, Map.of("who", dan.value().toString()));
        assertThat(TestBrowser.location(mine.get(piece + "/goal"))).isEqualTo(piece + "/before/going-on");
    }

    @Test
    void whoeverIsToldOfAfterTheGoalIsChosenBeforeItGoesOnTheWeek() {
        String piece = begin("circles-review", Map.of());
        says(piece, "whom", 0, Map.of("who", "nobody"));
        says(piece, "goal", 1, Map.of("goal", "Ask for the nights back", "day", "Sunday"));
        says(piece, "room", 2, Map.of("room", "Dan, who calls at night"));
        mine.get(piece);
        assertThat(TestBrowser.location(mine.post(piece + "/try", Map.of()))).isEqualTo(piece + "/whom");
        assertThat(mine.get(piece + "/whom").body()).contains("You told of somebody");
        assertThat(house.count("try")).isZero();
        says(piece, "room", 3, Map.of());
        mine.get(piece);
        mine.post(piece + "/try", Map.of());
        assertThat(house.count("try")).as("a place to go, and nobody told of").isEqualTo(1);
    }

    @Test
    void whoeverIsMissingAndLivesIsChosenAndAskedAboutAndOfTheDeadNothingIsAsked() {
        String piece = begin("circles-review", Map.of());
        mine.get(piece + "/absent");
        HttpResponse<String> open =
                mine.post(piece + "/absent", Map.of("seen", "0", "absent", "My friend from school"));
        assertThat(open.statusCode()).isEqualTo(422);
        assertThat(open.body()).contains("Of somebody who lives we ask you first");
        takes(piece, "absent", Map.of("absent", "My friend from school", "gone", "lives"));
        assertThat(TestBrowser.location(mine.get(piece + "/goal"))).isEqualTo(piece + "/whom");
        takes(piece, "whom", Map.of("who", dan.value().toString()));
        assertThat(TestBrowser.location(mine.get(piece + "/goal"))).isEqualTo(piece + "/before/going-on");
        mine.post(piece + "/before/going-on", Map.of("safety", "NOT_SAFE"));
        assertThat(TestBrowser.location(mine.get(piece + "/goal"))).isEqualTo(piece);
        for (String gone : List.of("died", "not-yet")) {
            String other = begin("circles-review", Map.of());
            takes(other, "absent", Map.of("absent", "Somebody to sing with", "gone", gone));
            takes(other, "whom", Map.of("who", "nobody"));
            takes(other, "goal", Map.of("goal", "Sing with Dan", "day", "Monday"));
            mine.get(other);
            assertThat(TestBrowser.location(mine.post(other + "/try", Map.of())))
                    .isEqualTo(other + "/whom");
            takes(other, "goal", Map.of("goal", "Go to the choir", "day", "Monday"));
            mine.open(other, other + "/try", Map.of());
            assertThat(mine.get(other).body().contains(BASE + "/new/grief")).isEqualTo(gone.equals("died"));
        }
        assertThat(house.count("try")).isEqualTo(2);
    }

    @Test
    void whoeverWaitsWithAFeelingAboutSomebodyIsAskedBeforeAnythingIsPlannedForLater() {
        String piece = feeling("wait", dan.value().toString());
        assertThat(TestBrowser.location(mine.get(piece + "/next"))).isEqualTo(piece + "/before/going-on");
        assertThat(TestBrowser.location(mine.post(piece + "/next", Map.of("seen", "3", "next", ASKED))))
                .isEqualTo(piece + "/before/going-on");
        mine.get(piece + "/before/going-on");
        assertThat(TestBrowser.location(mine.post(piece + "/before/going-on", Map.of("safety", "SAFE"))))
                .isEqualTo(piece + "/next");
        takes(piece, "next", Map.of("next", ASKED, "day", "Sunday"));
        mine.open(piece, piece + "/try", Map.of());
        assertThat(mine.get("/my").body()).contains(ASKED);
        answer(dan, "NOT_SAFE");
        assertThat(house.count("try")).isZero();
        assertThat(TestBrowser.location(mine.get(piece + "/next"))).isEqualTo(piece);
        for (String page : List.of(piece, "/my", "/my/week/tries", BASE, "/my/timeline")) {
            assertThat(mine.get(page).body())
                    .as(page)
                    .doesNotContain("NOT_SAFE", "it could", "bring you harm", "Put it on my week", "is closed");
        }
        assertThat(mine.post(piece + "/try", Map.of()).statusCode()).isEqualTo(404);
        assertThat(desk.get(DESK + anna + "/session").body()).doesNotContain(ASKED);
    }

    @Test
    void whoeverLetsItBeIsAskedOnceTheyWaitWithItAndItIsOffTheWeekTillThen() {
        String piece = feeling("let-be", dan.value().toString());
        takes(piece, "next", Map.of("next", ASKED, "day", "Sunday"));
        mine.open(piece, piece + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(1);
        String asked =
                takes(piece, "way", Map.of("way", "wait", "who", dan.value().toString()));
        assertThat(asked).startsWith(piece + "/before/going-on");
        assertThat(house.count("try")).isZero();
        mine.post(piece + "/before/going-on", Map.of("safety", "SAFE"));
        mine.open(piece, piece + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(1);
    }

    @Test
    void whoeverWaitsWithNobodyIsAskedOnceItIsAboutSomebodyOrNamesThem() {
        String piece = feeling("wait", "nobody");
        takes(piece, "next", Map.of("next", "Tell dan on Sunday", "day", "Sunday"));
        mine.get(piece);
        assertThat(TestBrowser.location(mine.post(piece + "/try", Map.of()))).isEqualTo(piece + "/way");
        assertThat(house.count("try")).isZero();
        assertThat(mine.get(piece + "/way").body()).contains("names somebody on the circles");
        assertThat(mine.post(piece + "/way", Map.of("seen", "4", "way", "wait", "who", "nobody"))
                        .statusCode())
                .isEqualTo(422);
        takes(piece, "next", Map.of("next", "Look at it again", "day", "Sunday"));
        mine.open(piece, piece + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(1);
        assertThat(takes(piece, "way", Map.of("way", "wait", "who", dan.value().toString())))
                .startsWith(piece + "/before/going-on");
        assertThat(house.count("try")).isZero();
    }

    @Test
    void whoeverWaitsWithAFeelingAboutSomebodyWhoDiedIsNotAskedAboutThem() {
        RelationshipId mum = add("Mum");
        TestCircles.hasDied(context, house, hers, mum);
        String piece = feeling("wait", mum.value().toString());
        takes(piece, "next", Map.of("next", "Sit in the garden", "day", "Sunday"));
        mine.open(piece, piece + "/try", Map.of());
        answer(dan, "SAFE");
        assertThat(mine.get("/my").body()).contains("Sit in the garden");
    }

    /** A way round by way of the dead: what was kept about them is towards somebody once they are among the living. */
    @Test
    void whatWaitsAboutSomebodyWhoStoodWithTheDeadLeavesTheWeekOnceTheyLive() {
        RelationshipId mum = add("Mum");
        TestCircles.hasDied(context, house, hers, mum);
        String piece = feeling("wait", mum.value().toString());
        takes(piece, "next", Map.of("next", "Tell her what I think", "day", "Sunday"));
        mine.open(piece, piece + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(1);
        TestCircles.lives(context, house, hers, mum);
        assertThat(house.count("try")).isZero();
        assertThat(mine.get("/my").body()).doesNotContain("Tell her what I think");
    }

    @Test
    void aPlanLeavesTheWeekWhereSomebodyHasToBeChosenForWhatIsSaidLater() {
        String review = begin("circles-review", Map.of());
        takes(review, "absent", Map.of("absent", "My husband", "gone", "died"));
        takes(review, "whom", Map.of("who", "nobody"));
        takes(review, "goal", Map.of("goal", "Go to the choir", "day", "Monday"));
        mine.open(review, review + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(1);
        takes(review, "absent", Map.of("absent", "My husband", "gone", "lives"));
        assertThat(house.count("try")).isZero();
        String decision = begin("decision", Map.of("question", "How do I get an hour?", "who", "nobody"));
        takes(decision, "plan", Map.of("first", "Look at the rota", "day", "Sunday"));
        mine.open(decision, decision + "/try", Map.of());
        assertThat(house.count("try")).isEqualTo(1);
        takes(decision, "plan", Map.of("first", "Look at the rota with Dan", "day", "Sunday"));
        assertThat(house.count("try")).isZero();
    }

    /** Kept before it was asked whether they live: nobody who mourns is sent to choose from a list their dead are not in. */
    @Test
    void ofWhoeverIsMissingItIsAskedFirstWhetherTheyLive() {
        String piece = begin("circles-review", Map.of());
        takes(piece, "absent", Map.of("absent", "My husband, he died", "gone", "died"));
        takes(piece, "whom", Map.of("who", "nobody"));
        takes(piece, "goal", Map.of("goal", "Go to the choir", "day", "Monday"));
        Answers kept = Answers.NONE.with("absent", "My husband, he died").with("who", "nobody");
        assertThat(context.getBean(Techniques.class)
                        .find("circles-review")
                        .orElseThrow()
                        .asksWhomAt(kept))
                .contains("absent");
        assertThat(mine.get(piece).body()).contains(BASE + "/new/grief");
        takes(piece, "absent", Map.of("absent", ""));
        assertThat(mine.get(piece).body()).doesNotContain(BASE + "/new/grief");
    }

    @Test
    void aDecisionWithNobodyChosenGoesRoundNobodyWhoIsNamedInIt() {
        mine.get(BASE + "/new/decision");
        HttpResponse<String> named =
                mine.post(BASE + "/new/decision", Map.of("question", "Shall I tell Dan?", "who", "nobody"));
        assertThat(named.statusCode()).isEqualTo(422);
        assertThat(named.body()).contains("names somebody on the circles", "Shall I tell Dan?");
        String piece = begin("decision", Map.of("question", "How do I get an hour?", "who", "nobody"));
        takes(piece, "plan", Map.of("first", "Ask Dan at breakfast", "day", "Sunday"));
        mine.get(piece);
        assertThat(TestBrowser.location(mine.post(piece + "/try", Map.of()))).isEqualTo(piece + "/question");
        takes(piece, "plan", Map.of("first", "Look at the rota", "day", "Sunday"));
        mine.open(piece, piece + "/try", Map.of());
        assertThat(house.count("try")).as("about no person").isEqualTo(1);
        String asked = takes(
                piece,
                "question",
                Map.of("question", "How do I get an hour?", "who", dan.value().toString()));
        assertThat(asked).startsWith(piece + "/before/going-on");
        assertThat(house.count("try")).isZero();
        mine.post(piece + "/before/going-on", Map.of("safety", "NOT_SAFE"));
        assertThat(TestBrowser.location(mine.get(piece + "/plan"))).isEqualTo(piece);
        assertThat(mine.post(piece + "/try", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void howNearAStepComesIsNotAskedTowardsSomebodyWithWhomItIsNotSafe() {
        Map<String, String> mend = Map.of("way", "mend", "who", dan.value().toString());
        Map<String, String> steps = Map.of(
                begin("contact-ladder", mend), "/rung", begin("trust-steps", Map.of("who", mend.get("who"))), "/level");
        steps.forEach((piece, step) ->
                assertThat(TestBrowser.location(mine.get(piece + step))).isEqualTo(piece + "/before/going-on"));
        answer(dan, "NOT_SAFE");
        steps.forEach((piece, step) -> {
            assertThat(TestBrowser.location(mine.get(piece + step))).isEqualTo(piece);
            assertThat(mine.get(piece).body()).doesNotContain(piece + step, "This is half done");
        });
    }

    /** A piece about a feeling, until it is chosen what is done with it. */
    private String feeling(String way, String who) {
        String piece = begin("feeling", Map.of("name", "Hurt"));
        takes(piece, "source", Map.of("source", "Last night"));
        takes(piece, "tells", Map.of("tells", "That I matter"));
        takes(piece, "way", Map.of("way", way, "who", who));
        return piece;
    }

    /** Takes a step as it is by now, and answers where it goes on. */
    private String takes(String piece, String step, Map<String, String> said) {
        String seen = mine.get(piece + "/" + step).body().replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
        Map<String, String> fields = new LinkedHashMap<>(said);
        fields.put("seen", seen);
        return TestBrowser.location(mine.post(piece + "/" + step, fields));
    }

    private void says(String piece, String step, int seen, Map<String, String> said) {
        mine.get(piece + "/" + step);
        Map<String, String> fields = new LinkedHashMap<>(said);
        fields.put("seen", Integer.toString(seen));
        assertThat(mine.post(piece + "/" + step, fields).statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverDiedMeanwhileIsAskedForNothingMoreAndThereIsRoomToGrieve() {
        RelationshipId mum = add("Mum");
        String half = begin("needs", Map.of("who", mum.value().toString()));
        String whole = untilTheRequest(mum);
        mine.get(whole);
        TestCircles.hasDied(context, house, hers, mum);
        assertThat(mine.get("/my").body()).doesNotContain("Something is half done");
        for (String piece : List.of(half, whole)) {
            assertThat(mine.get(piece).body())
                    .contains(
                            "that they have died",
                            BASE + "/new/grief?who=" + mum.value(),
                            BASE + "/new/grief-letter?who=" + mum.value())
                    .doesNotContain("This is half done", "How could you ask for it?", "Put it on my week");
            assertThat(TestBrowser.location(mine.get(piece + "/request"))).isEqualTo(piece);
        }
        assertThat(mine.post(whole + "/try", Map.of()).statusCode()).isEqualTo(404);
        assertThat(house.count("try")).isZero();
        assertThat(desk.get(DESK + anna + "/techniques" + half.replace(BASE, ""))
                        .body())
                .contains("that they have died");
    }

    @Test
    void whatWasPlannedWithWhoeverDiedLeavesTheWeekAndIsBackWhereThatWasASlip() {
        RelationshipId mum = add("Mum");
        String piece = planned(mum);
        String told = onTheWeek("Rang her about the roses", mum);
        mine.get(told);
        mine.post(told + "/outcome", Map.of("seen", "0", "how", "DID", "words", "We laughed"));
        onTheWeek("Bake with her", mum);
        TestCircles.hasDied(context, house, hers, mum);
        for (String page : List.of("/my", "/my/week/tries")) {
            assertThat(mine.get(page).body())
                    .contains("Rang her about the roses")
                    .doesNotContain(ASKED, "Bake with her");
        }
        assertThat(desk.get(DESK + anna + "/week").body()).doesNotContain(ASKED, "Bake with her");
        assertThat(mine.get(piece).body())
                .contains("that they have died")
                .doesNotContain("It is on your week", "Put it on my week");
        TestCircles.lives(context, house, hers, mum);
        assertThat(mine.get("/my").body()).contains(ASKED, "Bake with her");
        assertThat(mine.get(piece).body()).contains("It is on your week").doesNotContain("that they have died");
    }

    @Test
    void whatIsClosedTowardsSomebodyWhileTheyStandWithTheDeadDoesNotComeBack() {
        RelationshipId mum = add("Mum");
        String piece = planned(mum);
        TestCircles.hasDied(context, house, hers, mum);
        String theirs = DESK + anna + "/techniques" + piece.replace(BASE, "");
        desk.get(theirs + "/before/going-on?again=yes");
        desk.post(theirs + "/before/going-on", Map.of("safety", "NOT_SAFE"));
        TestCircles.lives(context, house, hers, mum);
        assertThat(mine.get("/my").body()).doesNotContain(ASKED);
        assertThat(house.count("try")).isZero();
    }

    @Test
    void howADisputeStandsChangesWhatComesNext() {
        Map<String, String> next = Map.of(
                "talking", "One clear thing I will ask for",
                "stuck", "How I will bring it up again",
                "over", "One thing I will do now that it is over");
        Map<String, String> first =
                Map.of("talking", "The words for it", "stuck", "What keeps it going?", "over", "If it is over");
        answer(dan, "SAFE");
        next.forEach((stage, words) -> {
            String piece = begin("dispute", Map.of("who", dan.value().toString()));
            mine.open(piece + "/stage", piece + "/stage", Map.of("seen", "0", "stage", stage));
            assertThat(mine.get(piece + "/next").body()).as(stage).contains(words);
            String page = mine.get(piece).body();
            int list = page.indexOf("<ul class=\"tasks\">");
            assertThat(page.substring(list, page.indexOf("</ul>", list)))
                    .as(stage)
                    .contains(first.get(stage));
            assertThat(page.contains(BASE + "/new/role-change")).as(stage).isEqualTo(stage.equals("over"));
        });
    }

    /** Agrees to it without a piece of work, and answers where it is. */
    private String onTheWeek(String what, RelationshipId who) {
        mine.get("/my/week/tries/new");
        mine.post("/my/week/tries", Map.of("what", what, "who", who.value().toString()));
        return mine.get("/my/week/tries").body().replaceAll("(?s).*?(/my/week/tries/[0-9a-f-]{36}).*", "$1");
    }

    private void closeTogether(RelationshipId who) {
        String piece = begin("needs", Map.of("who", who.value().toString()));
        String theirs = DESK + anna + "/techniques" + piece.replace(BASE, "");
        desk.get(theirs + "/before/going-on?again=yes");
        desk.post(theirs + "/before/going-on", Map.of("safety", "NOT_SAFE"));
    }

    private String planned(RelationshipId who) {
        String piece = untilTheRequest(who);
        mine.get(piece);
        mine.post(piece + "/try", Map.of());
        return piece;
    }

    private void turn(String piece, RelationshipId who) {
        HttpResponse<String> step = mine.get(piece + "/who");
        String seen = step.body().replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
        assertThat(mine.post(
                                piece + "/who",
                                Map.of("seen", seen, "who", who.value().toString()))
                        .statusCode())
                .isEqualTo(302);
    }

    /** Answers whether it is safe, in a new piece. */
    private void answer(RelationshipId who, String safety) {
        String piece = begin("needs", Map.of("who", who.value().toString()));
        mine.get(piece + "/before/going-on?again=yes");
        mine.post(piece + "/before/going-on", Map.of("safety", safety));
    }

    private RelationshipId add(String name) {
        return TestCircles.close(context, house, hers, name);
    }

    private String begin(String technique, Map<String, String> first) {
        mine.get(BASE + "/new/" + technique);
        return TestBrowser.location(mine.post(BASE + "/new/" + technique, first))
                .replaceAll("(/techniques/[^/]+).*", "$1");
    }

    private String untilTheRequest(RelationshipId who) {
        String piece = begin("needs", Map.of("who", who.value().toString()));
        Map<String, Map<String, String>> steps = new LinkedHashMap<>();
        steps.put("need", Map.of("seen", "0", "need", "support"));
        steps.put("gap", Map.of("seen", "1", "now", "1", "wanted", "3", "aloud", "no"));
        steps.put("sentence", Map.of("seen", "2", "sentence", "An hour a week that is mine"));
        steps.forEach((step, said) -> {
            mine.get(piece + "/" + step);
            mine.post(piece + "/" + step, said);
        });
        mine.get(piece + "/before/going-on?again=yes");
        mine.post(piece + "/before/going-on", Map.of("safety", "SAFE"));
        mine.get(piece + "/request");
        mine.post(piece + "/request", Map.of("seen", "3", "request", ASKED, "day", "Sunday"));
        return piece;
    }
}
