package tombolo.messages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.messages.MessageKind;
import tombolo.messages.Outbox;
import tombolo.people.Consents;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.Purpose;
import tombolo.people.SafeContact;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;

/** What was written to somebody, in both areas, as a browser without scripts sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MessagesControllerTests {
    private final TestHouse house;
    private final Outbox outbox;
    private final People people;
    private final ProgrammeTime time;
    private final Person anna;
    private final Account annasAccount;

    @LocalServerPort
    private int port;

    MessagesControllerTests(
            ApplicationContext context, Outbox outbox, People people, Consents consents, ProgrammeTime time) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.outbox = outbox;
        this.people = people;
        this.time = time;
        this.anna = Person.met(Optional.of(Confidential.of("Anna")), SafeContact.inPerson(), time.now());
        this.annasAccount = house.practice().person(anna.id(), "anna@example.org");
        anna.walksWith(house.ishbel().id(), time.now());
        house.within(() -> {
            people.add(anna);
            consents.give(anna.id(), Purpose.MESSAGES, "en");
            return "";
        });
    }

    private String desk() {
        return "/desk/people/" + anna.id() + "/messages";
    }

    /** Nobody has asked her what is safe, so it does not go. */
    private void cancelled() {
        house.within(() -> outbox.toPerson(
                anna.id(),
                MessageKind.APPOINTMENT_CANCELLED,
                "cancelled",
                Map.of("when", time.now().plus(Duration.ofDays(1)).toString()),
                time.now(),
                time.now().plus(Duration.ofDays(1))));
        for (int i = 0;
                i < 50
                        && !house.value("state from message where practice_id = :practice")
                                .equals("NOT_SAFE");
                i++) {
            house.job("deliver-messages");
        }
    }

    @Test
    void thePersonReadsWhatWasWrittenAndWhatBecameOfIt() {
        cancelled();
        assertThat(house.browser(port, annasAccount).get("/my/messages").body())
                .contains("will not take place")
                .contains("Not sent, no safe way is known");
    }

    @Test
    void whoeverTakesTheirConsentBackIsToldThatNothingComesAndStaffReadWhy() {
        TestBrowser hers = house.browser(port, annasAccount);
        TestBrowser ishbels = house.browser(port, house.ishbel());
        house.within(() -> outbox.toPerson(
                anna.id(),
                MessageKind.APPOINTMENT_CANCELLED,
                "cancelled",
                Map.of("when", time.now().plus(Duration.ofDays(3)).toString()),
                time.now().plus(Duration.ofDays(1)),
                time.now().plus(Duration.ofDays(3))));
        assertThat(hers.get("/my/messages").body()).doesNotContain("You have not agreed");
        hers.open("/my/consents", "/my/consents/MESSAGES/withdrawal", Map.of());
        assertThat(hers.get("/my/messages").body())
                .contains("You have not agreed to get messages, so we send you none", "href=\"/my/consents\"")
                .contains("Not sent, messages are not agreed to")
                .doesNotContain("Waiting for its time", "if you name a safe way");
        assertThat(ishbels.get(desk()).body())
                .contains("They have not agreed to get messages", "Tell them in another way");
        assertThat(ishbels.get("/desk").body()).contains("tell them in another way");
        hers.open("/my/consents", "/my/consents/MESSAGES", Map.of());
        assertThat(hers.get("/my/messages").body()).doesNotContain("You have not agreed");
    }

    @Test
    void whatDidNotArriveStandsOnTheDeskUntilSomebodyHasToldThem() {
        cancelled();
        TestBrowser ishbels = house.browser(port, house.ishbel());
        assertThat(ishbels.get("/desk").body()).contains("tell them in another way");
        assertThat(ishbels.get(desk()).body()).contains("I have told them");
        ishbels.post(desk() + "/note", Map.of());
        assertThat(ishbels.get("/desk").body()).doesNotContain("tell them in another way");
        assertThat(ishbels.get(desk()).body()).doesNotContain("I have told them");
    }

    @Test
    void aWayThatIsNotSafeAnyMoreIsClosedInOnePressAndTheDeskLearnsOfIt() {
        reachedByEmail();
        TestBrowser hers = house.browser(port, annasAccount);
        TestBrowser ishbels = house.browser(port, house.ishbel());
        assertThat(hers.get("/my/messages").body()).contains("We write to anna@home.example", "Stop this way now");
        HttpResponse<String> closed = hers.open("/my/messages", "/my/messages/closed-way", Map.of());
        assertThat(TestBrowser.location(closed)).isEqualTo("/my/messages?done=messages.done.closed");
        assertThat(hers.get("/my/messages").body())
                .contains("You closed this way: anna@home.example", "Nothing goes there any more")
                .doesNotContain("We write to", "Stop this way now");
        assertThat(ishbels.get("/desk").body())
                .contains("Ways that are no longer safe", "ask them for another way when you meet");
        assertThat(ishbels.get(desk()).body()).contains("They said that this way is no longer safe");
        assertThat(ishbels.get("/desk/people/" + anna.id()).body())
                .contains("They said that this way is no longer safe", "Do not ring or write there")
                .doesNotContain("They named no times that are unsafe");
        assertThat(house.count("message")).as("no word of it to anybody").isZero();
        assertThat(house.browser(port, house.idris()).get("/desk").body()).doesNotContain("no longer safe");
    }

    @Test
    void aClosedWayStaysClosedUntilTheySayItIsSafeAgainOrAnotherIsWrittenDown() {
        reachedByEmail();
        house.browser(port, annasAccount).open("/my/messages", "/my/messages/closed-way", Map.of());
        TestBrowser ishbels = house.browser(port, house.ishbel());
        String contact = "/desk/people/" + anna.id() + "/contact";
        Map<String, String> same =
                Map.of("name", "Annie", "way", "EMAIL", "email", "anna@home.example", "email-safe", "on");
        change(ishbels, contact, same);
        assertThat(closed()).as("somebody only wrote another name").isEqualTo("true");
        Map<String, String> again = new HashMap<>(same);
        again.put("safe-again", "true");
        change(ishbels, contact, again);
        assertThat(closed()).isEqualTo("false");
        house.browser(port, annasAccount).open("/my/messages", "/my/messages/closed-way", Map.of());
        assertThat(closed()).isEqualTo("true");
        change(ishbels, contact, Map.of("name", "Annie", "way", "PHONE", "phone", "07700 900123"));
        assertThat(closed()).as("another way").isEqualTo("false");
        assertThat(ishbels.get("/desk").body()).doesNotContain("no longer safe");
    }

    @Test
    void nobodyElseClosesSomebodysWay() {
        reachedByEmail();
        TestBrowser ishbels = house.browser(port, house.ishbel());
        ishbels.get(desk());
        assertThat(ishbels.post(desk() + "/closed-way", Map.of()).statusCode()).isEqualTo(404);
        assertThat(closed()).isEqualTo("false");
    }

    private void reachedByEmail() {
        house.within(() -> {
            Person now = people.find(anna.id()).orElseThrow();
            now.reachedBy(new SafeContact(
                    SafeContact.Way.EMAIL,
                    Optional.of(Confidential.of("anna@home.example")),
                    Set.of(SafeContact.Trace.EMAIL),
                    Optional.empty()));
            return people.save(now);
        });
    }

    private static void change(TestBrowser browser, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put(
                "_version",
                browser.get(path)
                        .body()
                        .split("name=\"_version\" value=\"", 2)[1]
                        .split("\"", 2)[0]);
        assertThat(browser.post(path, form).statusCode()).isEqualTo(302);
    }

    private String closed() {
        return house.value("(closed_at is not null)::text from person where practice_id = :practice");
    }

    @Test
    void thePersonChoosesTheHoursAndReadsThemAgain() {
        TestBrowser hers = house.browser(port, annasAccount);
        HttpResponse<String> wrong = hers.open(
                "/my/messages", "/my/messages/wish", Map.of("from", "20:00", "until", "09:00", "days", "MONDAY"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"until-error\"").contains("value=\"20:00\"");
        HttpResponse<String> kept = hers.open(
                "/my/messages", "/my/messages/wish", Map.of("from", "10:00", "until", "11:30", "days", "MONDAY"));
        assertThat(TestBrowser.location(kept)).isEqualTo("/my/messages?done=messages.done.wish");
        assertThat(house.browser(port, house.ishbel()).get(desk()).body())
                .contains("value=\"10:00\"")
                .contains("value=\"11:30\"");
        assertThat(house.value("days || ' ' || reminders from message_wish where practice_id = :practice"))
                .isEqualTo("1 false");
    }

    @Test
    void forEverybodyElseThereIsNothingThere() {
        for (TestBrowser other : List.of(house.browser(port, house.idris()), house.browser(port, house.priya()))) {
            assertThat(other.get(desk()).statusCode()).isEqualTo(404);
            other.get("/desk");
            assertThat(other.post(desk() + "/note", Map.of()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theNameMessagesComeFromTellsNothingAndIsForTheManagerToChoose() {
        TestBrowser priyas = house.browser(port, house.priya());
        HttpResponse<String> telling =
                priyas.open("/desk/messages", "/desk/messages", Map.of("name", "Lochside Psychotherapy"));
        assertThat(telling.statusCode()).isEqualTo(422);
        assertThat(telling.body()).contains("psychotherapy").contains("value=\"Lochside Psychotherapy\"");
        priyas.open("/desk/messages", "/desk/messages", Map.of("name", "Lochside"));
        assertThat(priyas.get("/desk/messages").body())
                .contains("value=\"Lochside\"")
                .contains("This practice sends no e-mail");
        assertThat(house.rows("message_sender")).doesNotContain(TestHouse.hex("Lochside"));
        assertThat(house.browser(port, house.ishbel()).get("/desk/messages").statusCode())
                .isEqualTo(404);
    }
}
