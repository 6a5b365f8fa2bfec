package tombolo.cover.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import tombolo.people.People;
import tombolo.people.TestHouse;
import tombolo.ui.HalfTyped;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.PersonId;
import tombolo.vault.Role;

/** A therapist who has left no clinical will dies or falls ill: two people hand their people on all the same. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class NoWillControllerTests {
    private static final String WILLS = "/desk/clinical-wills";

    private final ApplicationContext context;
    private final People people;
    private final TestClock.Moved time;
    private final TestHouse house;
    private final Account supervisor;
    private final PersonId nell;

    @LocalServerPort
    private int port;

    NoWillControllerTests(ApplicationContext context, People people, TestClock.Moved time) {
        this.context = context;
        this.people = people;
        this.time = time;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.supervisor = house.practice().colleague("grace@practice.example", "Grace", Set.of(Role.SUPERVISOR));
        this.nell = house.known("Nell", house.ishbel()).id();
    }

    private HttpResponse<String> press(Account who, String path, String... fields) {
        return house.press(port, who, WILLS, path, fields);
    }

    private HttpResponse<String> ask(Account who, Account about) {
        return press(
                who, WILLS + "/unmade/opening", "who", about.id().toString(), "happened", "Heatherbell: an accident");
    }

    private String page(Account who, String page) {
        return house.browser(port, who).get(page).body();
    }

    private String asked() {
        return WILLS + "/"
                + house.value("id from clinical_will where practice_id = :practice and made_by is not null"
                        + " and ended_at is null");
    }

    private List<AccountId> therapists() {
        return house.within(() -> people.find(nell).orElseThrow().therapists());
    }

    @Test
    void whoeverRunsThePracticeAndASecondHandThePeopleOnOfATherapistWhoLeftNoWill() {
        assertThat(page(house.priya(), WILLS)).contains("Where there is no clinical will", "Ishbel");
        HttpResponse<String> nothing = press(house.priya(), WILLS + "/unmade/opening");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Choose who cannot go on", "Write what has happened");
        assertThat(ask(house.priya(), house.ishbel()).statusCode()).isEqualTo(302);
        assertThat(house.rows("will_opening")).doesNotContain("Heatherbell", TestHouse.hex("Heatherbell"));
        String will = asked();
        assertThat(house.browser(port, house.priya()).get(will + "/people").statusCode())
                .as("one is not enough")
                .isEqualTo(404);
        assertThat(press(house.priya(), will + "/opening/confirmation").statusCode())
                .as("nor the same one twice")
                .isEqualTo(404);
        assertThat(page(supervisor, WILLS)).contains("Heatherbell: an accident");
        assertThat(page(supervisor, "/desk")).contains("a second person is asked for, to hand their people on");
        assertThat(page(house.ishbel(), "/desk"))
                .contains("to hand your people on; you can stop it")
                .as("she has made none")
                .doesNotContain("your clinical will");
        assertThat(press(supervisor, will + "/opening/confirmation").statusCode())
                .isEqualTo(302);
        assertThat(house.value("count(*) from message where practice_id = :practice and account_id = '"
                        + house.ishbel().id() + "'"))
                .as("the therapist is told that it was asked for, and that it is open")
                .isEqualTo("2");
        assertThat(page(house.priya(), WILLS)).contains(will + "/people");
        assertThat(page(house.priya(), "/desk")).contains("you may hand their people on until");
        assertThat(page(house.priya(), will + "/people")).contains("Nell", "Idris");
        assertThat(house.browser(port, house.priya())
                        .get("/desk/people/" + nell + "/safety-plan")
                        .statusCode())
                .as("names and how to reach them, never the record")
                .isEqualTo(404);
        assertThat(press(
                                house.priya(),
                                will + "/people",
                                "whom",
                                nell.toString(),
                                "to",
                                house.idris().id().toString())
                        .statusCode())
                .isEqualTo(302);
        assertThat(therapists()).containsExactly(house.idris().id());
        assertThat(house.looked(nell))
                .anyMatch(entry -> entry.act() == Act.CHANGED_ACCESS
                        && entry.actor().equals(Optional.of(house.priya().id())));
    }

    @Test
    void nobodyElseAsksForItAndNotWhereAWillStandsOrAboutThemself() {
        for (Account other : List.of(house.idris(), supervisor)) {
            assertThat(ask(other, house.ishbel()).statusCode()).isEqualTo(404);
            assertThat(page(other, WILLS)).doesNotContain("Where there is no clinical will");
        }
        TestHouse harbour = new TestHouse(context, "Harbour Practice", Optional.empty());
        harbour.known("Joan", harbour.ishbel());
        assertThat(ask(house.priya(), harbour.ishbel()).statusCode()).isEqualTo(422);
        assertThat(ask(house.priya(), house.idris()).statusCode())
                .as("he walks with nobody")
                .isEqualTo(422);
        press(
                house.ishbel(),
                WILLS + "/mine",
                "executor",
                house.idris().id().toString(),
                "scope",
                "CONTACT",
                "words",
                "Ring each of them");
        assertThat(ask(house.priya(), house.ishbel()).statusCode()).isEqualTo(422);
        assertThat(page(house.priya(), WILLS)).doesNotContain("Where there is no clinical will");
        press(house.priya(), "/desk/practice/staff/" + house.idris().id() + "/closing");
        assertThat(ask(house.priya(), house.ishbel()).statusCode())
                .as("whom it names has left")
                .isEqualTo(302);
        press(supervisor, asked() + "/opening/confirmation");
        assertThat(page(house.priya(), WILLS)).contains("Ring each of them");
    }

    /** It was not so, or nobody was handed on in time: then it can be asked for again, and a will of their own can be made. */
    @Test
    void whatStandsInPlaceOfAWillIsGoneOnceItIsClosedOrOver() {
        ask(house.priya(), house.ishbel());
        assertThat(page(house.ishbel(), WILLS))
                .contains("Heatherbell: an accident")
                .as("it is not her own")
                .contains("You have not made one yet");
        assertThat(press(house.ishbel(), asked() + "/opening/end").statusCode()).isEqualTo(302);
        assertThat(page(supervisor, WILLS)).doesNotContain("Ishbel");
        ask(house.priya(), house.ishbel());
        String will = asked();
        press(supervisor, will + "/opening/confirmation");
        time.on(Duration.ofDays(14).plusSeconds(1));
        assertThat(house.browser(port, house.priya()).get(will + "/people").statusCode())
                .isEqualTo(404);
        assertThat(page(supervisor, WILLS)).doesNotContain("Ishbel");
        assertThat(ask(house.priya(), house.ishbel()).statusCode()).isEqualTo(302);
        press(house.ishbel(), WILLS + "/mine", "executor", house.idris().id().toString(), "scope", "CONTACT");
        assertThat(house.value("count(*) from clinical_will where practice_id = :practice and ended_at is null"))
                .as("her own alone")
                .isEqualTo("1");
    }

    /** Nobody was handed on in time, and the therapist is back: nothing is left of what others had begun for them. */
    @Test
    void aWillOfTheirOwnCanBeMadeOnceWhatStoodInItsPlaceIsOver() {
        ask(house.priya(), house.ishbel());
        press(supervisor, asked() + "/opening/confirmation");
        time.on(Duration.ofDays(14).plusSeconds(1));
        assertThat(press(
                                house.ishbel(),
                                WILLS + "/mine",
                                "executor",
                                house.idris().id().toString(),
                                "scope",
                                "CONTACT")
                        .statusCode())
                .isEqualTo(302);
        assertThat(house.value("count(*) from clinical_will where practice_id = :practice and ended_at is null"))
                .isEqualTo("1");
    }

    @Test
    void whoeverIsToldThatPeopleAreToBeHandedOnFirstReadsWhere() {
        HttpResponse<String> refused =
                press(house.priya(), "/desk/practice/staff/" + house.ishbel().id() + "/roles", "roles", "RESEARCHER");
        assertThat(refused.body()).contains("to be handed on first").contains("href=\"" + WILLS + "\"");
        press(
                house.priya(),
                "/desk/practice/staff/" + house.ishbel().id() + "/roles",
                "roles",
                "RESEARCHER",
                "anyway",
                "true");
        assertThat(ask(house.priya(), house.ishbel()).statusCode())
                .as("also once they are no therapist any more")
                .isEqualTo(302);
    }

    @Test
    void whatIsHalfSaidOfSomebodyWithoutAWillIsThereAgain() {
        new HalfTyped(() -> house.browser(port, house.priya()), WILLS, "cover.unmade")
                .isThereAgain(Map.of("happened", "She had an accident"));
        ask(house.priya(), house.ishbel());
        assertThat(house.count("draft")).isZero();
    }
}
