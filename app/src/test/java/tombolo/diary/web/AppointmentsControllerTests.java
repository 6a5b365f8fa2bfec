package tombolo.diary.web;

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
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.people.TestHouse;
import tombolo.vault.Confidential;

/** Appointments in both areas, as a browser without scripts sees them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class AppointmentsControllerTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ApplicationContext context;
    private final TestHouse house;
    private final Diary diary;
    private final TestClock.Moved time;
    private final Person anna;
    private final Account annasAccount;

    @LocalServerPort
    private int port;

    AppointmentsControllerTests(ApplicationContext context, Diary diary, People people, TestClock.Moved time) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.diary = diary;
        this.time = time;
        this.anna = Person.met(Optional.of(Confidential.of("Anna")), SafeContact.inPerson(), time.now());
        this.annasAccount = house.practice().person(anna.id(), "anna@example.org");
        anna.walksWith(house.ishbel().id(), time.now());
        house.within(() -> {
            people.add(anna);
            return "";
        });
    }

    private String base() {
        return "/desk/people/" + anna.id() + "/appointments";
    }

    private TestBrowser ishbels() {
        return house.browser(port, house.ishbel());
    }

    private LocalDate inDays(int days) {
        return time.today(LONDON).plusDays(days);
    }

    private Map<String, String> booking(LocalDate day, String clock, int count) {
        return new HashMap<>(Map.of(
                "day", day.toString(), "time", clock, "minutes", "50", "count", String.valueOf(count), "every", "1"));
    }

    private List<Appointment> all() {
        return house.within(() -> diary.visibleTo(house.ishbel().viewer()).of(anna.id()));
    }

    private static Map<String, String> with(Appointment of, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of("_v", String.valueOf(of.version())));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    @Test
    void aSeriesIsBookedOnceHoweverOftenTheButtonIsPressed() {
        TestBrowser browser = ishbels();
        Map<String, String> form = booking(inDays(7), "14:00", 4);
        form.put("_idem", UUID.randomUUID().toString());
        browser.open(base(), base(), form);
        HttpResponse<String> again = browser.post(base(), form);
        assertThat(TestBrowser.location(again)).isEqualTo(base() + "?done=diary.done.booked");
        assertThat(all()).hasSize(4);
        assertThat(house.browser(port, annasAccount).get("/my/appointments").body())
                .contains("14:00–14:50")
                .contains("I cannot come");
    }

    @Test
    void whatCannotBeReadIsSaidNextToTheFieldAndKept() {
        HttpResponse<String> answer = ishbels().open(base(), base(), booking(inDays(-1), "14:00", 99));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"count-error\"")
                .contains("value=\"14:00\"")
                .contains("value=\"99\"");
        HttpResponse<String> past = ishbels().open(base(), base(), booking(inDays(-1), "14:00", 1));
        assertThat(past.body()).contains("id=\"day-error\"");
        assertThat(all()).isEmpty();
    }

    @Test
    void twoAtOneTimeAreBookedWithAWordAboutIt() {
        ishbels().open(base(), base(), booking(inDays(7), "14:00", 1));
        HttpResponse<String> second = ishbels().open(base(), base(), booking(inDays(7), "14:30", 1));
        assertThat(TestBrowser.location(second)).isEqualTo(base() + "?done=diary.done.booked-twice");
        assertThat(all()).hasSize(2);
        assertThat(ishbels().get("/desk/diary?week=" + inDays(7)).body()).contains("Two at this time");
    }

    @Test
    void whatBecameOfItIsAskedForTheNextDayAndWrittenDown() {
        ishbels().open(base(), base(), booking(inDays(1), "14:00", 1));
        time.on(Duration.ofDays(3));
        assertThat(ishbels().get("/desk").body()).contains("what became of it on");
        Appointment over = all().getFirst();
        String page = base() + "/" + over.id();
        HttpResponse<String> nothing = ishbels().open(page, page + "/outcome", with(over));
        assertThat(nothing.statusCode()).isEqualTo(422);
        ishbels().open(page, page + "/outcome", with(over, "outcome", "PERSON_TOLD"));
        assertThat(all().getFirst().state()).isEqualTo(Appointment.State.MISSED);
        assertThat(ishbels().get("/desk").body()).doesNotContain("what became of it on");
        assertThat(house.browser(port, annasAccount).get("/my/appointments").body())
                .contains("You could not be there")
                .doesNotContain("missed");
    }

    @Test
    void beforeAnHourIsWrittenDownLaterThanTheOneAfterItThePageSaysWhatThatMeans() {
        ishbels().open(base(), base(), booking(inDays(1), "14:00", 2));
        time.on(Duration.ofDays(9));
        Appointment first = all().getFirst();
        Appointment second = all().getLast();
        String says = "counts as no session";
        assertThat(ishbels().get(base() + "/" + first.id()).body()).doesNotContain(says);
        String page = base() + "/" + second.id();
        ishbels().open(page, page + "/outcome", with(second, "outcome", "HELD"));
        assertThat(ishbels().get(page).body()).doesNotContain(says);
        assertThat(ishbels().get(base() + "/" + first.id()).body()).contains(says);
    }

    @Test
    void whoeverCannotComeSaysSoOnceAndTheirWordsAreSealed() {
        ishbels().open(base(), base(), booking(inDays(3), "14:00", 1));
        Appointment next = all().getFirst();
        TestBrowser hers = house.browser(port, annasAccount);
        String page = "/my/appointments/" + next.id() + "/cannot-come";
        assertThat(hers.get(page).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = hers.post(page, with(next, "words", "Finn is ill, and I have not slept"));
        assertThat(TestBrowser.location(answer)).isEqualTo("/my/appointments?done=diary.done.cannot-come");
        assertThat(house.rows("appointment")).doesNotContain("Finn", TestHouse.hex("Finn is ill"));
        assertThat(ishbels().get(base()).body()).contains("Finn is ill, and I have not slept");
        assertThat(ishbels().get("/desk").body()).contains("cannot come on");
        assertThat(house.value("string_agg(kind || ' ' || state, ', ' order by kind) from message"
                        + " where practice_id = :practice and person_id is not null"))
                .isEqualTo("REMINDER WITHDRAWN");
        assertThat(hers.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void aMoveIsToldInAMessageAndTheOldReminderIsTakenBack() {
        ishbels().open(base(), base(), booking(inDays(3), "14:00", 1));
        Appointment next = all().getFirst();
        String page = base() + "/" + next.id();
        Map<String, String> move = with(next, "tell", "true");
        move.putAll(booking(inDays(4), "09:00", 1));
        ishbels().open(page, page + "/time", move);
        assertThat(all().getFirst().start().atZone(LONDON).toLocalDate()).isEqualTo(inDays(4));
        assertThat(house.value("string_agg(kind || ' ' || state, ', ' order by kind, made_at) from message"
                        + " where practice_id = :practice and kind = 'REMINDER'"))
                .isEqualTo("REMINDER WITHDRAWN, REMINDER WAITING");
        assertThat(house.value("count(*) from message where practice_id = :practice and kind = 'APPOINTMENT_CHANGED'"))
                .isEqualTo("1");
        HttpResponse<String> slower = ishbels().open(page, page + "/cancellation", with(next));
        assertThat(slower.statusCode()).isEqualTo(409);
        assertThat(all().getFirst().state()).isEqualTo(Appointment.State.BOOKED);
    }

    @Test
    void whoeverIsSlowerToMoveAnHourReadsOnlyWhatDiffers() {
        ishbels().open(base(), base(), booking(inDays(3), "14:00", 1));
        Appointment next = all().getFirst();
        String page = base() + "/" + next.id();
        Map<String, String> move = with(next);
        move.putAll(booking(inDays(4), "09:00", 1));
        ishbels().open(page, page + "/time", move);
        move.put("time", "09:30");
        HttpResponse<String> slower = ishbels().open(page, page + "/time", move);
        assertThat(slower.statusCode()).isEqualTo(409);
        assertThat(slower.body())
                .contains("What you wrote", "<h2>Time</h2>", ">09:30<", ">09:00<")
                .doesNotContain("<h2>Day</h2>", "<h2>Minutes</h2>", "<h2>This hour</h2>");
    }

    @Test
    void whereNothingDiffersThePageSaysThatTheHourWasChangedAndHowItStands() {
        ishbels().open(base(), base(), booking(inDays(3), "14:00", 1));
        Appointment next = all().getFirst();
        String page = base() + "/" + next.id();
        Map<String, String> move = with(next);
        move.putAll(booking(inDays(4), "09:00", 1));
        ishbels().open(page, page + "/time", move);
        HttpResponse<String> slower = ishbels().open(page, page + "/time", move);
        assertThat(slower.statusCode()).isEqualTo(409);
        assertThat(slower.body())
                .contains("Somebody else changed this meanwhile", inWords(inDays(4)) + ", 09:00–09:50", "booked")
                .doesNotContain("What you wrote");
    }

    @Test
    void whoeverCallsAMovedHourOffOrMovesOneThatIsOffReadsHowItStands() {
        ishbels().open(base(), base(), booking(inDays(3), "14:00", 1));
        Appointment next = all().getFirst();
        String page = base() + "/" + next.id();
        Map<String, String> move = with(next);
        move.putAll(booking(inDays(4), "09:00", 1));
        ishbels().open(page, page + "/time", move);
        assertThat(ishbels()
                        .open(page, page + "/cancellation", with(next, "by", "PERSON"))
                        .body())
                .contains("called off by them", inWords(inDays(4)) + ", 09:00–09:50", "booked");
        TestBrowser hers = house.browser(port, annasAccount);
        String cannot = "/my/appointments/" + next.id() + "/cannot-come";
        hers.get(cannot);
        assertThat(hers.post(cannot, with(next, "words", "Finn is ill")).body())
                .contains("Finn is ill", inWords(inDays(4)) + ", 09:00–09:50");
        ishbels().open(page, page + "/cancellation", with(all().getFirst()));
        assertThat(ishbels().open(page, page + "/time", move).body())
                .contains("Somebody else changed this meanwhile", "called off by you");
        assertThat(ishbels().open(page, page + "/cancellation", with(next)).body())
                .contains("called off by you")
                .doesNotContain("What you wrote");
    }

    @Test
    void whoeverWritesDownWhatBecameOfAnHourASecondTimeReadsBoth() {
        ishbels().open(base(), base(), booking(inDays(1), "14:00", 1));
        time.on(Duration.ofDays(2));
        Appointment over = all().getFirst();
        String page = base() + "/" + over.id();
        ishbels().open(page, page + "/outcome", with(over, "outcome", "HELD"));
        HttpResponse<String> slower = ishbels().open(page, page + "/outcome", with(over, "outcome", "PERSON_TOLD"));
        assertThat(slower.statusCode()).isEqualTo(409);
        assertThat(slower.body()).contains("They could not come, and told me", "held");
        assertThat(ishbels()
                        .open(page, page + "/outcome", with(over, "outcome", "HELD"))
                        .body())
                .contains("Somebody else changed this meanwhile", "held")
                .doesNotContain("What you wrote");
    }

    private static String inWords(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK).format(day);
    }

    @Test
    void theCalendarFileTellsATimeAndNothingElse() {
        ishbels().open(base(), base(), booking(inDays(3), "14:00", 2));
        String file = house.browser(port, annasAccount)
                .get("/my/appointments/calendar.ics")
                .body();
        assertThat(file)
                .contains("BEGIN:VEVENT")
                .contains("SUMMARY:Appointment\r\n")
                .doesNotContainIgnoringCase("tombolo")
                .doesNotContain("Anna", "Ishbel", "Lochside");
    }

    @Test
    void forEverybodyElseThereIsNothingThere() {
        ishbels().open(base(), base(), booking(inDays(3), "14:00", 1));
        Appointment next = all().getFirst();
        TestHouse harbour = new TestHouse(context, "Harbour Practice", Optional.empty());
        for (TestBrowser other : List.of(
                house.browser(port, house.idris()),
                house.browser(port, house.priya()),
                harbour.browser(port, harbour.ishbel()))) {
            assertThat(other.get(base()).statusCode()).isEqualTo(404);
            assertThat(other.get(base() + "/" + next.id()).statusCode()).isEqualTo(404);
            assertThat(other.post(base(), booking(inDays(3), "14:00", 1)).statusCode())
                    .isIn(403, 404);
        }
        Account samsAccount = house.practice().person("sam@example.org");
        assertThat(house.browser(port, samsAccount)
                        .get("/my/appointments/" + next.id() + "/cannot-come")
                        .statusCode())
                .isEqualTo(404);
        assertThat(all()).hasSize(1);
    }
}
