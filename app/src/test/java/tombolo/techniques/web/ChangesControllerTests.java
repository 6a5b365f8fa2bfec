package tombolo.techniques.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.database.CountedStatements;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.TestCircles;
import tombolo.people.TestHouse;
import tombolo.techniques.Question;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.Vault;

/** What changes between people and in a life, as the pages of a piece of work and the timeline keep it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, CountedStatements.class})
class ChangesControllerTests {
    private static final String BASE = "/my/techniques";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final ApplicationContext context;
    private final Vault vault;
    private final TestClock.Moved clock;

    @LocalServerPort
    private int port;

    private TestHouse house;
    private PersonId anna;
    private Account hers;
    private RelationshipId dan;
    private TestBrowser mine = new TestBrowser(0, "");

    ChangesControllerTests(ApplicationContext context, Vault vault, TestClock.Moved clock) {
        this.context = context;
        this.vault = vault;
        this.clock = clock;
    }

    @BeforeEach
    void annaAndDan() {
        house = new TestHouse(context, "Lochside Practice", Optional.empty());
        anna = house.known("Anna", house.ishbel()).id();
        hers = house.practice().person(anna, "anna");
        dan = TestCircles.close(context, house, hers, "Dan");
        mine = house.browser(port, hers);
    }

    @Test
    void onPaperStandsWhatEachStartingPointAsksUnderItsNameUntilOneIsChosen() {
        String sheet = BASE + "/sheets/role-change";
        String any = mine.get(sheet).body();
        String own = any.substring(any.indexOf("<section class=\"starts\">"));
        assertThat(own)
                .containsSubsequence(
                        "What goes with this change",
                        "A baby came",
                        "How the birth was, and what of it stays with me",
                        "A partner and I parted",
                        "What we still share",
                        "Work came to an end",
                        "What I was good at",
                        "Somebody died",
                        "With whom I can speak of them",
                        "fell ill",
                        "What I can do on a good day",
                        "I moved",
                        "Who knows my name here");
        begin("role-change", Map.of("change", "move"), "roles");
        assertThat(mine.get(sheet).body())
                .as("as they chose it")
                .contains("Who knows my name here", "One good thing you left behind")
                .doesNotContain("How the birth was", "<section class=\"starts\">");
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna + "/techniques/sheets/role-change")
                        .body())
                .contains("Who knows my name here")
                .doesNotContain("How the birth was");
        assertThat(mine.get(BASE + "/sheets/dispute").body()).doesNotContain("<section class=\"starts\">");
    }

    @Test
    void howADisputeStoodIsKeptWithItsDayAndToldOnThePieceAndAtTheDesk() {
        String piece = begin("dispute", Map.of("who", dan.value().toString()), "issue");
        says(piece, "stage", 0, Map.of("stage", "stuck"));
        assertThat(mine.get(piece).body())
                .as("it always stood like that")
                .contains("We have stopped talking about it")
                .doesNotContain("you said that you were stuck", "Now you are");
        String then = today();
        clock.on(Duration.ofDays(30));
        mine = house.browser(port, hers);
        says(piece, "stage", 1, Map.of("stage", "talking"));
        assertThat(mine.get(piece).body())
                .contains("On " + then + " you said that you were stuck.", "Now you are talking again.")
                .doesNotContain("it was put down");
        says(piece, "issue", 2, Map.of("issue", "The nights"));
        assertThat(mine.get(piece).body()).contains("On " + then + " you said that you were stuck.");
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna + "/techniques" + piece.replace(BASE, ""))
                        .body())
                .contains("On " + then + " it was put down that they were stuck.", "Now the two are talking again.");
        assertThat(house.rows("piece_of_work")).doesNotContain("stuck", TestHouse.hex("stuck"));
    }

    @Test
    void aDisputeThatWasKeptBeforeItsDaysWereTellsTheDayItWasLastWorkedOn() {
        String piece = begin("dispute", Map.of("who", dan.value().toString()), "issue");
        says(piece, "stage", 0, Map.of("stage", "talking"));
        String then = today();
        asItWasKeptOnce(piece, "{\"with\":\"Dan\",\"answers\":{\"stage\":[\"talking\"]}}");
        assertThat(mine.get(piece).body()).contains("We still talk or argue about it");
        clock.on(Duration.ofDays(30));
        mine = house.browser(port, hers);
        says(piece, "stage", 1, Map.of("stage", "over"));
        assertThat(mine.get(piece).body())
                .contains("On " + then + " you said that you were talking about it.")
                .contains("Now it is over, or as good as over.");
    }

    @Test
    void aDayToRememberStandsOnTheTimelineWithoutBeingToldThere() {
        String piece = begin("grief", Map.of("who", dan.value().toString()), "days");
        assertThat(mine.get("/my/timeline").body()).doesNotContain("Days that come round");
        LocalDate yesterday = LocalDate.ofInstant(clock.now(), ZONE).minusDays(1);
        String typed = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(yesterday.minusYears(2));
        says(piece, "remember", 0, Map.of("ritual", "I cook his soup", "yearly", typed));
        String comes = DAY.format(yesterday.plusYears(1));
        assertThat(mine.get("/my/timeline").body())
                .containsPattern("(?s)Days that come round.*" + comes + ".*" + piece + ".*I cook his soup")
                .contains("A day to remember: I cook his soup");
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna + "/timeline")
                        .body())
                .contains(comes, "A day to remember: I cook his soup", "/desk/people/" + anna + "/techniques/");
        HttpResponse<String> refused = mine.open(
                piece + "/remember", piece + "/remember", Map.of("seen", "1", "ritual", "Soup", "yearly", "some day"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Please write a day and a month", "some day</textarea>");
    }

    @Test
    void aDayToRememberThatIsNearStandsOnTheWeekWithoutAWordOfIt() {
        String piece = begin("grief", Map.of("who", dan.value().toString()), "days");
        LocalDate today = LocalDate.ofInstant(clock.now(), ZONE);
        DateTimeFormatter typed = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
        says(piece, "remember", 0, Map.of("ritual", "I cook his soup", "yearly", typed.format(today.plusDays(15))));
        assertThat(mine.get("/my").body()).doesNotContain("A day to remember is near");
        says(piece, "remember", 1, Map.of("ritual", "I cook his soup", "yearly", typed.format(today.plusDays(14))));
        assertThat(mine.get("/my").body())
                .contains("<a href=\"" + piece + "\">A day to remember is near.</a>")
                .doesNotContain("soup", "Missing somebody");
    }

    @Test
    void theHardDaysAMournerNamesComeRoundAndWhatIsNoDayStaysAsWords() {
        String piece = begin("grief", Map.of("who", dan.value().toString()), "days");
        LocalDate today = LocalDate.ofInstant(clock.now(), ZONE);
        LocalDate near = today.plusDays(10);
        LocalDate later = today.plusDays(40);
        DateTimeFormatter typed = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
        says(
                piece,
                "anniversaries",
                0,
                Map.of(
                        "anniversaries",
                        "His birthday " + typed.format(later) + ", our day " + typed.format(near) + " 2009, his song",
                        "plan",
                        "I go to the sea"));
        assertThat(mine.get(piece).body())
                .contains("On your timeline each year. Next: " + DAY.format(near) + ", " + DAY.format(later) + ".")
                .contains("What names no day and month stays here as words");
        assertThat(mine.get("/my/timeline").body())
                .contains(
                        "A day that may be hard: our day " + typed.format(near) + " 2009",
                        "A day that may be hard: His birthday " + typed.format(later))
                .doesNotContain("A day that may be hard: his song");
        assertThat(mine.get("/my").body())
                .containsOnlyOnce("<a href=\"" + piece + "\">A day to remember is near.</a>")
                .doesNotContain("birthday", "may be hard");
        TestBrowser desk = house.browser(port, house.ishbel());
        String record = "/desk/people/" + anna;
        assertThat(desk.get(record + piece.replace("/my", "")).body())
                .contains("On their timeline each year. Next: " + DAY.format(near));
        assertThat(desk.get(record + "/timeline").body()).contains("A day that may be hard: our day");
    }

    @Test
    void aLetterBeginsWithWhatGriefLeftUnsaidAndKnowsHowNewTheLossIs() {
        String piece = begin("grief", Map.of("who", dan.value().toString()), "days");
        says(piece, "days", 0, Map.of("date", "3 weeks ago"));
        assertThat(mine.get(piece).body()).doesNotContain("a letter to them");
        says(piece, "unsaid", 1, Map.of("unsaid", "Thank you for the soup"));
        String letters = BASE + "/new/grief-letter?who=" + dan.value();
        assertThat(mine.get(piece).body()).contains("href=\"" + letters + "\"");
        assertThat(mine.get(letters).body())
                .contains("do not write this alone", "value=\"" + dan.value() + "\" checked");
        assertThat(mine.get(BASE + "/new/grief-letter").body())
                .as("to nobody yet")
                .doesNotContain("do not write this alone");
        String letter = begin("grief-letter", Map.of("who", dan.value().toString(), "dear", "Dear Dan"), "tell");
        assertThat(mine.get(letter + "/tell").body())
                .contains("Thank you for the soup</textarea>", "Some of this you have said before")
                .contains("do not write this alone");
        assertThat(mine.get(letter + "/sorry").body()).doesNotContain("Thank you for the soup");
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna + letter.replace("/my", ""))
                        .body())
                .contains("Go slowly, and let them say how far. A letter can wait.");
        says(letter, "tell", 0, Map.of("tell", "Thank you, and the plum tree came through"));
        assertThat(mine.get(letter + "/tell").body()).doesNotContain("Some of this you have said before");
        String another = begin("grief-letter", Map.of("who", dan.value().toString(), "dear", "Dan"), "tell");
        assertThat(mine.get(another + "/tell").body())
                .as("it was gone on with once")
                .doesNotContain("Thank you for the soup");
        says(piece, "days", 2, Map.of("date", "March 2019"));
        assertThat(mine.get(letter).body()).doesNotContain("do not write this alone");
    }

    @Test
    void aLetterKnowsFromTheTimelineHowNewTheLossIs() {
        mine.open(
                "/my/timeline?add=event",
                "/my/timeline/entries",
                Map.of(
                        "sort",
                        "event",
                        "version",
                        "0",
                        "kind",
                        "loss",
                        "when",
                        "last week",
                        "what",
                        "He died",
                        "people",
                        dan.value().toString()));
        String letter = begin("grief-letter", Map.of("who", dan.value().toString(), "dear", "Dear Dan"), "tell");
        assertThat(mine.get(letter).body()).contains("do not write this alone");
        String grief = begin("grief", Map.of("who", dan.value().toString()), "days");
        assertThat(mine.get(grief + "/days").body()).contains("do not go through this alone", "</textarea>");
    }

    @Test
    void theLastQuarrelOfADisputeIsATalkToLookAtWithoutTellingItAgain() {
        String piece = begin("dispute", Map.of("who", dan.value().toString()), "issue");
        says(piece, "stage", 0, Map.of("stage", "talking"));
        String talks = BASE + "/new/communication?who=" + dan.value();
        assertThat(mine.get(piece).body()).doesNotContain(talks);
        String told = "On Tuesday in the kitchen. He said: You forgot again. I said “Then do it yourself.” He left.";
        says(piece, "last", 1, Map.of("last", told));
        assertThat(mine.get(piece).body()).contains("href=\"" + talks + "\"", "look at that talk turn by turn");
        assertThat(mine.get(talks).body()).contains("value=\"" + dan.value() + "\" checked");
        String talk = begin("communication", Map.of("who", dan.value().toString()), "moment");
        assertThat(mine.get(talk + "/moment").body())
                .contains("On Tuesday in the kitchen.", "Some of this you have said before");
        says(talk, "moment", 0, Map.of("moment", "On Tuesday in the kitchen"));
        assertThat(mine.get(talk + "/words").body())
                .contains("You forgot again.</textarea>", "Then do it yourself.</textarea>")
                .contains("One time: where you were, and who said what", told + "</p>");
        says(piece, "last", 2, Map.of("last", "We always quarrel"));
        String other = begin("communication", Map.of("who", dan.value().toString()), "moment");
        assertThat(mine.get(other + "/moment").body())
                .as("many times are not one talk")
                .doesNotContain("We always quarrel");
        says(piece, "stage", 3, Map.of("stage", "over"));
        assertThat(mine.get(piece).body()).doesNotContain(talks).contains(BASE + "/new/role-change");
    }

    @Test
    void aTalkIsNotOfferedTowardsSomebodyItIsNotSafeToTalkTo() {
        String piece = begin("dispute", Map.of("who", dan.value().toString()), "issue");
        says(piece, "last", 0, Map.of("last", "On Tuesday he shouted"));
        mine.open(piece + "/before/going-on", piece + "/before/going-on", Map.of("safety", "NOT_SAFE"));
        assertThat(mine.get(piece).body()).contains("On Tuesday he shouted").doesNotContain("turn by turn");
    }

    @Test
    void theDayOfAChangeThatIsSaidInThePieceAloneStandsOnTheTimelineAndIsNotSaidThereTwice() {
        String piece = begin("role-change", Map.of("change", "move"), "roles");
        says(piece, "roles", 0, Map.of("was", "Living by the sea", "now", "A flat in town"));
        says(piece, "came", 1, Map.of("date", "about March 2024", "came", "The lease ended"));
        assertThat(mine.get("/my/timeline").body())
                .containsPattern("(?s)What you told in a piece of work.*about March 2024.*" + piece
                        + ".*A change: A flat in town");
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna + "/timeline")
                        .body())
                .contains("Told in a piece of work", "A change: A flat in town");
        mine.open(
                "/my/timeline?add=event",
                "/my/timeline/entries",
                Map.of(
                        "sort",
                        "event",
                        "version",
                        "0",
                        "kind",
                        "change",
                        "when",
                        "about March 2024",
                        "what",
                        "The move to town"));
        assertThat(mine.get("/my/timeline").body())
                .contains("The move to town")
                .doesNotContain("A change: A flat in town");
        says(piece, "came", 2, Map.of("date", "when I was young", "came", "The lease ended"));
        assertThat(mine.get("/my/timeline").body())
                .as("what is no time on a line stays where it was said")
                .doesNotContain("What you told in a piece of work");
    }

    @Test
    void whoeverBeginsWithADeathIsNotAloneWithItAndIsAskedForNothingGoodOfIt() {
        String piece = begin("role-change", Map.of("change", "bereavement"), "roles");
        assertThat(mine.get(piece + "/roles").body())
                .contains("less than two months old, or if they died by suicide or violence", "Step 2 of 5");
        says(piece, "roles", 0, Map.of("was", "One of two", "now", "One"));
        says(piece, "lost", 1, Map.of("lost", "Her voice"));
        HttpResponse<String> hard =
                mine.open(piece + "/hard", piece + "/hard", Map.of("seen", "2", "hard", "The evenings"));
        assertThat(TestBrowser.location(hard)).isEqualTo(piece + "/mark");
        assertThat(mine.get(piece + "/mark").body()).contains("Step 5 of 5");
        says(piece, "mark", 3, Map.of("mark", "A candle", "day", "Sunday"));
        String page = mine.get(piece).body();
        assertThat(page)
                .as("it is whole")
                .doesNotContain("This is half done")
                .contains("href=\"" + BASE + "/new/grief\"");
        assertThat(page.lastIndexOf(piece + "/possible")).isGreaterThan(page.lastIndexOf(piece + "/ritual"));
        assertThat(page.indexOf(piece + "/came")).isLessThan(page.indexOf(piece + "/own"));
        assertThat(mine.get(BASE).body()).doesNotContain("Half done");
        says(piece, "came", 4, Map.of("date", "2 weeks ago"));
        assertThat(mine.get(piece).body())
                .contains("If they died in the last two months, do not go through this alone");
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna + piece.replace("/my", ""))
                        .body())
                .contains("let them say how far");
        says(piece, "came", 5, Map.of("date", "2019"));
        assertThat(mine.get(piece).body()).doesNotContain("two months");
    }

    @Test
    void aLossIsOnPaperWithAllItsStepsAndItsFeelingsStayWhatTheyWereMarkedAs() {
        assertThat(mine.get(BASE + "/sheets/grief").body())
                .contains("The two of you over the years", "How did you say goodbye?", "A way of your own to remember");
        String piece = begin("grief", Map.of("who", dan.value().toString()), "days");
        says(piece, "felt", 0, Map.of("felt", "relief", "felt-more", "I was ashamed of it"));
        assertThat(mine.get(piece).body()).contains("Glad that it is over, for them or for me", "I was ashamed of it");
    }

    @Test
    void aChangeOfRoleKnowsItsDayFromTheTimelineAndStandsInOneTable() {
        mine.open(
                "/my/timeline?add=event",
                "/my/timeline/entries",
                Map.of(
                        "sort",
                        "event",
                        "version",
                        "0",
                        "kind",
                        "change",
                        "when",
                        "May 2025",
                        "what",
                        "We moved north"));
        String piece = begin("role-change", Map.of("change", "move"), "roles");
        assertThat(mine.get(piece).body()).doesNotContain("before-and-now");
        assertThat(mine.get(piece + "/came").body())
                .contains("Some of this you have said before", "May 2025</textarea>", "We moved north</textarea>");
        says(piece, "came", 0, Map.of("date", "May 2025", "chosen", "not-mine", "came", "We moved north"));
        says(piece, "roles", 1, Map.of("was", "One they all knew", "now", "The new one"));
        says(piece, "lost", 2, Map.of("lost", "My street"));
        says(piece, "sides", 3, Map.of("old-hard", "The rent", "new-good", "The sea"));
        assertThat(mine.get(piece).body())
                .containsPattern("(?s)When it changed: <bdi>May 2025</bdi> · I did not choose it.*<table>")
                .containsPattern("(?s)<th scope=\"col\">Before: <bdi>One they all knew</bdi></th>.*The new one")
                .containsPattern("(?s)<th scope=\"row\">Good</th>.*My street.*The sea")
                .containsPattern("(?s)<th scope=\"row\">Hard</th>.*The rent.*Not said")
                .as("what stands in the table stands there alone")
                .doesNotContainPattern("(?s)The rent.*The rent");
        assertThat(mine.get(BASE + "/sheets/role-change").body()).contains("Did you choose it?", "Some of both");
        assertThat(onPaper(mine.get(piece).body()))
                .as("on paper each stands once")
                .containsOnlyOnce("My street")
                .containsOnlyOnce("The new one")
                .containsOnlyOnce("May 2025")
                .containsOnlyOnce("I did not choose it")
                .contains("We moved north");
    }

    /** What is printed of a page: without what is marked to stay on the screen. */
    private static String onPaper(String page) {
        return page.replaceAll("(?s)<section class=\"part noprint\">.*?</section>", "")
                .replaceAll("(?s)<div class=\"noprint\">.*?</div>", "");
    }

    @Test
    void whereAChangeBeginsPutsEveryQuestionThatHasItsOwnWordsForIt() {
        Texts texts = new Texts(false);
        Language english = new Language("en");
        Technique how = context.getBean(Techniques.class).find("role-change").orElseThrow();
        for (String start : List.of("baby", "parting", "work-end", "bereavement", "illness", "move")) {
            String piece = begin("role-change", Map.of("change", start), "roles");
            int changed = 0;
            for (Step step : how.steps()) {
                String page = mine.get(piece + "/" + step.id()).body();
                for (Question question : step.questions()) {
                    String key = "transitions." + question.id();
                    if (texts.has(key + ".for." + start)) {
                        assertThat(page)
                                .as(start + " at " + step.id())
                                .contains(texts.say(english, key + ".for." + start))
                                .doesNotContain(">" + texts.say(english, key) + "<");
                        changed++;
                    }
                }
            }
            assertThat(changed).as(start).isEqualTo(5);
        }
    }

    @Test
    void howATalkAndASmallStepLeftSomebodyStandsAmongTheMoodsOfTheWeekOnce() {
        LocalDate yesterday = LocalDate.ofInstant(clock.now(), ZONE).minusDays(1);
        String talk = begin("communication", Map.of("who", dan.value().toString()), "moment");
        says(talk, "moment", 0, Map.of("moment", "Yesterday evening in the kitchen"));
        assertThat(mine.get("/my").body()).doesNotContain("class=\"moods\"");
        clock.on(Duration.ofDays(3));
        mine = house.browser(port, hers);
        says(talk, "end", 1, Map.of("mood-before", "6", "mood-after", "2"));
        String week = mine.get("/my").body();
        assertThat(week)
                .contains("Between 2 and 6 in these weeks", "Before a talk", "After a talk")
                .contains("<a href=\"" + talk + "\">" + DAY.format(yesterday) + "</a>")
                .containsPattern("<bdi>Dan</bdi></th><td>2</td>");
        assertThat(mine.get(BASE + "/new/mood-and-events").body()).contains("After a talk");
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna + "/week")
                        .body())
                .contains("After a talk")
                .doesNotContain(talk);
        mine.open("/my", "/my/week/moods", Map.of("mood", "2", "day", yesterday.toString(), "event", "We quarrelled"));
        assertThat(mine.get("/my").body())
                .as("what was written on the week too is there once")
                .contains("We quarrelled", "Before a talk")
                .doesNotContain("After a talk");
        says(talk, "moment", 2, Map.of("moment", "Two months ago, in the car"));
        assertThat(mine.get("/my").body()).as("no day of these weeks").doesNotContain("Before a talk");
        says(talk, "moment", 3, Map.of("moment", DAY.format(yesterday.minusWeeks(9)) + ", in the car"));
        assertThat(mine.get("/my").body()).as("longer ago").doesNotContain("Before a talk");
        assertThat(mine.get("/my/week/moods").body())
                .as("all moods there are")
                .contains("We quarrelled", "Before a talk", "After a talk", DAY.format(yesterday.minusWeeks(9)));
        assertThat(mine.get("/my/week/moods?until=" + yesterday.minusWeeks(10)).body())
                .doesNotContain("Before a talk");
        String step = begin("contact-ladder", Map.of("way", "begin", "who", "nobody"), "rung");
        says(step, "after", 0, Map.of("mood-after", "7"));
        assertThat(mine.get("/my").body()).contains("After a small step").doesNotContain("Before a small step");
    }

    /** "Last Monday" is the Monday before it was told, wherever it is told on from. */
    @Test
    void aTalkThatGoesOnFromADisputeIsOfTheDayThatWasMeantThere() {
        Map<String, String> about = Map.of("who", dan.value().toString());
        String dispute = begin("dispute", about, "issue");
        says(dispute, "last", 0, Map.of("last", "Yesterday at supper he said no"));
        LocalDate meant = LocalDate.ofInstant(clock.now(), ZONE).minusDays(1);
        clock.on(Duration.ofDays(6));
        mine = house.browser(port, hers);
        String talk = begin("communication", about, "moment");
        assertThat(mine.get(talk + "/moment").body()).contains("Yesterday at supper he said no");
        says(talk, "moment", 0, Map.of("moment", "Yesterday at supper, he said no"));
        says(talk, "end", 1, Map.of("mood-after", "2"));
        assertThat(mine.get("/my").body()).contains("<a href=\"" + talk + "\">" + DAY.format(meant) + "</a>");
    }

    @Test
    void whatHasBecomeOptionalSinceIsWaitedForNowhere() {
        String piece = begin("grief", Map.of("who", dan.value().toString()), "days");
        says(piece, "days", 0, Map.of("date", "March 2019"));
        asItWasKeptOnce(
                piece, "{\"with\":\"Dan\",\"answers\":{\"who\":[\"" + dan.value() + "\"],\"date\":[\"March 2019\"]}}");
        house.within(() -> context.getBean(JdbcClient.class)
                .sql("update piece_of_work set whole = false")
                .update());
        assertThat(mine.get("/my").body())
                .doesNotContain("Something is half done")
                .contains("href=\"" + piece + "\"");
        assertThat(mine.get(BASE).body()).doesNotContain("Half done").contains("Done before");
        TestBrowser desk = house.browser(port, house.ishbel());
        assertThat(desk.get("/desk/people/" + anna + "/techniques").body()).doesNotContain("Half done");
        String other = begin("grief", Map.of("who", dan.value().toString()), "days");
        assertThat(mine.get("/my").body()).contains("Something is half done");
        assertThat(mine.get(BASE).body()).contains("Half done", "href=\"" + other + "\"");
    }

    private void asItWasKeptOnce(String piece, String words) {
        UUID id = UUID.fromString(piece.replace(BASE + "/", ""));
        house.within(() -> context.getBean(JdbcClient.class)
                .sql("update piece_of_work set words = :words where id = :id")
                .param("words", vault.seal(anna, new Place("piece_of_work", "words", id), words))
                .param("id", id)
                .update());
    }

    private String today() {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK)
                .format(LocalDate.ofInstant(clock.now(), ZONE));
    }

    /** The address of a piece that was begun, which goes on with the step named. */
    private String begin(String technique, Map<String, String> first, String next) {
        mine.get(BASE + "/new/" + technique);
        return TestBrowser.location(mine.post(BASE + "/new/" + technique, first))
                .replace("/" + next, "");
    }

    private void says(String piece, String step, int seen, Map<String, String> said) {
        Map<String, String> all = new HashMap<>(said);
        all.put("seen", String.valueOf(seen));
        assertThat(mine.open(piece + "/" + step, piece + "/" + step, all).statusCode())
                .as(step)
                .isEqualTo(302);
    }
}
