package tombolo.safety.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import tombolo.accounts.TestClock;
import tombolo.course.Courses;
import tombolo.course.Variants;
import tombolo.instruments.Answers;
import tombolo.measures.Askings;
import tombolo.measures.Questionnaires;
import tombolo.measures.Responses;
import tombolo.measures.SaidHowSafe;
import tombolo.measures.Way;
import tombolo.people.CloseWay;
import tombolo.people.ForgetPerson;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.people.TestHouse;
import tombolo.safety.ConcernHouse;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Role;

/** A concern from the first word to its closing, as each of those it may concern sees it in a browser without scripts. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class ConcernControllerTests {
    private static final String WORDS = "Heatherbell said she does not want to wake up";

    private final ApplicationContext context;
    private final TestHouse house;
    private final Account supervisor;
    private final Account nellsAccount;
    private final PersonId nell;
    private final ForgetPerson forget;

    @LocalServerPort
    private int port;

    ConcernControllerTests(ApplicationContext context, People people, ForgetPerson forget, ProgrammeTime time) {
        this.context = context;
        this.forget = forget;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.supervisor = house.practice().colleague("grace@practice.example", "Grace", Set.of(Role.SUPERVISOR));
        Person person = Person.met(
                Optional.of(Confidential.of("Nell")),
                new SafeContact(
                        SafeContact.Way.PHONE,
                        Optional.of(Confidential.of("+447700900123")),
                        Set.of(SafeContact.Trace.TEXT),
                        Optional.of(Confidential.of("Before three"))),
                time.now());
        this.nell = person.id();
        this.nellsAccount = house.practice().person(nell, "nell@example.org");
        person.walksWith(house.ishbel().id(), time.now());
        house.within(() -> {
            people.add(person);
            return nell;
        });
    }

    private TestBrowser as(Account account) {
        return house.browser(port, account);
    }

    private String theirs() {
        return "/desk/people/" + nell + "/concerns";
    }

    private static Map<String, String> form(String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_idem", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    /** Ishbel writes down what Nell said; answers where it leads. */
    private String heard() {
        HttpResponse<String> kept =
                as(house.ishbel()).open(theirs(), theirs(), form("source", "ROOM", "said", WORDS, "safe", "no"));
        assertThat(kept.statusCode()).isEqualTo(302);
        return TestBrowser.location(kept).replaceFirst("\\?.*", "");
    }

    private static String version(String page) {
        Matcher found = Pattern.compile("name=\"_v\" value=\"(\\d+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> act(Account who, String concern, String act, String... fields) {
        TestBrowser browser = as(who);
        String version = version(browser.get(concern).body());
        Map<String, String> form = form(fields);
        form.put("_v", version);
        return browser.post(concern + act, form);
    }

    @Test
    void whatWasSaidComesFirstOnTheDeskWithAllOneNeedsToSpeakWithThem() {
        String concern = heard();
        assertThat(as(house.ishbel()).get("/desk").body()).contains("Speak with them", concern, "Nell");
        assertThat(as(house.ishbel()).get(concern).body())
                .contains(
                        WORDS,
                        "07700 900123",
                        "You may send a text.",
                        "Do not leave a voice message.",
                        "Before three",
                        "Ishbel was told.",
                        "There is none yet. This is a good time to make one together.",
                        "they said no, or that they are not sure");
        assertThat(house.looked(nell))
                .anyMatch(entry -> entry.act() == Act.WROTE && entry.what().equals("concerns"))
                .anyMatch(entry -> entry.act() == Act.READ && entry.what().equals("concerns"));
    }

    @Test
    void whateverMoreIsSaidComesToTheOpenOne() {
        String concern = heard();
        assertThat(heard()).isEqualTo(concern);
        assertThat(house.count("concern")).isEqualTo(1);
        assertThat(house.count("concern_opening")).isEqualTo(2);
    }

    @Test
    void whatWasSaidAboutBeingSafeAfterAQuestionLeftOpenStandsWholeOnTheDesk() {
        Answers open = context.getBean(Questionnaires.class)
                .get("phq-9")
                .scoredAnswers(1, 1, 1, 1, 1, 1, 1, 1, 0)
                .without(9);
        house.within(() -> context.getBean(Responses.class)
                .visibleTo(house.ishbel().viewer())
                .keep(
                        nell,
                        List.of(open),
                        Way.PAPER,
                        UUID.randomUUID(),
                        Optional.empty(),
                        context.getBean(ProgrammeTime.class).now(),
                        Optional.empty()));
        UUID response = UUID.fromString(house.value("id from response where practice_id = :practice"));
        says(response, true);
        assertThat(as(house.ishbel()).get("/desk/concerns").body())
                .contains("Nobody waits for this now", "whether they are safe right now, they said yes");
        assertThat(as(house.ishbel()).get(theirs()).body()).contains("they said yes");
        says(response, false);
        says(response, true);
        String concern = "/desk/concerns/" + house.value("id from concern where practice_id = :practice");
        String page = as(house.ishbel()).get(concern).body();
        assertThat(page).contains("They left it open.", "07700 900123", "Ishbel was told.");
        assertThat(page.split("they said yes", -1)).hasSize(3);
        assertThat(page.split("they said no", -1)).hasSize(2);
    }

    private void says(UUID response, boolean safe) {
        house.within(() -> {
            Instant now = context.getBean(ProgrammeTime.class).now();
            context.publishEvent(new SaidHowSafe(response, nell, "phq-9", safe, now));
            return nell;
        });
    }

    @Test
    void whoeverWasLetInForItAloneClosesItTwiceAndIsNotToldThatItFailed() {
        String concern = heard();
        ConcernHouse.letItsTimeGoBy(house, context, nell);
        act(house.priya(), concern, "/actions", "action", "SPOKE", "words", "She is with her sister");
        TestBrowser hers = as(house.priya());
        Map<String, String> closing = form("_v", version(hers.get(concern).body()));
        assertThat(TestBrowser.location(hers.post(concern + "/closing", closing)))
                .startsWith("/desk/concerns?done=");
        assertThat(TestBrowser.location(hers.post(concern + "/closing", closing)))
                .startsWith("/desk/concerns?done=");
    }

    @Test
    void cannotBeClosedBeforeSomethingWasDone() {
        String concern = heard();
        HttpResponse<String> nothing = act(house.ishbel(), concern, "/closing");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Choose what you did since they last said something");
        HttpResponse<String> tried = act(
                house.ishbel(),
                concern,
                "/actions",
                "action",
                "NOT_REACHED",
                "words",
                "No answer twice",
                "close",
                "true");
        assertThat(tried.statusCode()).isEqualTo(422);
        assertThat(tried.body()).contains("Having tried is not an end", "No answer twice");
        HttpResponse<String> slipped = act(house.ishbel(), concern, "/actions", "action", "CLOSED");
        assertThat(slipped.statusCode()).isEqualTo(422);
        assertThat(house.value("state from concern where practice_id = :practice"))
                .isEqualTo("OPEN");

        HttpResponse<String> spoke = act(
                house.ishbel(),
                concern,
                "/actions",
                "action",
                "SPOKE",
                "words",
                "We agreed to meet tomorrow",
                "close",
                "true");
        assertThat(spoke.statusCode()).isEqualTo(302);
        assertThat(house.value("state from concern where practice_id = :practice"))
                .isEqualTo("CLOSED");
        assertThat(as(house.ishbel()).get(concern).body())
                .contains("We agreed to meet tomorrow", "Ishbel closed it.")
                .doesNotContain("name=\"action\"");
    }

    @Test
    void thereIsNoWayToCloseSeveralAtOnce() {
        String concern = heard();
        TestBrowser browser = as(house.ishbel());
        browser.get(concern);
        for (String path : List.of("/desk/concerns/closing", "/desk/concerns/actions", "/desk/concerns")) {
            assertThat(browser.post(path, form("id", concern, "action", "SPOKE", "close", "true", "_v", "1"))
                            .statusCode())
                    .isIn(400, 404, 405);
        }
        assertThat(browser.get("/desk/concerns").body()).doesNotContain("type=\"checkbox\"");
        assertThat(house.value("state from concern where practice_id = :practice"))
                .isEqualTo("OPEN");
    }

    @Test
    void goesToTheCoverThenToWhoeverRunsThePracticeAndTheyAreLetInAsFarAsTheyNeed() {
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        String concern = heard();
        assertThat(as(house.idris()).get(concern).statusCode()).isEqualTo(404);
        assertThat(as(house.priya()).get(concern).statusCode()).isEqualTo(404);

        ConcernHouse.letItsTimeGoBy(house, context, nell);
        house.job("pass-concerns-on");
        assertThat(as(house.idris()).get(concern).body()).contains(WORDS, "07700 900123", "Idris was told.");
        assertThat(as(house.idris()).get("/desk").body()).contains("Nell", "late: said on");
        assertThat(as(nellsAccount).get("/my/what-my-therapist-sees").body())
                .contains("Idris helps Ishbel since")
                .contains("Then whoever runs the practice sees your name and that something was said");

        ConcernHouse.letItsTimeGoBy(house, context, nell);
        String managers = as(house.priya()).get(concern).body();
        assertThat(managers)
                .contains("Nell", "07700 900123", "Priya was told.", "What was said stays with whoever walks with them")
                .doesNotContain("Heatherbell");
        assertThat(house.rows("concern_step").lines().filter(row -> row.contains("TOLD")))
                .hasSize(3);

        act(house.idris(), concern, "/taking");
        act(house.idris(), concern, "/actions", "action", "SPOKE", "close", "true");
        assertThat(as(house.idris()).get(concern).statusCode())
                .as("the right ends with the concern")
                .isEqualTo(404);
        assertThat(as(house.priya()).get(concern).statusCode()).isEqualTo(404);
        assertThat(as(house.ishbel()).get(concern).body()).contains("Idris spoke with the person.", "Idris closed it.");
    }

    /** In words that say nothing of it, once a rung, and not any more once it is closed. */
    @Test
    void eachRungIsWrittenToOnceAndWhatHasNotGoneOutIsTakenBackAtTheEnd() {
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        String concern = heard();
        assertThat(written(house.ishbel())).isEqualTo("LOOK_IN");
        ConcernHouse.letItsTimeGoBy(house, context, nell);
        house.job("pass-concerns-on");
        assertThat(written(house.idris())).isEqualTo("LOOK_IN");
        assertThat(house.count("message")).isEqualTo(2);
        act(house.ishbel(), concern, "/actions", "action", "MET", "close", "true");
        assertThat(house.value("count(*) from message where practice_id = :practice and state = 'WAITING'"))
                .isEqualTo("0");
    }

    private String written(Account colleague) {
        return house.value("string_agg(kind, ', ') from message where practice_id = :practice" + " and account_id = '"
                + colleague.id() + "'");
    }

    @Test
    void whereAMessageToAColleagueDidNotGetThroughThePageSaysSo() {
        String concern = heard();
        String missed = "The message to Ishbel did not get through.";
        assertThat(as(house.ishbel()).get(concern).body())
                .contains("Ishbel was told.")
                .doesNotContain(missed);
        house.job("deliver-to-staff");
        assertThat(house.value("state from message where practice_id = :practice"))
                .isEqualTo("NOT_SENT");
        assertThat(as(house.ishbel()).get(concern).body()).contains("Ishbel was told.", missed);
        assertThat(as(house.priya()).get("/desk/practice/watch").body()).contains("This practice sends no e-mail.");
    }

    @Test
    void whomElseToRingStandsBesideItAsItWasToldAtTheStart() {
        house.within(() -> context.getBean(Courses.class)
                .visibleTo(house.ishbel().viewer())
                .begin(nell, context.getBean(Variants.class).find("ipt-16").orElseThrow()));
        String concern = heard();
        assertThat(as(house.ishbel()).get(concern).body()).doesNotContain("Whom else to ring");
        String details = "/desk/people/" + nell + "/intake/details";
        as(house.ishbel())
                .open(
                        details,
                        details,
                        form(
                                "seen",
                                "0",
                                "finished",
                                "no",
                                "contact-name",
                                "Callum",
                                "contact-phone",
                                "01632 960111",
                                "contact-when",
                                "After six",
                                "gp-name",
                                "Dr Grace",
                                "gp-phone",
                                "01632 960222"));
        assertThat(as(house.ishbel()).get(concern).body())
                .contains("Whom else to ring", "Callum", "01632 960111", "After six", "Dr Grace", "01632 960222");

        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        ConcernHouse.letItsTimeGoBy(house, context, nell);
        ConcernHouse.letItsTimeGoBy(house, context, nell);
        assertThat(as(house.idris()).get(concern).body())
                .as("the cover, who may open the record until it is closed")
                .contains("01632 960111");
        assertThat(as(house.priya()).get(concern).body())
                .as("whoever runs the practice reaches the person, and no more")
                .doesNotContain("01632 960111", "Callum", "Dr Grace");
    }

    @Test
    void whereNobodyAnswersAllAreToldAgainEveryWorkingDayUntilSomebodyDoes() {
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        String concern = heard();
        for (int told = 1; told <= 3; told++) {
            assertThat(tellings()).isEqualTo(String.valueOf(told));
            ConcernHouse.letItsTimeGoBy(house, context, nell);
        }
        assertThat(tellings()).as("all three once more").isEqualTo("6");
        house.job("pass-concerns-on");
        assertThat(tellings()).as("and then a working day of rest").isEqualTo("6");
        ConcernHouse.letItsTimeGoBy(house, context, nell);
        assertThat(tellings()).isEqualTo("9");
        assertThat(house.value("count(*) from message where practice_id = :practice and kind = 'LOOK_IN'"))
                .as("each time they are written to")
                .isEqualTo("9");
        act(house.ishbel(), concern, "/actions", "action", "SPOKE", "close", "true");
        house.job("pass-concerns-on");
        assertThat(tellings()).isEqualTo("9");
    }

    private String tellings() {
        return house.value("count(*) from concern_step where practice_id = :practice and kind = 'TOLD'");
    }

    @Test
    void withoutACoverItGoesToWhoeverRunsThePractice() {
        heard();
        ConcernHouse.letItsTimeGoBy(house, context, nell);
        assertThat(as(house.priya()).get("/desk/concerns").body()).contains("Nell", "the time went by");
        ConcernHouse.letItsTimeGoBy(house, context, nell);
        assertThat(house.rows("concern_step").lines().filter(row -> row.contains("TOLD")))
                .as("there is nobody else to tell, so both are told again")
                .hasSize(4);
    }

    @Test
    void theSupervisorSeesThatTimeWentByAndNoWordAndNoName() {
        String concern = heard();
        assertThat(as(supervisor).get("/desk/concerns").body()).doesNotContain(concern);
        assertThat(as(supervisor).get(concern).statusCode()).isEqualTo(404);
        ConcernHouse.letItsTimeGoBy(house, context, nell);
        String seen = as(supervisor).get(concern).body();
        assertThat(seen)
                .contains("Someone with Ishbel")
                .doesNotContain("safe right now, they said", "not safe")
                .doesNotContain("Heatherbell")
                .doesNotContain("Nell")
                .doesNotContain("07700")
                .doesNotContain("name=\"action\"");
        TestBrowser browser = as(supervisor);
        browser.get(concern);
        assertThat(browser.post(concern + "/actions", form("action", "SPOKE", "_v", "2", "close", "true"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseSeesItAndItLooksLikeNothing() {
        String concern = heard();
        TestHouse harbour = new TestHouse(context, "Harbour Practice", Optional.empty());
        for (Account one : List.of(house.idris(), house.priya(), supervisor)) {
            HttpResponse<String> denied = as(one).get(concern);
            HttpResponse<String> nothing = as(one).get("/desk/concerns/" + UUID.randomUUID());
            assertThat(denied.statusCode()).isEqualTo(404);
            assertThat(TestBrowser.steadyBody(denied)).isEqualTo(TestBrowser.steadyBody(nothing));
            assertThat(as(one).get(theirs()).statusCode()).isEqualTo(404);
        }
        assertThat(harbour.browser(port, harbour.ishbel()).get(concern).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoHasClosedTheWayTheyWereReachedByIsPromisedNoCallThere() {
        heard();
        house.within(() -> {
            context.getBean(CloseWay.class).of(nellsAccount.viewer());
            return "";
        });
        assertThat(as(nellsAccount).get("/my/passed-on").body())
                .contains("We told Ishbel.", "/help-now", "closed")
                .doesNotContain("means to be in touch by", "the way you said is safe");
    }

    @Test
    void thePersonSeesToWhomItWasPassedOnAndByWhenAndWhatToDoUntilThen() {
        assertThat(as(nellsAccount).get("/my/passed-on").body()).contains("Nothing of yours waits");
        heard();
        String page = as(nellsAccount).get("/my/passed-on").body();
        assertThat(page)
                .contains("We told Ishbel.", "Ishbel means to be in touch by", "/help-now", "the way you said is safe")
                .doesNotContain("Heatherbell");
    }

    @Test
    void pressedTwiceItIsOneThingAndTwoAtOnceAreToldSo() {
        String concern = heard();
        TestBrowser browser = as(house.ishbel());
        String version = version(browser.get(concern).body());
        Map<String, String> form = form("action", "GP", "_v", version);
        assertThat(browser.post(concern + "/actions", form).statusCode()).isEqualTo(302);
        assertThat(browser.post(concern + "/actions", form).statusCode()).isEqualTo(302);
        assertThat(house.rows("concern_step").lines().filter(row -> row.contains(",GP,")))
                .hasSize(1);
        HttpResponse<String> late =
                browser.post(concern + "/actions", form("action", "SPOKE", "words", "My own words", "_v", version));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("My own words");
        HttpResponse<String> wordless =
                browser.post(concern + "/actions", form("action", "GP", "_v", version, "x", "2"));
        assertThat(wordless.statusCode()).isEqualTo(409);
        assertThat(wordless.body())
                .contains("This was changed while you were writing", "Look at how it stands now")
                .doesNotContain("This stands as it is", "What you wrote");
    }

    @Test
    void onDiskItHasNoWordAndForgettingLeavesNoRow() {
        String concern = heard();
        act(house.ishbel(), concern, "/actions", "action", "MET", "words", "Walked round the loch");
        String disk = house.rows("concern") + house.rows("concern_opening") + house.rows("concern_step");
        assertThat(disk)
                .isNotBlank()
                .doesNotContain(TestHouse.hex("Heatherbell"))
                .doesNotContain(TestHouse.hex("Walked"))
                .doesNotContain("Heatherbell");
        house.within(() -> {
            forget.forget(nell, house.ishbel().viewer());
            return nell;
        });
        assertThat(house.count("concern") + house.count("concern_opening") + house.count("concern_step"))
                .isZero();
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        HttpResponse<String> wrong = as(house.ishbel()).open(theirs(), theirs(), form("said", "She said it twice"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Choose where it was said", "She said it twice");
        assertThat(house.count("concern")).isZero();
    }

    @Test
    void theQuestionsSayInEachModeWhenTheyAreRead() {
        UUID asking = house.within(() -> context.getBean(Askings.class)
                .ask(
                        nell,
                        List.of("phq-9"),
                        Optional.empty(),
                        Optional.of(1),
                        Instant.EPOCH,
                        Instant.EPOCH.plus(Duration.ofDays(365_000))));
        TestBrowser nells = as(nellsAccount);
        assertThat(nells.get("/my/passed-on").body()).contains("Nobody here reads your answers between");
        assertThat(nells.get("/my/questions/" + asking).body())
                .contains("You look at this together when you meet", "Nobody reads it before then")
                .doesNotContain("reads this before you meet");
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        assertThat(nells.get("/my/questions/" + asking).body())
                .contains("Your therapist reads this before you meet")
                .doesNotContain("Nobody reads it before then");
    }

    @Test
    void whereOneWorksAloneThePagesSayThatAnswersAreReadInTheSession() {
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        ConcernHouse.ishbelAlone(house, context);
        assertThat(as(house.ishbel()).get("/desk/practice/watch").body())
                .contains(
                        "Answers are read in the session",
                        "Because Ishbel works here alone, questions open 24 hours before a booked session",
                        "That one is put in the room",
                        "No reliable change has been published for the PHQ-8",
                        "They watch the GAD-7")
                .doesNotContain("Idris", "Somebody answers here", "Nobody reads answers between sessions");
        TestBrowser nells = as(nellsAccount);
        assertThat(nells.get("/my/passed-on").body())
                .contains("Ishbel works here alone, and reads what you answer when you meet")
                .doesNotContain("Idris does", "on working days from");
        UUID asking = house.within(() -> context.getBean(Askings.class)
                .ask(
                        nell,
                        List.of("phq-9", "gad-7"),
                        Optional.empty(),
                        Optional.of(1),
                        Instant.EPOCH,
                        Instant.EPOCH.plus(Duration.ofDays(365_000))));
        assertThat(nells.get("/my/questions/" + asking).body())
                .contains("You look at this together when you meet", "Nobody reads it before then")
                .contains("name=\"phq-8-8\"", "name=\"gad-7-7\"")
                .doesNotContain("name=\"phq-9", "better off dead", "reads this before you meet");
    }

    @Test
    void thePracticeSaysHonestlyWhoAnswersAndItsClockOnlyGetsQuicker() {
        assertThat(as(house.ishbel()).get("/desk/practice/watch").body())
                .contains("Nobody reads answers between sessions", "PHQ-8");
        assertThat(as(nellsAccount).get("/my/passed-on").body()).contains("Nobody here reads your answers between");
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        assertThat(as(house.ishbel()).get("/desk/practice/watch").body())
                .contains("Because Idris is named as cover")
                .doesNotContain("name=\"owner\"", "PHQ-8");
        assertThat(as(nellsAccount).get("/my/passed-on").body())
                .contains("Ishbel reads what you answer", "If they cannot, Idris does.");
        TestBrowser manager = as(house.priya());
        String version = version(manager.get("/desk/practice/watch").body());
        HttpResponse<String> slower = manager.post(
                "/desk/practice/watch",
                form("opens", "10:00", "closes", "17:00", "owner", "240", "cover", "60", "_v", version));
        assertThat(slower.statusCode()).isEqualTo(422);
        assertThat(slower.body()).contains("Choose nine o’clock or earlier", "Choose from 15 to 120 minutes", "240");
        HttpResponse<String> quicker = manager.post(
                "/desk/practice/watch",
                form("opens", "08:00", "closes", "18:30", "owner", "30", "cover", "60", "_v", version));
        assertThat(quicker.statusCode()).isEqualTo(302);
        assertThat(manager.get("/desk/practice/watch").body()).contains("Whoever answers has 30 minutes");
        HttpResponse<String> late = manager.post(
                "/desk/practice/watch",
                form("opens", "08:00", "closes", "18:30", "owner", "45", "cover", "60", "_v", version));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(as(house.ishbel())
                        .open("/desk/practice/watch", "/desk/practice/watch", form("_v", "1"))
                        .statusCode())
                .isEqualTo(404);
    }
}
