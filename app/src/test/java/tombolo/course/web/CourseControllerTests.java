package tombolo.course.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.ui.HalfTyped;
import tombolo.ui.Language;
import tombolo.ui.Texts;

/** The course in both areas, as a browser without scripts sees it: begun, focused, agreed, walked, rested and ended. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CourseControllerTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final TestHouse house;
    private final Inventories inventories;
    private final Diary diary;
    private final ProgrammeTime time;
    private final Texts texts;
    private final Person anna;
    private final Account annasAccount;
    private final String dan;

    @LocalServerPort
    private int port;

    CourseControllerTests(
            ApplicationContext context, Inventories inventories, Diary diary, ProgrammeTime time, Texts texts) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.inventories = inventories;
        this.diary = diary;
        this.time = time;
        this.texts = texts;
        this.anna = house.known("Anna", house.ishbel());
        this.annasAccount = house.practice().person(anna.id(), "anna@example.org");
        this.dan = house.within(() -> {
            Inventory inventory = inventories.visibleTo(annasAccount.viewer()).toChange(anna.id());
            String id = inventory
                    .add(
                            List.of("Dan"),
                            new Standing(Ring.CLOSE, null, Sector.FAMILY),
                            new Signature(annasAccount.id(), time.now()))
                    .getFirst()
                    .id()
                    .value()
                    .toString();
            inventories.save(inventory, annasAccount.viewer());
            return id;
        });
    }

    private String base() {
        return "/desk/people/" + anna.id();
    }

    private TestBrowser ishbel() {
        TestBrowser browser = house.browser(port, house.ishbel());
        browser.get(base() + "/course");
        return browser;
    }

    private int version() {
        return Integer.parseInt(house.value("version from course where practice_id = :practice"));
    }

    private Map<String, String> form(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_idem", UUID.randomUUID().toString());
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private Map<String, String> seen(String... pairs) {
        Map<String, String> fields = form(pairs);
        fields.put("seen", String.valueOf(version()));
        return fields;
    }

    private void begin(TestBrowser desk, String variant) {
        assertThat(TestBrowser.location(desk.post(base() + "/course", form("variant", variant))))
                .startsWith(base() + "/intake");
    }

    private void focus(TestBrowser desk) {
        assertThat(desk.post(
                                base() + "/focus",
                                seen("area", "transition", "second", "", "people", dan, "evidence", "Since Finn came"))
                        .statusCode())
                .isEqualTo(302);
    }

    private Map<String, String> contract(String sessions) {
        Map<String, String> fields = seen(
                "sessions",
                sessions,
                "end",
                today().plusWeeks(15).toString(),
                "goal-0",
                "Ask Dan for Saturday",
                "with-0",
                dan,
                "observable-0",
                "He has Finn",
                "baseline-0",
                "2",
                "goal-1",
                "Ring Isla",
                "with-1",
                UUID.randomUUID().toString(),
                "observable-1",
                "Twice a week",
                "baseline-1",
                "4",
                "missed",
                "Ring the day before",
                "extension",
                "Only together",
                "worse",
                "We talk the same day");
        return fields;
    }

    @Test
    void theTherapistBeginsFocusesAndProposesAndThePersonSaysYesOnTheirOwnPages() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        assertThat(desk.get(base() + "/contract/writing").statusCode())
                .as("a focus comes first")
                .isEqualTo(302);
        assertThat(desk.get(base() + "/focus").body())
                .contains("What speaks for each", "Dan", "Life is told as before and after");
        focus(desk);
        assertThat(desk.post(base() + "/contract", contract("16")).statusCode()).isEqualTo(302);
        TestBrowser mine = house.browser(port, annasAccount);
        assertThat(mine.get("/my").body()).as("it waits on their first page").contains("Read your contract");
        String before = mine.get("/my/course").body();
        assertThat(before)
                .contains(
                        "Yes, I agree to this",
                        "Ask Dan for Saturday",
                        "with Dan",
                        "Where it began: 2 of 10",
                        "A big change in my life",
                        "You have not met yet.");
        assertThat(TestBrowser.location(mine.post("/my/course/agreement", form("contract", "1"))))
                .startsWith("/my/course");
        assertThat(mine.get("/my").body()).doesNotContain("Read your contract");
        assertThat(mine.get("/my/circles/relationships/" + dan + "/mentions").body())
                .contains("In the goals", "Ask Dan for Saturday");
        assertThat(mine.get("/my/course").body())
                .contains("You agreed on 16 sessions", "What we agreed", "Where it began: 2 of 10")
                .doesNotContain("Yes, I agree to this");
        assertThat(desk.get(base() + "/course").body())
                .contains("Under way: 0 of 16 sessions held", "initial phase", "Role transition")
                .contains("0 of 16 sessions held");
        assertThat(desk.get(base() + "/contract").body()).contains("They said yes on their own pages");
    }

    @Test
    void howNearAGoalIsIsMarkedTogetherOnTheWayAndStandsBesideItsBeginningAndItsEnd() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        focus(desk);
        assertThat(desk.get(base() + "/course/goals").statusCode())
                .as("nothing is agreed yet")
                .isEqualTo(404);
        Map<String, String> contract = contract("16");
        contract.put("enough-0", "eleven");
        HttpResponse<String> wrong = desk.post(base() + "/contract", contract);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"enough-0-error\"", "eleven");
        contract.put("enough-0", "8");
        desk.post(base() + "/contract", contract);
        desk.post(base() + "/contract/agreement", seen());
        String page = desk.get(base() + "/course/goals").body();
        Matcher field = Pattern.compile("name=\"(near-[0-9a-f-]{36})\"").matcher(page);
        assertThat(field.find()).isTrue();
        String first = field.group(1);
        assertThat(page).contains("Mark it together", "It began at 2 of 10", "Ask Dan for Saturday");
        for (String typed : List.of("11", "-1", "nearly")) {
            HttpResponse<String> refused = desk.post(base() + "/course/goals", seen(first, typed));
            assertThat(refused.statusCode()).as(typed).isEqualTo(422);
            assertThat(refused.body()).contains("Write a number from 0 to 10", "value=\"" + typed + "\"");
        }
        assertThat(desk.post(base() + "/course/goals", seen()).body()).contains("Mark one goal at least");
        Map<String, String> press = seen(first, "5");
        desk.post(base() + "/course/goals", press);
        desk.post(base() + "/course/goals", press);
        String marked = "Where it was on " + today().format(DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK))
                + ": 5 of 10";
        assertThat(house.browser(port, annasAccount).get("/my/course").body())
                .contains("Where it began: 2 of 10", "What would be enough: 8 of 10")
                .containsOnlyOnce(marked);
        assertThat(desk.get(base() + "/course").body()).contains(marked, "how near the goals are was marked together");
        assertThat(desk.get(base() + "/ending/writing").body())
                .contains("It began at 2 of 10. When you last marked it together, it was at 5.");
        desk.post(base() + "/ending", form("seen", "0", "goal-" + first.substring("near-".length()), "7"));
        assertThat(desk.get(base() + "/thread-sheet").body())
                .contains("Ask Dan for Saturday (2 of 10 at the start, 5 on ", "7 at the end, 8 would be enough)");
        TestBrowser idris = house.browser(port, house.idris());
        idris.get("/desk");
        assertThat(idris.post(base() + "/course/goals", form("seen", "1", first, "5"))
                        .statusCode())
                .isEqualTo(404);
    }

    /** Whoever puts down a yes that was never said: the person reads it, with the day and the name, and takes it back. */
    @Test
    void whatWasPutDownAsAgreedInTheRoomStandsOnTheirPagesWithWhoPutItDownAndIsTakenBackThere() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        focus(desk);
        desk.post(base() + "/contract", contract("14"));
        desk.post(base() + "/contract/agreement", seen());
        desk.post(base() + "/intake/consents/MESSAGES", form());
        TestBrowser mine = house.browser(port, annasAccount);
        String day = today().format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK));
        String course = mine.get("/my/course").body();
        assertThat(course).contains(day, "Ishbel put down that you said yes in the room.", "Take my yes back");
        assertThat(mine.get("/my/consents").body())
                .contains("Ishbel put down that you said this in the room. If you did not, take it back.");
        desk.post("/my/course/agreement/withdrawal", form("contract", "1"));
        assertThat(mine.get("/my/course").body())
                .as("nobody takes it back for them")
                .contains("Ishbel put down that you said yes in the room.");
        Map<String, String> press = form("contract", "1");
        assertThat(TestBrowser.location(mine.post("/my/course/agreement/withdrawal", press)))
                .startsWith("/my/course?done=");
        mine.post("/my/course/agreement/withdrawal", press);
        assertThat(mine.get("/my/course").body())
                .as("nobody is pressed for the yes they have just taken back")
                .contains("Nothing is agreed just now.")
                .doesNotContain("Yes, I agree to this", "put down that you said yes");
        assertThat(mine.get("/my").body()).doesNotContain("Read your contract and say yes");
        assertThat(desk.get(base() + "/course").body())
                .contains("the person took their yes to the contract back", "nothing agreed yet");
        assertThat(desk.get(base() + "/contract").body()).contains("The person took their yes back on");
        assertThat(desk.get("/desk").body()).contains("took their yes to the contract back on");
        assertThat(house.browser(port, house.priya()).get("/desk").body())
                .as("only whoever walks with them")
                .doesNotContain("took their yes to the contract back");
        assertThat(house.value("count(*) from course_contract where practice_id = :practice and agreed_at is not null"
                        + " and taken_back_at is not null"))
                .as("that it was once put down is not unsaid")
                .isEqualTo("1");
        assertThat(desk.get(base() + "/contract/writing").body())
                .as("what was agreed stands in the form, to be talked over")
                .contains("Ask Dan for Saturday");
        desk.post(base() + "/contract", contract("14"));
        mine.post("/my/course/agreement", form("contract", "2"));
        assertThat(mine.get("/my/course").body()).doesNotContain("put down that you said yes");
        assertThat(desk.get("/desk").body()).doesNotContain("took their yes to the contract back");
        assertThat(desk.get(base() + "/course").body()).contains("Under way: 0 of 14 sessions held");
        mine.post("/my/consents/MESSAGES/withdrawal", form());
        assertThat(mine.get("/my/consents").body()).doesNotContain("put down that you said this in the room");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), LONDON);
    }

    private List<Appointment> hours() {
        return house.within(() -> diary.visibleTo(house.ishbel().viewer()).of(anna.id()));
    }

    private String end() {
        return house.value(
                "end_date::text from course_contract where practice_id = :practice" + " order by version desc limit 1");
    }

    @Test
    void theHoursOfTheCourseAreBookedWithItsContractAtTheHourTheyMeetAndNothingIsAskedAgain() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        focus(desk);
        Instant next = today().plusDays(2).atTime(14, 10).atZone(LONDON).toInstant();
        house.within(() -> diary.visibleTo(house.ishbel().viewer()).book(anna.id(), next, 45));
        String form = desk.get(base() + "/contract/writing").body();
        assertThat(form)
                .contains("One hour is booked already", "45 minutes each, every week")
                .contains("value=\"" + today().plusDays(9) + "\"", "value=\"14:10\"")
                .contains("value=\"" + today().plusWeeks(15) + "\"");
        Map<String, String> fields = contract("14");
        fields.put("book", "true");
        fields.put("day", today().plusDays(9).toString());
        fields.put("time", "14:10");
        assertThat(TestBrowser.location(desk.post(base() + "/contract", fields)))
                .endsWith("done=course.done.proposed-booked");
        desk.post(base() + "/contract", fields);
        assertThat(hours()).as("one each, however often it was pressed").hasSize(14);
        assertThat(hours())
                .allSatisfy(hour -> assertThat(hour.minutes()).isEqualTo(45))
                .allSatisfy(hour ->
                        assertThat(hour.start().atZone(LONDON).toLocalTime()).isEqualTo(LocalTime.of(14, 10)));
        LocalDate last = today().plusDays(2).plusWeeks(13);
        assertThat(LocalDate.ofInstant(hours().getLast().start(), LONDON)).isEqualTo(last);
        assertThat(end()).as("the last hour is the last day").isEqualTo(last.toString());
        Map<String, String> again = contract("14");
        again.put("book", "true");
        assertThat(TestBrowser.location(desk.post(base() + "/contract", again)))
                .as("each session has its hour")
                .endsWith("done=course.done.proposed");
        assertThat(hours()).hasSize(14);
    }

    @Test
    void whereTheyHaveNeverMetTheHourIsAskedForAndALastDayBeforeTheLastHourIsRefusedKindly() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-b");
        focus(desk);
        Map<String, String> fields = contract("8");
        fields.put("book", "true");
        fields.put("end", today().plusWeeks(3).toString());
        HttpResponse<String> unsaid = desk.post(base() + "/contract", fields);
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Choose the day of the first hour", "Choose the time");
        fields.put("day", today().plusDays(3).toString());
        fields.put("time", "09:00");
        HttpResponse<String> early = desk.post(base() + "/contract", fields);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("id=\"end-error\"").contains("The last of the hours comes after this day");
        assertThat(hours()).isEmpty();
        fields.put("end", today().plusWeeks(9).toString());
        fields.put("day", today().minusDays(1).toString());
        assertThat(desk.post(base() + "/contract", fields).body()).contains("Choose a day that is still to come");
        fields.put("day", today().plusDays(3).toString());
        desk.post(base() + "/contract", fields);
        assertThat(hours()).hasSize(8);
        assertThat(end()).as("a day that was chosen stays").isEqualTo(fields.get("end"));
    }

    @Test
    void anotherNumberOfSessionsMovesTheLastDayAlongUnlessADayIsChosen() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        focus(desk);
        desk.post(base() + "/contract", contract("16"));
        desk.post(base() + "/contract/agreement", seen());
        assertThat(end()).isEqualTo(today().plusWeeks(15).toString());
        desk.post(base() + "/contract", contract("13"));
        assertThat(end()).isEqualTo(today().plusWeeks(12).toString());
        Map<String, String> chosen = contract("15");
        chosen.put("end", today().plusWeeks(20).toString());
        desk.post(base() + "/contract", chosen);
        assertThat(end()).isEqualTo(today().plusWeeks(20).toString());
    }

    @Test
    void everyPageCountsToTheNumberAndTheDayBothAgreedLast() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        focus(desk);
        Map<String, String> first = contract("16");
        first.put("book", "true");
        first.put("day", today().plusDays(1).toString());
        first.put("time", "10:00");
        desk.post(base() + "/contract", first);
        desk.post(base() + "/contract/agreement", seen());
        Map<String, String> fewer = contract("12");
        fewer.put("end", end());
        desk.post(base() + "/contract", fewer);
        assertThat(desk.get(base() + "/session").body())
                .as("until both agree the older one holds")
                .contains("Session 1 of 16");
        assertThat(desk.get(base() + "/contract").body()).doesNotContain("more are booked");
        desk.post(base() + "/contract/agreement", seen());
        LocalDate last = today().plusDays(1).plusWeeks(11);
        assertThat(end()).isEqualTo(last.toString());
        String session = desk.get(base() + "/session").body();
        assertThat(session).contains("Session 1 of 12").contains(ChronoUnit.DAYS.between(today(), last) + " days");
        TestBrowser mine = house.browser(port, annasAccount);
        assertThat(mine.get("/my/course").body())
                .contains("You agreed on 12 sessions")
                .contains(last.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)));
        assertThat(mine.get("/my").body()).contains("10:00");
        assertThat(desk.get(base() + "/contract").body())
                .contains("4 hours more are booked than there are sessions left");
    }

    @Test
    void bookingBeginsWithTheMinutesAndTheWeeksOfTheVariant() {
        String hours = base() + "/appointments";
        TestBrowser desk = ishbel();
        assertThat(desk.get(hours).body()).satisfies(begins("minutes", 50), begins("every", 1));
        begin(desk, "ipc");
        assertThat(desk.get(hours).body()).satisfies(begins("minutes", 60), begins("every", 1));
        desk.post(
                hours,
                form(
                        "day",
                        today().plusDays(3).toString(),
                        "time",
                        "10:00",
                        "minutes",
                        "60",
                        "count",
                        "1",
                        "every",
                        "1"));
        assertThat(desk.get(hours).body())
                .as("only the first is longer")
                .satisfies(begins("minutes", 30), begins("every", 1));
    }

    @Test
    void aSeriesOfAMonthlyCourseBeginsWithFourWeeks() {
        TestBrowser desk = ishbel();
        begin(desk, "maintenance");
        assertThat(desk.get(base() + "/appointments").body()).satisfies(begins("minutes", 50), begins("every", 4));
    }

    private static Consumer<String> begins(String field, int with) {
        return page -> assertThat(page).containsPattern("<input[^>]*name=\"" + field + "\"[^>]*value=\"" + with + "\"");
    }

    @Test
    void twoHandsThatNameSomebodyElseToRingAreShownTheNames() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        String details = base() + "/intake/details";
        desk.get(details);
        desk.post(details, form("seen", "0", "finished", "no", "contact-who", dan));
        String late = desk.post(details, form("seen", "0", "finished", "no", "contact-who", ""))
                .body();
        assertThat(late)
                .contains("Whom may we ring in an emergency?", "Nobody, or somebody who is not on the circles", "Dan")
                .doesNotContain(dan);
    }

    @Test
    void whomToRingIsNotAskedAgainForTheSafetyPlanAndNobodyIsTickedByIt() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        String details = base() + "/intake/details";
        desk.get(details);
        desk.post(details, form("seen", "0", "finished", "no", "contact-who", dan, "contact-phone", "01632 960111"));
        String plan = desk.get(base() + "/safety-plan/writing").body();
        assertThat(plan).contains("value=\"01632 960111\"").doesNotContain("checked");
        assertThat(house.browser(port, annasAccount)
                        .get("/my/safety-plan/writing")
                        .body())
                .as("what was found at the start is the therapist's page")
                .contains("Dan")
                .doesNotContain("01632 960111");
        desk.post(base() + "/safety-plan", form("seen", "0", "ask", dan, "reach-" + dan, ""));
        assertThat(desk.get(base() + "/safety-plan/writing").body())
                .as("a number that was left out stays out")
                .doesNotContain("01632 960111");
    }

    @Test
    void noKindOfCourseIsChosenForAnybody() {
        TestBrowser desk = ishbel();
        assertThat(desk.get(base() + "/course").body()).doesNotContain(" checked");
        HttpResponse<String> none = desk.post(base() + "/course", form());
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choose which kind of course it is");
        assertThat(house.count("course")).isZero();
    }

    @Test
    void nobodySaysYesToAContractTheyHaveNotRead() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        focus(desk);
        desk.post(base() + "/contract", contract("16"));
        TestBrowser mine = house.browser(port, annasAccount);
        mine.get("/my/course");
        desk.post(base() + "/contract", contract("14"));
        assertThat(mine.post("/my/course/agreement", form("contract", "1")).statusCode())
                .isEqualTo(409);
        assertThat(house.value("state from course where practice_id = :practice"))
                .isEqualTo("INTAKE");
    }

    /** Nobody stands before a closed door: one message for all that is called off, unless the therapist has told them. */
    @Test
    void whatIsBookedWhenACourseRestsOrEndsIsCalledOffInOneMessage() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        for (int week = 1; week <= 2; week++) {
            Instant at = today().plusWeeks(week).atTime(10, 0).atZone(LONDON).toInstant();
            house.within(() -> diary.visibleTo(house.ishbel().viewer()).book(anna.id(), at, 50));
        }
        assertThat(desk.get(base() + "/course/ending").body()).containsPattern("name=\"tell\" value=\"true\" checked");
        HttpResponse<String> unsaid = desk.post(base() + "/course/ending", seen("words", "She moved"));
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).as("as it was left").doesNotContainPattern("name=\"tell\" value=\"true\" checked");
        desk.post(base() + "/course/ending", seen("reason", "MOVED_AWAY", "tell", "true"));
        assertThat(house.value("string_agg(kind || ' ' || state, ', ') from message where practice_id = :practice"
                        + " and kind <> 'REMINDER'"))
                .isEqualTo("ALL_CALLED_OFF WAITING");
        assertThat(house.value("count(*) from appointment where practice_id = :practice and state = 'BOOKED'"))
                .isEqualTo("0");
    }

    /** Whoever has no pages of their own agrees to messages, and stops them, before a course and after it as well. */
    @Test
    void consentsArePutDownBeforeACourseBeginsAndAfterItEnded() {
        TestBrowser desk = ishbel();
        assertThat(desk.get(base() + "/course").body()).contains("href=\"" + base() + "/intake/consents\"");
        assertThat(desk.get(base() + "/intake/consents").statusCode()).isEqualTo(200);
        desk.post(base() + "/intake/consents/MESSAGES", form());
        assertThat(consentsToMessages()).isEqualTo("1");
        begin(desk, "ipt-16");
        assertThat(desk.get(base() + "/questions").body())
                .as("which session it is need not be typed")
                .containsPattern("name=\"session\"[^>]*value=\"1\"");
        assertThat(desk.get(base() + "/answers?measure=phq-9").body())
                .containsPattern("name=\"session\"[^>]*value=\"1\"");
        desk.post(base() + "/course/ending", seen("reason", "MOVED_AWAY"));
        assertThat(desk.get(base() + "/course").body())
                .contains("href=\"" + base() + "/intake/consents\"")
                .doesNotContain("href=\"" + base() + "/intake\"");
        String start = desk.get(base() + "/intake").body();
        assertThat(start)
                .contains("so nothing of its start changes any more", "href=\"" + base() + "/intake/consents\"")
                .doesNotContain("/intake/details\"", "/intake/history\"", "/focus\"");
        assertThat(desk.get(base() + "/intake/consents").statusCode()).isEqualTo(200);
        desk.post(base() + "/intake/consents/MESSAGES/withdrawal", form());
        assertThat(consentsToMessages()).isEqualTo("0");
        TestBrowser idris = house.browser(port, house.idris());
        assertThat(idris.get(base() + "/intake/consents").statusCode()).isEqualTo(404);
    }

    private String consentsToMessages() {
        return house.value("count(*) from consent where practice_id = :practice and person_id = '" + anna.id()
                + "' and purpose = 'MESSAGES' and withdrawn_at is null");
    }

    /** A concern and a note end with no course: whoever ends one is shown them, and what to do. */
    @Test
    void whatDoesNotEndWithTheCourseIsShownBeforeItIsEnded() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        assertThat(desk.get(base() + "/course/ending").body()).doesNotContain("does not end with the course");
        desk.post(base() + "/session/beginning", form("number", "1"));
        assertThat(desk.get(base() + "/course/ending").body())
                .contains("does not end with the course", "One note is not signed yet");
        String concern = TestBrowser.location(
                desk.post(base() + "/concerns", form("source", "ROOM", "said", "It is too much", "safe", "yes")));
        assertThat(desk.get(base() + "/course/ending").body())
                .contains("Something was said that must be answered", concern.replaceFirst("[?].*", ""));
        desk.post(base() + "/course/ending", seen("reason", "THEIR_WISH", "words", ""));
        assertThat(desk.get(concern).body())
                .as("it is still there to be answered")
                .contains("name=\"action\"");
    }

    @Test
    void whatIsMissingInAContractIsSaidNextToItAndNothingIsKept() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-12");
        focus(desk);
        Map<String, String> fields = contract("30");
        fields.put("goal-1", "");
        fields.put("end", "2020-01-01");
        fields.put("worse", "");
        fields.put("baseline-0", "11");
        HttpResponse<String> refused = desk.post(base() + "/contract", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "This variant has 10 to 12 sessions",
                        "Agree on two goals at least",
                        "Choose a day that is still to come",
                        "Write what you agreed here",
                        "Write a number from 0 to 10",
                        "Ask Dan for Saturday");
        assertThat(house.count("course_contract")).isZero();
    }

    @Test
    void somebodyNotOnTheCirclesCannotBeSlippedIntoAGoal() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        focus(desk);
        desk.post(base() + "/contract", contract("16"));
        assertThat(desk.get(base() + "/contract").body())
                .containsOnlyOnce("with Dan")
                .contains("Ring Isla");
    }

    @Test
    void restsGoesOnIsRemindedOfTheEndingAndEnds() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-b");
        focus(desk);
        desk.post(base() + "/contract", contract("6"));
        desk.post(base() + "/contract/agreement", seen());
        house.within(() -> diary.visibleTo(house.ishbel().viewer())
                .book(anna.id(), time.now().plus(Duration.ofDays(2)), 50));
        desk.post(base() + "/course/pause", seen("why", "Away for work"));
        assertThat(house.value("state from appointment where practice_id = :practice"))
                .as("nobody is reminded of a session that will not be")
                .isEqualTo("CANCELLED");
        String paused = desk.get(base() + "/course").body();
        assertThat(paused).contains("Paused: 0 of 6", "Away for work");
        assertThat(house.browser(port, annasAccount).get("/my/course").body())
                .contains("Your course is resting")
                .doesNotContain("Away for work");
        desk.post(base() + "/course/sessions", seen());
        assertThat(house.count("course_session"))
                .as("none is counted while it rests")
                .isZero();
        desk.post(base() + "/course/resumption", seen());
        for (int session = 1; session <= 2; session++) {
            desk.post(base() + "/course/sessions", seen());
        }
        assertThat(desk.get(base() + "/course").body()).contains("The ending should be spoken of now");
        desk.post(base() + "/course/announcement", seen());
        assertThat(desk.get(base() + "/course").body()).doesNotContain("The ending should be spoken of now");
        assertThat(desk.get(base() + "/course/ending").body()).doesNotContain("Complete: all agreed");
        assertThat(desk.post(base() + "/course/ending", seen("reason", "COMPLETE"))
                        .statusCode())
                .isEqualTo(422);
        desk.post(base() + "/course/ending", seen("reason", "THEIR_WISH", "words", ""));
        assertThat(desk.get(base() + "/course").body())
                .contains("Ended: 2 of 6", "by their own wish", "Begin a course");
        assertThat(house.browser(port, annasAccount).get("/my/course").body()).contains("Your course has ended");
    }

    @Test
    void aRestHasADayItEndsWhichBothSeeAndWhoeverRestsTooLongOrHasNoNextHourStandsOnTheDesk() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-b");
        focus(desk);
        desk.post(base() + "/contract", contract("6"));
        desk.post(base() + "/contract/agreement", seen());
        String gap = "no hour is booked; they last met on";
        assertThat(desk.get("/desk").body()).as("it has not begun to be walked").doesNotContain(gap);
        desk.post(base() + "/course/sessions", seen());
        assertThat(desk.get("/desk").body()).contains(gap, base() + "/appointments");
        house.within(() -> diary.visibleTo(house.ishbel().viewer())
                .book(anna.id(), time.now().plus(Duration.ofDays(2)), 50));
        assertThat(desk.get("/desk").body()).doesNotContain(gap);
        for (String wrong : List.of(today().minusDays(1).toString(), "2026-02-31", "soon")) {
            HttpResponse<String> refused =
                    desk.post(base() + "/course/pause", seen("why", "Away for work", "until", wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(refused.body())
                    .contains("Choose today or a later day", "id=\"until-error\"", "Away for work", wrong);
        }
        String day = today().plusDays(20).format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK));
        desk.post(
                base() + "/course/pause",
                seen("why", "Away for work", "until", today().plusDays(20).toString()));
        assertThat(desk.get(base() + "/course").body()).contains("The rest ends on", day, "Away for work");
        assertThat(house.browser(port, annasAccount).get("/my/course").body())
                .contains("You agreed that the break ends on", day)
                .doesNotContain("Away for work", "That day has come");
        assertThat(desk.get("/desk").body()).as("all is as agreed").doesNotContain("the rest was to end", gap);
        assertThat(house.rows("course_step"))
                .contains(today().plusDays(20).toString())
                .doesNotContain("Away for work", TestHouse.hex("Away for work"));
        restsUntil(today().minusDays(3));
        assertThat(desk.get("/desk").body()).contains("the rest was to end on", base() + "/course");
        assertThat(house.browser(port, house.priya()).get("/desk").body())
                .as("only whoever walks with them")
                .doesNotContain("the rest was to end on");
        assertThat(house.browser(port, annasAccount).get("/my/course").body()).contains("That day has come");
        desk.post(base() + "/course/pause", seen("until", today().plusDays(7).toString(), "why", ""));
        assertThat(desk.get("/desk").body()).as("another day was agreed").doesNotContain("the rest was to end on");
        desk.post(base() + "/course/resumption", seen());
        assertThat(desk.get("/desk").body()).as("its hours were called off").contains(gap);
    }

    @Test
    void whoeverHasNoWordForLinksIsOfferedOneWhileACourseGoesOnAndOnlyThen() {
        TestBrowser desk = ishbel();
        TestBrowser anna = house.browser(port, annasAccount);
        String offered = "Choose a word of your own";
        assertThat(anna.get("/my").body())
                .as("there are no questions without a course")
                .doesNotContain(offered);
        begin(desk, "ipt-b");
        assertThat(anna.get("/my").body()).contains(offered, "href=\"/my/questions/word\"");
        assertThat(desk.get(base() + "/intake").body())
                .contains("A word of their own, for questions by link", "href=\"" + base() + "/questions/word\"");
        desk.post(base() + "/course/pause", seen("why", "", "until", ""));
        assertThat(anna.get("/my").body()).as("nothing is asked while it rests").doesNotContain(offered);
        desk.post(base() + "/course/resumption", seen());
        anna.get("/my/questions/word");
        anna.post("/my/questions/word/none", Map.of());
        assertThat(anna.get("/my").body()).as("it is not for them").doesNotContain(offered);
        assertThat(desk.get(base() + "/intake").body())
                .as("the therapist can still offer it")
                .contains("href=\"" + base() + "/questions/word\"");
        anna.get("/my/questions/word");
        anna.post("/my/questions/word", Map.of("word", "oystercatcher", "again", "oystercatcher"));
        anna.get("/my/questions/word");
        anna.post("/my/questions/word/none", Map.of());
        assertThat(anna.get("/my/questions/word").body())
                .as("an old page takes no word away")
                .contains("You have a word");
        assertThat(anna.get("/my").body()).doesNotContain(offered);
    }

    /** They met outside the diary, and it is written down two days later: the hour of today is another session. */
    @Test
    void aSessionThatWasNotInTheDiaryIsCountedOnItsDay() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-b");
        house.within(() -> house.context()
                .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("update course set begun_at = begun_at - interval '5 days' where practice_id = :practice")
                .param("practice", house.practice().id().value())
                .update());
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        String course = base() + "/course";
        desk.get(course);
        HttpResponse<String> ahead =
                desk.post(course + "/sessions", seen("met", today.plusDays(1).toString()));
        assertThat(ahead.statusCode()).isEqualTo(422);
        assertThat(ahead.body()).contains("Choose a day up to today");
        assertThat(desk.post(
                                course + "/sessions",
                                seen("met", today.minusDays(2).toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(house.value("count(*) from course_session where practice_id = :practice"
                        + " and held_at between now() - interval '3 days' and now() - interval '1 day'"))
                .isEqualTo("1");
        desk.get(course);
        assertThat(desk.post(
                                course + "/sessions",
                                seen("met", today.minusDays(3).toString()))
                        .statusCode())
                .as("before the one that was held")
                .isEqualTo(422);
    }

    @Test
    void aCourseInWhichNothingIsAgreedYetMayRestToo() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-b");
        desk.post(base() + "/course/sessions", seen());
        assertThat(desk.get(base() + "/course").body()).contains("Pause the course");
        desk.post(base() + "/course/pause", seen("why", "In hospital", "until", ""));
        assertThat(desk.get(base() + "/course").body())
                .contains("Paused: one session held, nothing agreed yet", "In hospital");
        assertThat(house.browser(port, annasAccount).get("/my/course").body()).contains("Nothing is agreed just now");
        assertThat(desk.get("/desk").body())
                .contains("paused, 1 session, nothing agreed")
                .doesNotContain("no hour is booked", "with no day agreed");
        desk.post(base() + "/course/resumption", seen());
        assertThat(desk.get(base() + "/course").body()).contains("Getting to know: one session held");
    }

    @Test
    void aRestWithoutADayComesUpAfterSixWeeksAndAgainSixWeeksAfterBothLookedAtIt() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-b");
        restsFor(Duration.ofDays(43));
        assertThat(desk.get("/desk").body())
                .contains("has rested since", "with no day agreed on which it ends", base() + "/course");
        desk.post(base() + "/course/resumption", seen());
        restsFor(Duration.ofDays(41));
        assertThat(desk.get("/desk").body()).as("not six weeks yet").doesNotContain("with no day agreed");
        desk.post(base() + "/course/pause", seen("why", "", "until", ""));
        assertThat(desk.get("/desk").body()).doesNotContain("with no day agreed");
    }

    /** As it is when the rest began so long ago. */
    private void restsFor(Duration ago) {
        Courses courses = house.context().getBean(Courses.class);
        house.within(() -> {
            Courses.Visible hers = courses.visibleTo(house.ishbel().viewer());
            Course course = hers.of(anna.id()).orElseThrow();
            course.pause(
                    "",
                    Optional.empty(),
                    new tombolo.course.Signature(house.ishbel().id(), time.now().minus(ago)));
            hers.save(course);
            return "";
        });
    }

    /** As it is when the day has come. */
    private void restsUntil(LocalDate day) {
        Courses courses = house.context().getBean(Courses.class);
        house.within(() -> {
            Courses.Visible hers = courses.visibleTo(house.ishbel().viewer());
            Course course = hers.of(anna.id()).orElseThrow();
            course.restUntil(Optional.of(day), "", hers.signature());
            hers.save(course);
            return "";
        });
    }

    @Test
    void whereTheDayAgreedHasGoneByBothAreToldAndANewOneIsAgreed() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-b");
        focus(desk);
        desk.post(base() + "/contract", contract("6"));
        desk.post(base() + "/contract/agreement", seen());
        String passed = "Agree on a new day together";
        assertThat(desk.get(base() + "/course").body()).doesNotContain(passed);
        house.within(() -> house.context()
                .getBean(Courses.class)
                .visibleTo(house.ishbel().viewer())
                .of(anna.id())
                .map(course -> endedOn(course, today().minusDays(1)))
                .orElseThrow());
        assertThat(desk.get(base() + "/course").body()).contains(passed, "6 are left");
        assertThat(desk.get(base() + "/session").body()).contains("the day has passed");
        assertThat(house.browser(port, annasAccount).get("/my/course").body())
                .contains("The day you agreed on for the last session has gone by.", "6 sessions are still yours");
    }

    /** As it is after a long rest. */
    private Course endedOn(Course course, LocalDate day) {
        Courses courses = house.context().getBean(Courses.class);
        course.propose(
                6,
                day,
                course.contract().orElseThrow().terms(),
                courses.visibleTo(house.ishbel().viewer()).signature());
        course.agree(
                new Contract.Agreement(Contract.Way.IN_THE_ROOM, house.ishbel().id(), time.now()));
        courses.visibleTo(house.ishbel().viewer()).save(course);
        return course;
    }

    @Test
    void whyItRestsAndHowItEndedAreThereAgainHalfTyped() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        focus(desk);
        desk.post(base() + "/contract", contract("14"));
        desk.post(base() + "/contract/agreement", seen());
        HalfTyped why = new HalfTyped(this::ishbel, base() + "/course", "course.pause:" + anna.id());
        HalfTyped ending = new HalfTyped(this::ishbel, base() + "/course/ending", "course.ending:" + anna.id());
        why.isThereAgain(Map.of("why", "Bluebell, away"));
        ending.isThereAgain(Map.of("words", "She moved"));
        assertThat(house.rows("draft")).doesNotContain(TestHouse.hex("Bluebell"), "Bluebell");
        assertThat(house.value("count(*) from draft where practice_id = :practice and person_id = '" + anna.id() + "'"))
                .isEqualTo("2");
        ishbel().post(base() + "/course/pause", seen("why", "Away for work"));
        ishbel().post(base() + "/course/resumption", seen());
        why.isEmpty();
        assertThat(ishbel().post(base() + "/course/ending", seen("words", "She moved"))
                        .statusCode())
                .isEqualTo(422);
        ending.isThereAgain(Map.of("words", "She moved"));
        ishbel().post(base() + "/course/ending", seen("reason", "MOVED_AWAY", "words", "She moved"));
        assertThat(house.count("draft")).isZero();
    }

    @Test
    void theScoresBelongToTheCourseFromItsBeginningAndLearnHowManySessionsWereAgreed() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        assertThat(house.value("planned from series where practice_id = :practice"))
                .isEqualTo("16");
        focus(desk);
        desk.post(base() + "/contract", contract("14"));
        desk.post(base() + "/contract/agreement", seen());
        assertThat(house.value("planned from series where practice_id = :practice"))
                .isEqualTo("14");
        desk.post(base() + "/course/ending", seen("reason", "MOVED_AWAY"));
        assertThat(house.value("(ended_at is not null)::text from series where practice_id = :practice"))
                .isEqualTo("true");
    }

    @Test
    void anOlderPageCannotChangeANewerCourse() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        Map<String, String> older = seen();
        focus(desk);
        HttpResponse<String> late = desk.post(base() + "/course/sessions", older);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(house.count("course_session")).isZero();
    }

    @Test
    void pressedTwiceItIsOneSession() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        Map<String, String> once = seen();
        desk.post(base() + "/course/sessions", once);
        desk.post(base() + "/course/sessions", once);
        assertThat(house.count("course_session")).isEqualTo(1);
    }

    @Test
    void theFocusIsOneOfTheVariantsAreasWithSomethingThatSpeaksForIt() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-b");
        assertThat(desk.post(base() + "/focus", seen("area", "sensitivity", "evidence", "x"))
                        .statusCode())
                .as("brief IPT does not work on isolation")
                .isEqualTo(422);
        HttpResponse<String> twice =
                desk.post(base() + "/focus", seen("area", "grief", "second", "grief", "evidence", ""));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("Choose another area, or none", "Write what speaks for it");
    }

    @Test
    void nobodyElseOpensItAndItLooksLikeNothing() {
        TestBrowser desk = ishbel();
        begin(desk, "ipt-16");
        TestHouse harbour = new TestHouse(house.context(), "Harbour Practice", Optional.empty());
        for (String page : List.of(
                "/course",
                "/course/ending",
                "/intake",
                "/intake/episode",
                "/focus",
                "/contract",
                "/contract/writing")) {
            for (Account one : List.of(house.idris(), house.priya())) {
                HttpResponse<String> denied = house.browser(port, one).get(base() + page);
                HttpResponse<String> nothing = house.browser(port, one).get("/desk/people/" + UUID.randomUUID() + page);
                assertThat(denied.statusCode()).as(page).isEqualTo(404);
                assertThat(TestBrowser.steadyBody(denied)).isEqualTo(TestBrowser.steadyBody(nothing));
            }
            assertThat(harbour.browser(port, harbour.ishbel())
                            .get(base() + page)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void withoutACourseThePersonsPageIsWhole() {
        assertThat(house.browser(port, annasAccount).get("/my/course").body())
                .contains("No course has begun yet")
                .doesNotContain("course.my");
    }

    @Test
    void everyQuestionOfTheIntakeHasItsWords() {
        for (var task : tombolo.course.IntakeTask.values()) {
            assertThat(texts.say(Language.ENGLISH, "course.desk.intake." + task.key() + ".title"))
                    .isNotEmpty();
            for (IntakeField field : IntakeField.of(task)) {
                assertThat(texts.has("course.desk.intake." + task.key() + "." + field.name()))
                        .as(task + " " + field.name())
                        .isTrue();
                field.options()
                        .forEach(option -> assertThat(texts.has("course.desk.intake.option." + option))
                                .as(option)
                                .isTrue());
            }
        }
        for (var exclusion : tombolo.course.Exclusion.values()) {
            assertThat(texts.has("course.desk.exclusion." + exclusion.key()))
                    .as(exclusion.key())
                    .isTrue();
            assertThat(texts.has("course.desk.exclusion." + exclusion.key() + ".lead"))
                    .as(exclusion.key())
                    .isTrue();
        }
    }
}
