package tombolo.messages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final ProgrammeTime time;
    private final Person anna;
    private final Account annasAccount;

    @LocalServerPort
    private int port;

    MessagesControllerTests(
            ApplicationContext context, Outbox outbox, People people, Consents consents, ProgrammeTime time) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.outbox = outbox;
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
