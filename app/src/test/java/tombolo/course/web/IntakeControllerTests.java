package tombolo.course.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.EnumMap;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.course.Courses;
import tombolo.course.Ending;
import tombolo.course.Exclusion;
import tombolo.course.Intake;
import tombolo.course.IntakeTask;
import tombolo.course.Intakes;
import tombolo.course.Variants;
import tombolo.instruments.Answers;
import tombolo.instruments.Instruments;
import tombolo.measures.Responses;
import tombolo.measures.Way;
import tombolo.people.ForgetPerson;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.SymptomMark.Turn;
import tombolo.timeline.Timeline;
import tombolo.timeline.Timelines;
import tombolo.timeline.Words;

/** The start of a course: a task list whose gates open on what a clinician recorded, and on nothing else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class IntakeControllerTests {
    private final TestHouse house;
    private final Courses courses;
    private final Intakes intakes;
    private final Variants variants;
    private final Responses responses;
    private final Timelines timelines;
    private final ForgetPerson forget;
    private final ProgrammeTime time;
    private final Person joan;
    private final Account joansAccount;

    @LocalServerPort
    private int port;

    IntakeControllerTests(
            ApplicationContext context,
            Courses courses,
            Intakes intakes,
            Variants variants,
            Responses responses,
            Timelines timelines,
            ForgetPerson forget,
            ProgrammeTime time) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.courses = courses;
        this.intakes = intakes;
        this.variants = variants;
        this.responses = responses;
        this.timelines = timelines;
        this.forget = forget;
        this.time = time;
        this.joan = house.known("Joan", house.ishbel());
        this.joansAccount = house.practice().person(joan.id(), "joan@example.org");
        begin();
    }

    private void begin() {
        house.within(() -> courses.visibleTo(house.ishbel().viewer())
                .begin(joan.id(), variants.find("ipt-16").orElseThrow()));
    }

    private String base() {
        return "/desk/people/" + joan.id() + "/intake";
    }

    private TestBrowser ishbel() {
        TestBrowser browser = house.browser(port, house.ishbel());
        browser.get(base());
        return browser;
    }

    private static Map<String, String> form(int seen, String finished, String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_idem", UUID.randomUUID().toString());
        fields.put("seen", String.valueOf(seen));
        fields.put("finished", finished);
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private static Map<String, String> none(Map<String, String> fields, IntakeTask task) {
        for (Exclusion one : Exclusion.values()) {
            if (one.asked() == task) {
                fields.putIfAbsent(one.key(), "NO");
            }
        }
        return fields;
    }

    private Map<String, String> episode(int seen, String found) {
        return none(
                form(seen, "yes", "found", found, "clinician", "Dr Marram, GP", "recorded", "2026-01-05"),
                IntakeTask.EPISODE);
    }

    @Test
    void namingItAndTheSickRoleAreNotThereUntilAClinicianRecordedAnEpisode() {
        TestBrowser desk = ishbel();
        for (String gated : List.of("/naming", "/sick-role")) {
            HttpResponse<String> shut = desk.get(base() + gated);
            assertThat(shut.statusCode()).as(gated).isEqualTo(404);
            assertThat(TestBrowser.steadyBody(shut))
                    .isEqualTo(TestBrowser.steadyBody(desk.get(base() + "/no-such-task")));
        }
        assertThat(desk.get(base()).body()).contains("Cannot start yet").doesNotContain(base() + "/naming");
        assertThat(desk.post(base() + "/naming", form(0, "yes", "named", "ILLNESS"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.post(base() + "/sick-role", form(1, "yes", "lightened", "Cooking", "until", "2099-01-01"))
                        .statusCode())
                .isEqualTo(404);
        desk.post(base() + "/episode", episode(0, "OTHER"));
        assertThat(desk.get(base() + "/naming").statusCode())
                .as("something else was recorded")
                .isEqualTo(404);
        desk.post(base() + "/episode", episode(1, "EPISODE"));
        assertThat(desk.get(base() + "/naming").statusCode()).isEqualTo(200);
        assertThat(desk.get(base() + "/sick-role").body()).contains("Dr Marram, GP");
        assertThat(house.count("course_step")).isZero();
    }

    @Test
    void whoRecordedItAndWhenIsNeededOnlyOfAnEpisode() {
        TestBrowser desk = ishbel();
        int seen = 0;
        for (String found : List.of("NONE", "OTHER")) {
            assertThat(desk.post(base() + "/episode", none(form(seen++, "yes", "found", found), IntakeTask.EPISODE))
                            .statusCode())
                    .as(found)
                    .isEqualTo(302);
        }
        assertThat(desk.post(base() + "/episode", none(form(seen, "yes", "found", "EPISODE"), IntakeTask.EPISODE))
                        .body())
                .contains("clinician-error", "recorded-error");
        assertThat(desk.get(base() + "/naming").statusCode()).isEqualTo(404);
    }

    @Test
    void aHighScoreOpensNothing() {
        answered(3, 3, 3, 3, 3, 3, 3, 3, 3);
        TestBrowser desk = ishbel();
        assertThat(desk.get(base() + "/naming").statusCode()).isEqualTo(404);
        assertThat(desk.get(base() + "/suitability").body())
                .as("a human sees it")
                .contains("PHQ-9: 27");
        assertThat(desk.get(base() + "/symptoms").body())
                .as("what was answered is gone through, not asked again")
                .contains("PHQ-9: 27", "Nearly every day", "Feeling down, depressed, or hopeless");
    }

    @Test
    void whatTheTotalSaysStandsBesideTheQuestionWhetherItIsVerySevereAndNothingIsWorkedOutFromTheNinthAnswer() {
        TestBrowser desk = ishbel();
        assertThat(desk.get(base() + "/suitability").body()).doesNotContain("By them it is");
        answered(1, 1, 1, 1, 1, 1, 1, 1, 3);
        assertThat(desk.get(base() + "/suitability").body())
                .contains("PHQ-9 is 11, and thoughts of death have 3 of 3", "By them it is not so.");
        for (int thoughts = 0; thoughts <= 3; thoughts++) {
            answered(2, 2, 2, 2, 2, 2, 2, 1, thoughts);
            assertThat(desk.get(base() + "/suitability").body())
                    .as("they are shown and weighed by a human, however often they came")
                    .contains("PHQ-9 is " + (15 + thoughts), "thoughts of death have " + thoughts + " of 3")
                    .contains("The total does not tell.");
        }
        answered(2, 2, 2, 2, 2, 2, 2, 2, Answers.UNANSWERED);
        assertThat(desk.get(base() + "/suitability").body())
                .contains("thoughts of death was left open", "The total does not tell.");
        answered(3, 3, 3, 3, 3, 3, 2, 0, 0);
        assertThat(desk.get(base() + "/suitability").body()).contains("PHQ-9 is 20", "By them it is so.");
        Map<String, String> otherwise = none(form(0, "yes", "decision", "GO_ON"), IntakeTask.SUITABILITY);
        HttpResponse<String> unsaid = desk.post(base() + "/suitability", otherwise);
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Write why you see it otherwise");
        otherwise.put("words", "The doctor saw her yesterday");
        assertThat(desk.post(base() + "/suitability", otherwise).statusCode()).isEqualTo(302);
    }

    private void answered(int... values) {
        house.within(() -> responses
                .visibleTo(house.ishbel().viewer())
                .keep(
                        joan.id(),
                        List.of(Instruments.bundled().get("phq-9").scoredAnswers(values)),
                        Way.IN_ROOM,
                        UUID.randomUUID(),
                        Optional.empty(),
                        time.now(),
                        Optional.empty()));
    }

    @Test
    void whatMayBePutDownStandsOnThePersonsPage() {
        TestBrowser desk = ishbel();
        desk.post(base() + "/episode", episode(0, "EPISODE"));
        assertThat(desk.post(base() + "/sick-role", form(1, "yes", "lightened", "", "until", "2001-01-01"))
                        .body())
                .contains("Write one to 12 lines", "Choose a day that is still to come");
        desk.post(
                base() + "/sick-role",
                form(1, "yes", "lightened", "Cooking on weekdays", "until", "2099-01-01", "effort", "Come each week"));
        assertThat(house.browser(port, joansAccount).get("/my/course").body())
                .contains("What you may put down for now", "Cooking on weekdays", "Come each week");
        desk.post(base() + "/episode", episode(1, "NONE"));
        assertThat(house.browser(port, joansAccount).get("/my/course").body())
                .as("nobody is told that they are ill where no clinician says so any more")
                .doesNotContain("You are ill", "Cooking on weekdays");
    }

    @Test
    void anExclusionLeadsElsewhereInPlainWordsAndAHumanDecides() {
        TestBrowser desk = ishbel();
        HttpResponse<String> undecided = desk.post(
                base() + "/suitability",
                none(form(0, "yes", "suicide-plan", "YES", "decision", "GO_ON"), IntakeTask.SUITABILITY));
        assertThat(undecided.statusCode()).isEqualTo(422);
        assertThat(undecided.body()).contains("Write what you decided, and why");
        HttpResponse<String> kept = desk.post(
                base() + "/suitability",
                none(
                        form(0, "yes", "suicide-plan", "YES", "decision", "NOT_NOW", "words", "Crisis team today"),
                        IntakeTask.SUITABILITY));
        assertThat(TestBrowser.location(kept)).startsWith(base() + "/suitability");
        assertThat(house.value("source || ' ' || by_id from concern_opening where practice_id = :practice"))
                .as("somebody answers for it")
                .isEqualTo("ROOM " + house.ishbel().id());
        desk.post(
                base() + "/suitability",
                none(
                        form(1, "yes", "suicide-plan", "YES", "decision", "NOT_NOW", "words", "Crisis team today."),
                        IntakeTask.SUITABILITY));
        assertThat(house.count("concern_opening"))
                .as("another word calls nobody again")
                .isEqualTo(1);
        assertThat(desk.get(base() + "/suitability").body())
                .contains("/concerns", "/safety-plan")
                .contains(
                        "Stay with them. Make the safety plan together today",
                        "This sheet does not decide",
                        "Crisis team today");
        assertThat(desk.get(base()).body())
                .contains("This leads elsewhere first", "A plan, or an attempt within three months");
    }

    @Test
    void notBeingSureLeadsElsewhereAsAYesDoesWhateverIsAsked() {
        TestBrowser desk = ishbel();
        Map<IntakeTask, Integer> seen = new EnumMap<>(IntakeTask.class);
        for (Exclusion one : Exclusion.values()) {
            if (one == Exclusion.UNDER_18) {
                continue;
            }
            IntakeTask task = one.asked();
            String page = base() + "/" + task.key();
            String[] answers = task == IntakeTask.EPISODE
                    ? new String[] {"found", "EPISODE", "clinician", "Dr Marram, GP", "recorded", "2026-01-05"}
                    : new String[] {"decision", "GO_ON"};
            int version = seen.merge(task, 1, Integer::sum) - 1;
            Map<String, String> unsure = none(form(version, "yes", answers), task);
            unsure.put(one.key(), "UNSURE");
            assertThat(desk.post(page, unsure).body()).as(one.key()).contains("Write what you decided, and why");
            unsure.put("words", "The surgery looks into it");
            assertThat(TestBrowser.location(desk.post(page, unsure)))
                    .as(one.key())
                    .startsWith(page);
            for (String shown : List.of(page, base())) {
                assertThat(desk.get(shown).body())
                        .as("%s on %s", one.key(), shown)
                        .contains("This leads elsewhere first", "You are not sure yet: find out before you go on.");
            }
            assertThat(house.within(() -> intakes.visibleTo(house.ishbel().viewer())
                            .of(courses.visibleTo(house.ishbel().viewer())
                                    .of(joan.id())
                                    .orElseThrow())
                            .leads()))
                    .contains(new Intake.Finding(one, false));
        }
    }

    @Test
    void notBeingSureOfAPlanToDieCallsSomebodyAndAYesAfterItCallsAgain() {
        TestBrowser desk = ishbel();
        desk.post(base() + "/suitability", form(0, "no", "suicide-plan", "UNSURE"));
        assertThat(house.count("concern_opening")).isEqualTo(1);
        assertThat(desk.get(base() + "/suitability").body()).contains("/concerns", "/safety-plan");
        desk.post(base() + "/suitability", form(1, "no", "suicide-plan", "UNSURE", "words", "We talk on Monday"));
        assertThat(house.count("concern_opening")).isEqualTo(1);
        desk.post(base() + "/suitability", form(2, "no", "suicide-plan", "YES"));
        assertThat(house.count("concern_opening")).isEqualTo(2);
        desk.post(base() + "/suitability", form(3, "no", "suicide-plan", "UNSURE"));
        assertThat(house.count("concern_opening"))
                .as("doubt after a yes is no news")
                .isEqualTo(2);
    }

    @Test
    void whatWasSaidOfFearAndControlIsOnNoPageOfTheirsAndClosesAsserting() {
        TestBrowser desk = ishbel();
        desk.post(
                base() + "/suitability",
                none(
                        form(0, "yes", "abuse", "YES", "decision", "GO_ON_WITH", "words", "Machair refuge"),
                        IntakeTask.SUITABILITY));
        assertThat(desk.get("/desk/people/" + joan.id() + "/focus").body()).contains("Fear or control was found");
        TestBrowser hers = house.browser(port, joansAccount);
        for (String page : List.of("/my", "/my/course", "/my/seen", "/my/consents")) {
            assertThat(hers.get(page).body())
                    .as(page)
                    .doesNotContain("Machair")
                    .doesNotContainIgnoringCase("violence")
                    .doesNotContain("fear or control");
        }
        assertThat(house.within(() -> intakes.closedToAssertingSince(joan.id())))
                .isPresent();
        assertThat(house.rows("intake_entry")).doesNotContain("abuse").doesNotContain(TestHouse.hex("abuse"));
    }

    @Test
    void onlyAPlainNoAboutFearAndControlOpensAssertingAndALaterCourseDoesNot() {
        TestBrowser desk = ishbel();
        int seen = 0;
        for (String answer : List.of("YES", "UNSURE")) {
            desk.post(base() + "/suitability", form(seen++, "no", "abuse", answer));
            assertThat(house.within(() -> intakes.closedToAssertingSince(joan.id())))
                    .as(answer)
                    .isPresent();
        }
        desk.post(base() + "/suitability", form(seen++, "no", "decision", "GO_ON"));
        assertThat(house.within(() -> intakes.closedToAssertingSince(joan.id())))
                .as("not answered takes nothing back")
                .isPresent();
        endTheCourse();
        begin();
        assertThat(house.within(() -> intakes.closedToAssertingSince(joan.id())))
                .as("a later course that has not asked yet")
                .isPresent();
        desk.post(base() + "/suitability", form(seen, "no", "abuse", "NO"));
        assertThat(house.within(() -> intakes.closedToAssertingSince(joan.id())))
                .isEmpty();
    }

    @Test
    void halfATaskCanBeKeptAndWhatIsCalledCompleteMustBe() {
        TestBrowser desk = ishbel();
        HttpResponse<String> incomplete = desk.post(base() + "/details", form(0, "yes", "pronouns", "she"));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("Answer this, or say below", "value=\"she\"");
        assertThat(desk.post(base() + "/details", form(0, "no", "pronouns", "she"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(desk.get(base() + "/details").body()).contains("value=\"she\"");
        assertThat(desk.post(base() + "/details", form(1, "no", "gp-phone", "12"))
                        .body())
                .contains("does not look like a telephone number");
        assertThat(desk.post(base() + "/episode", form(0, "no", "recorded", "2999-01-01"))
                        .body())
                .contains("not in the future");
    }

    @Test
    void somebodyUnderEighteenIsLedElsewhere() {
        TestBrowser desk = ishbel();
        HttpResponse<String> undecided = desk.post(base() + "/details", form(0, "yes", "adult", "NO"));
        assertThat(undecided.statusCode()).isEqualTo(422);
        assertThat(undecided.body()).contains("Write what you decided, and why");
        desk.post(base() + "/details", form(0, "yes", "adult", "NO", "words", "With the youth team from Monday"));
        assertThat(desk.get(base()).body()).contains("This service is for adults");
        assertThat(desk.get(base() + "/details").body()).contains("With the youth team from Monday");
    }

    @Test
    void aContractIsNotWrittenWithoutAWordAboutAgeAndWhatLeadsElsewhere() {
        TestBrowser desk = ishbel();
        String writing = chooseTheFocus(desk);
        assertThat(desk.get(writing).body()).contains("It is not known yet whether they are 18 or older");
        desk.post(base() + "/details", form(0, "no", "adult", "YES"));
        assertThat(desk.get(writing).body()).doesNotContain("18 or older", "leads elsewhere first");
        desk.post(base() + "/suitability", form(0, "no", "eating", "YES"));
        assertThat(desk.get(writing).body())
                .contains("leads elsewhere first", "Arrange care for the eating disorder and the body first.");
    }

    @Test
    void aContractIsNotWrittenWithoutAWordAboutWhatWasDecidedAndWhetherTheyWantThisTherapy() {
        TestBrowser desk = ishbel();
        String writing = chooseTheFocus(desk);
        assertThat(desk.get(writing).body())
                .contains("Nobody has put down yet whether this therapy fits now", base() + "/suitability")
                .contains("They have not said yes to this therapy yet", base() + "/consents");
        int seen = 0;
        for (Map.Entry<String, String> decided : Map.of(
                        "NOT_NOW", "You decided: not this therapy now",
                        "GO_ON_WITH", "You decided to go on with another service beside it")
                .entrySet()) {
            desk.post(base() + "/suitability", form(seen++, "no", "decision", decided.getKey()));
            assertThat(desk.get(writing).body()).contains(decided.getValue(), base() + "/suitability");
        }
        desk.post(base() + "/suitability", form(seen, "no", "decision", "GO_ON"));
        desk.post(base() + "/consents/CARE", form(0, ""));
        assertThat(desk.get(writing).body())
                .doesNotContain(
                        "You decided", "Nobody has put down", "said yes to this therapy", "took back their yes");
        desk.post(base() + "/consents/CARE/withdrawal", form(0, ""));
        assertThat(desk.get(writing).body()).contains("They took back their yes to this therapy", base() + "/consents");
    }

    /** Where the contract is written then. */
    private String chooseTheFocus(TestBrowser desk) {
        desk.post(
                base().replace("/intake", "/focus"),
                form(
                        Integer.parseInt(house.value("version from course where practice_id = :practice")),
                        "",
                        "area",
                        "grief",
                        "evidence",
                        "Since her brother died"));
        return base().replace("/intake", "/contract/writing");
    }

    @Test
    void twoHandsAtOnceAreShownBoth() {
        TestBrowser desk = ishbel();
        desk.post(base() + "/history", form(0, "no", "onset", "After the winter"));
        HttpResponse<String> late = desk.post(base() + "/history", form(0, "no", "onset", "In the autumn"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("After the winter", "In the autumn");
        assertThat(house.count("intake_entry")).isEqualTo(1);
    }

    @Test
    void whatTwoHandsSayDifferentlyStandsThereAsTheFormHasIt() {
        TestBrowser desk = ishbel();
        desk.post(base() + "/episode", episode(0, "EPISODE"));
        Map<String, String> other = episode(0, "OTHER");
        other.put("recorded", "2026-01-06");
        other.put("finished", "no");
        assertThat(desk.post(base() + "/episode", other).body())
                .contains("A depressive episode", "Something else is the main matter")
                .contains("Monday 5 January 2026", "Tuesday 6 January 2026")
                .contains("Have you completed this section?", "No, I will come back later")
                .doesNotContain("EPISODE", "OTHER", "2026-01-0", "Dr Marram");
        desk.post(base() + "/naming", form(0, "no", "named", "COMMON"));
        assertThat(desk.post(base() + "/naming", form(0, "no", "named", "ILLNESS"))
                        .body())
                .contains("It is common.", "It is an illness, and not their fault.")
                .doesNotContain("COMMON", "ILLNESS", "Have you completed this section?");
    }

    @Test
    void whatLastsIsNotAskedAgainInALaterCourseAndTheEpisodeIs() {
        TestBrowser desk = ishbel();
        desk.post(base() + "/details", form(0, "yes", "adult", "YES", "gp-practice", "Harbour surgery"));
        desk.post(base() + "/episode", episode(0, "EPISODE"));
        endTheCourse();
        begin();
        assertThat(desk.get(base() + "/details").body()).contains("Harbour surgery");
        assertThat(desk.get(base() + "/naming").statusCode())
                .as("an old episode opens nothing")
                .isEqualTo(404);
        assertThat(desk.post(base() + "/episode", episode(1, "EPISODE")).statusCode())
                .isEqualTo(302);
        assertThat(desk.get(base() + "/naming").statusCode()).isEqualTo(200);
    }

    private void endTheCourse() {
        house.within(() -> {
            Courses.Visible visible = courses.visibleTo(house.ishbel().viewer());
            var course = visible.of(joan.id()).orElseThrow();
            course.end(new Ending(Ending.Reason.AGREED_EARLY, "", visible.signature()));
            visible.save(course);
            return course;
        });
    }

    @Test
    void consentsAreGivenAndTakenBackOneByOneWithTheWordingTheyRead() {
        TestBrowser desk = ishbel();
        assertThat(desk.get(base() + "/consents").body()).contains("Have this therapy", "Record a session");
        desk.post(base() + "/consents/CARE", form(0, ""));
        desk.post(base() + "/consents/GP_LETTER", form(0, ""));
        assertThat(desk.get(base() + "/consents").body()).contains("They agree.", "wording 1");
        assertThat(house.browser(port, joansAccount).get("/my/consents").body()).contains("Write to my doctor");
        desk.post(base() + "/consents/GP_LETTER/withdrawal", form(0, ""));
        assertThat(desk.get(base() + "/consents").body()).contains("They took it back.");
        assertThat(house.value("count(*) from consent where practice_id = :practice and withdrawn_at is null"))
                .isEqualTo("1");
    }

    @Test
    void whoeverAgreedToOlderWordsIsReadTheNewerOnesAndTheOlderAreKept() {
        TestBrowser desk = ishbel();
        desk.get(base() + "/consents");
        desk.post(base() + "/consents/CARE", form(0, ""));
        desk.post(base() + "/consents/MESSAGES", form(0, ""));
        assertThat(desk.get(base() + "/consents").body()).doesNotContain("The words have changed");
        house.within(() -> house.context()
                .getBean(JdbcClient.class)
                .sql("update consent set text_version = 99 where practice_id = :practice and purpose = 'CARE'")
                .param("practice", house.practice().id().value())
                .update());
        assertThat(desk.get(base() + "/consents").body())
                .contains("wording 99")
                .containsOnlyOnce("The words have changed since they agreed")
                .containsOnlyOnce("They agree to these words");
        desk.post(base() + "/consents/CARE", form(0, ""));
        assertThat(desk.get(base() + "/consents").body()).doesNotContain("The words have changed", "wording 99");
        assertThat(house.value("string_agg(text_version || ' ' || (withdrawn_at is null), ', ' order by given_at)"
                        + " from consent where practice_id = :practice and purpose = 'CARE'"))
                .isEqualTo("99 false, 1 true");
    }

    @Test
    void whatTheTimelineKnowsIsShownAtTheStartAndNotAskedAgain() {
        TestBrowser desk = ishbel();
        assertThat(desk.get(base() + "/history").body()).contains("name=\"onset\"", "name=\"well\"");
        house.within(() -> {
            Timelines.Visible hers = timelines.visibleTo(joansAccount.viewer());
            Timeline timeline = hers.toChange(joan.id());
            timeline.add(mark(2025, Turn.WELL, "the garden"));
            timeline.add(mark(2026, Turn.ONSET, "the house went quiet"));
            hers.save(timeline);
            return timeline;
        });
        assertThat(desk.get(base() + "/history").body())
                .contains("the house went quiet", "2026", "the garden", "On the timeline")
                .contains("name=\"before\"")
                .doesNotContain("name=\"onset\"", "name=\"well\"");
    }

    private static SymptomMark mark(int year, Turn turn, String what) {
        return SymptomMark.of(
                new FuzzyDate(LocalDate.of(year, 1, 1), FuzzyDate.Precision.YEAR, false),
                turn,
                null,
                new Words(what, "", List.of()));
    }

    @Test
    void whatWasSaidAtTheStartStandsOnTheTimelineToBePlacedAndIsNotTypedAgain() {
        TestBrowser desk = ishbel();
        String timeline = "/desk/people/" + joan.id() + "/timeline";
        desk.post(base() + "/history", form(0, "no", "onset", "The winter after he died", "well", "spring 2024"));
        assertThat(desk.get(timeline).body())
                .contains("Said at the start", "The winter after he died", "spring 2024")
                .doesNotContain("kind=onset&amp;what");
        assertThat(desk.get(timeline + "?add=mark&kind=onset").body())
                .containsPattern("id=\"what\"[^>]*value=\"The winter after he died\"")
                .containsPattern("value=\"onset\"[^>]*checked");
        assertThat(desk.get(timeline + "?add=mark&kind=well").body())
                .containsPattern("id=\"when\"[^>]*value=\"spring 2024\"");
        desk.post(
                timeline + "/entries",
                form(0, "", "sort", "mark", "kind", "onset", "when", "2025", "what", "The winter after he died"));
        assertThat(desk.get(timeline).body()).contains("Said at the start", "spring 2024");
        desk.post(timeline + "/entries", form(0, "", "sort", "mark", "kind", "well", "when", "spring 2024"));
        assertThat(desk.get(timeline).body()).doesNotContain("Said at the start");
        assertThat(house.browser(port, joansAccount).get("/my/timeline").body())
                .as("the start has no page of the person's own")
                .doesNotContain("Said at the start");
    }

    @Test
    void onDiskThereIsNoWordAndForgettingLeavesNoRow() {
        TestBrowser desk = ishbel();
        desk.post(base() + "/history", form(0, "no", "onset", "Machair winter"));
        desk.post(base() + "/episode", episode(0, "EPISODE"));
        assertThat(house.rows("intake_entry"))
                .doesNotContain("Machair")
                .doesNotContain(TestHouse.hex("Machair"))
                .doesNotContain(TestHouse.hex("Marram"))
                .doesNotContain(TestHouse.hex("EPISODE\""));
        house.within(() -> {
            forget.forget(joan.id(), house.ishbel().viewer());
            return "";
        });
        assertThat(house.count("intake_entry")).isZero();
    }

    @Test
    void thePersonThemselfHasNoPageOfIt() {
        assertThat(house.browser(port, joansAccount).get(base()).statusCode()).isGreaterThanOrEqualTo(300);
        assertThat(house.browser(port, joansAccount).get("/my/intake").statusCode())
                .isEqualTo(404);
    }
}
