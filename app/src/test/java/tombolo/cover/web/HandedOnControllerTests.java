package tombolo.cover.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.Account;
import tombolo.accounts.TestClock;
import tombolo.cover.Absences;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.people.TestHouse;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Role;

/** Who hears of it when somebody else is there for a person, and what they read where they look. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class HandedOnControllerTests {
    private static final String WILLS = "/desk/clinical-wills";
    private static final String SEEN = "/my/what-my-therapist-sees";

    private final Absences absences;
    private final TestClock.Moved time;
    private final TestHouse house;
    private final Account supervisor;
    private final Account nellsAccount;
    private final PersonId nell;

    @LocalServerPort
    private int port;

    HandedOnControllerTests(ApplicationContext context, People people, Absences absences, TestClock.Moved time) {
        this.absences = absences;
        this.time = time;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.supervisor = house.practice().colleague("grace@practice.example", "Grace", Set.of(Role.SUPERVISOR));
        Person person = Person.met(Optional.of(Confidential.of("Nell")), SafeContact.inPerson(), time.now());
        this.nell = person.id();
        this.nellsAccount = house.practice().person(nell, "nell@example.org");
        person.walksWith(house.ishbel().id(), time.now());
        house.within(() -> {
            people.add(person);
            return nell;
        });
    }

    private HttpResponse<String> press(Account who, String path, String... fields) {
        return house.press(port, who, "/desk", path, fields);
    }

    private String page(Account who, String page) {
        return house.browser(port, who).get(page).body();
    }

    private String will(Account executor, String scope) {
        press(house.ishbel(), WILLS + "/mine", "executor", executor.id().toString(), "scope", scope);
        return WILLS + "/" + house.value("id from clinical_will where practice_id = :practice and ended_at is null");
    }

    private String opened(Account executor, String scope) {
        String will = will(executor, scope);
        press(house.priya(), will + "/opening", "why", "She does not answer");
        press(house.idris(), will + "/opening/confirmation");
        return will;
    }

    private int status(Account who, String page) {
        return house.browser(port, who).get(page).statusCode();
    }

    @Test
    void whoeverCarriesOutAWillSeesWhomNoMessageReachedAndTheFirstPageOfEachSaysSo() {
        assertThat(page(nellsAccount, "/my")).doesNotContain("Someone stands in since");
        String will = opened(supervisor, "CONTACT");
        assertThat(page(nellsAccount, "/my")).contains("Someone stands in since", "href=\"" + SEEN + "\"");
        String missed = "no message reached them: tell them in another way";
        assertThat(page(supervisor, will + "/people")).contains("Nell").doesNotContain(missed);
        house.job("deliver-messages");
        assertThat(page(supervisor, will + "/people"))
                .as("Nell has not agreed to get messages")
                .contains("Nell", missed);
        press(
                supervisor,
                will + "/people",
                "whom",
                nell.toString(),
                "to",
                house.idris().id().toString());
        house.job("deliver-messages");
        assertThat(house.value("count(*) from message where practice_id = :practice and person_id is not null"
                        + " and kind = 'SOMEBODY_ELSE' and state = 'NOT_AGREED'"))
                .isEqualTo("2");
        assertThat(page(house.idris(), "/desk"))
                .as("whoever walks with them now has to tell them")
                .contains("Nell", "Messages that did not arrive");
        assertThat(page(nellsAccount, "/my")).contains("You go on with another therapist since");
        time.on(Duration.ofDays(15));
        assertThat(page(nellsAccount, "/my")).doesNotContain("You go on with another therapist");
    }

    private void handOn(String words) {
        String page = "/desk/people/" + nell + "/transfer";
        assertThat(press(
                                house.ishbel(),
                                page,
                                "to",
                                house.idris().id().toString(),
                                "agreed",
                                "true",
                                "agreedOn",
                                LocalDate.ofInstant(time.now(), ZoneId.of("Europe/London"))
                                        .toString(),
                                "words",
                                words,
                                "_v",
                                house.value("version from person where practice_id = :practice"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void whatWasSaidAtAHandOnIsReadByThePersonAndTheNewTherapistAndBothAreTold() {
        handOn("Heatherbell would rather keep Tuesdays");
        String theirs = "/desk/people/" + nell + "/transfer";
        assertThat(page(house.idris(), "/desk")).contains("Nell", "handed on to you on", theirs);
        assertThat(page(house.idris(), theirs))
                .contains("Handed on before", "They agreed on", "Heatherbell would rather keep Tuesdays");
        assertThat(page(nellsAccount, SEEN))
                .contains(
                        "You went on from Ishbel to Idris", "You agreed on", "Heatherbell would rather keep Tuesdays");
        assertThat(status(house.ishbel(), theirs)).isEqualTo(404);
        assertThat(page(house.priya(), "/desk/people/" + nell)).doesNotContain("Heatherbell");
        assertThat(house.value("string_agg(kind, ' ' order by kind) from message where practice_id = :practice"
                        + " and key like 'handed-on:%'"))
                .isEqualTo("LOOK_IN SOMEBODY_ELSE");
    }

    @Test
    void thePersonReadsThatTheirTherapistIsAwayAlsoWhereNobodyStandsIn() {
        assertThat(page(nellsAccount, SEEN)).doesNotContain("Ishbel is away from");
        Instant now = time.now();
        house.within(() -> absences.visibleTo(house.ishbel().viewer())
                .plan(house.ishbel().id(), Optional.empty(), now, now.plus(Duration.ofDays(3))));
        assertThat(page(nellsAccount, SEEN)).contains("Ishbel is away from");
    }

    @Test
    void whoeverIsBackFromWhatAWillOpenedClosesTheWillWithIt() {
        String will = opened(supervisor, "CONTACT");
        assertThat(status(supervisor, "/desk/people/" + nell)).isEqualTo(200);
        press(house.ishbel(), "/desk/away/" + house.value("id from absence where practice_id = :practice") + "/end");
        assertThat(status(supervisor, "/desk/people/" + nell)).isEqualTo(404);
        assertThat(status(supervisor, will + "/people")).isEqualTo(404);
        assertThat(page(house.ishbel(), WILLS)).as("her own stands").contains("Yours is made");
    }

    @Test
    void aWillOpensNoRecordToWhoeverIsNoTherapistAndSaysSo() {
        assertThat(page(house.ishbel(), WILLS)).contains("No therapist: sees names and how to reach people safely");
        opened(supervisor, "RECORD");
        assertThat(page(house.idris(), WILLS)).contains("Grace may then open names");
        assertThat(page(nellsAccount, SEEN))
                .contains("They can open your name and how to reach you.")
                .doesNotContain("They can open what your therapist can open.");
    }

    @Test
    void everybodyWhoHoldsAKeyFindsTheWillsInTheMenu() {
        for (Account one : new Account[] {supervisor, house.priya(), house.idris()}) {
            assertThat(page(one, "/desk")).contains("href=\"" + WILLS + "\"");
        }
        Account lea = house.practice().colleague("lea@practice.example", "Lea", Set.of(Role.RESEARCHER));
        assertThat(page(lea, "/desk")).doesNotContain("href=\"" + WILLS + "\"");
    }
}
