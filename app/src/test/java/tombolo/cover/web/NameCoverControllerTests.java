package tombolo.cover.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import tombolo.cover.Absences;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.people.TestHouse;
import tombolo.ui.NotFound;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Role;

/** Who is there instead changes while the absence stands: the cover falls ill too, or nobody had been named. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class NameCoverControllerTests {
    private final ApplicationContext context;
    private final People people;
    private final Absences absences;
    private final Diary diary;
    private final TestClock.Moved time;
    private final TestHouse house;
    private final Account callum;
    private final Account supervisor;
    private final PersonId nell;

    @LocalServerPort
    private int port;

    NameCoverControllerTests(
            ApplicationContext context, People people, Absences absences, Diary diary, TestClock.Moved time) {
        this.context = context;
        this.people = people;
        this.absences = absences;
        this.diary = diary;
        this.time = time;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.callum = house.practice().colleague("callum@practice.example", "Callum", Set.of(Role.THERAPIST));
        this.supervisor = house.practice().colleague("grace@practice.example", "Grace", Set.of(Role.SUPERVISOR));
        this.nell = house.known("Nell", house.ishbel()).id();
    }

    private String away(Optional<Account> cover) {
        Instant now = time.now();
        return "/desk/away/"
                + house.within(() -> absences.visibleTo(house.ishbel().viewer())
                        .plan(
                                house.ishbel().id(),
                                cover.map(Account::id),
                                now.minusSeconds(60),
                                now.plus(Duration.ofDays(6)))
                        .orElseThrow()
                        .id());
    }

    private HttpResponse<String> name(Account who, String away, String seen, String cover) {
        return press(who, away + "/cover", "seen", seen, "cover", cover);
    }

    private HttpResponse<String> name(Account who, String away, Account seen, Account cover) {
        return name(who, away, seen.id().toString(), cover.id().toString());
    }

    private HttpResponse<String> press(Account who, String path, String... fields) {
        return house.press(port, who, "/desk", path, fields);
    }

    private String page(Account who, String page) {
        return house.browser(port, who).get(page).body();
    }

    private boolean opens(Account who) {
        return house.within(() -> {
            try {
                people.visibleTo(who.viewer()).get(nell);
                return true;
            } catch (NotFound e) {
                return false;
            }
        });
    }

    private String messages(Account to) {
        return house.value("count(*) from message where practice_id = :practice and kind = 'LOOK_IN'"
                + " and key like 'cover:%' and account_id = '" + to.id() + "'");
    }

    @Test
    void theCoverIsChangedWhileTheAbsenceStandsAndNothingIsTakenBack() {
        house.within(() ->
                diary.visibleTo(house.ishbel().viewer()).book(nell, time.now().plusSeconds(900), 50));
        String away = away(Optional.of(house.idris()));
        assertThat(page(house.priya(), "/desk/away")).contains(away + "/cover");
        assertThat(page(house.priya(), away + "/cover")).contains("Idris is there instead");
        HttpResponse<String> self = name(house.priya(), away, house.idris(), house.ishbel());
        assertThat(self.statusCode()).isEqualTo(422);
        assertThat(self.body()).contains("Nobody covers for themself");
        assertThat(name(house.priya(), away, house.idris(), callum).statusCode())
                .isEqualTo(302);
        assertThat(opens(callum)).isTrue();
        assertThat(opens(house.idris())).isFalse();
        assertThat(messages(callum)).isEqualTo("1");
        assertThat(messages(house.idris())).isEqualTo("1");
        assertThat(page(callum, "/desk")).contains("you stand in until", "hours wait to be taken or moved");
        assertThat(page(house.idris(), "/desk")).contains("you need not stand in any more");
        assertThat(page(house.idris(), "/desk/away")).contains("You need not stand in for Ishbel any more");
        assertThat(house.value("string_agg(kind, ' ') from message where practice_id = :practice"
                        + " and person_id is not null and kind <> 'REMINDER'"))
                .as("nobody reads that it takes place after all, or again that it does not")
                .isEqualTo("THERAPIST_AWAY");
        assertThat(name(house.priya(), away, house.idris(), supervisor).statusCode())
                .as("somebody else was named since they looked")
                .isEqualTo(409);
        press(house.ishbel(), away + "/end");
        assertThat(opens(callum)).as("back early ends it as ever").isFalse();
    }

    /** Nobody opens a record on their own word: whoever runs the practice reaches the people, and a second person lets them in. */
    @Test
    void whoeverNamesThemselfReachesThePeopleAndOpensNoRecordUntilSomebodyElseNamesThemToo() {
        Account morag =
                house.practice().colleague("morag@practice.example", "Morag", Set.of(Role.THERAPIST, Role.MANAGER));
        String away = away(Optional.of(house.idris()));
        assertThat(page(morag, away + "/cover")).contains("Their records open once somebody else has named you too");
        assertThat(name(morag, away, house.idris(), morag).statusCode()).isEqualTo(302);
        assertThat(opens(morag)).isFalse();
        assertThat(house.browser(port, morag)
                        .get("/desk/people/" + nell + "/contact")
                        .statusCode())
                .isEqualTo(200);
        assertThat(page(house.ishbel(), "/desk/away")).contains("They named themself, so they reach people");
        Person newcomer = Person.met(Optional.of(Confidential.of("Joan")), SafeContact.inPerson(), time.now());
        newcomer.walksWith(house.ishbel().id(), time.now());
        house.within(() -> {
            people.add(newcomer);
            return newcomer;
        });
        assertThat(house.value("string_agg(distinct scope, ' ') from stand_in where practice_id = :practice"
                        + " and until_at > now() and account_id = '" + morag.id() + "'"))
                .as("nor of whoever comes meanwhile")
                .isEqualTo("CONTACT");
        assertThat(name(morag, away, morag, morag).statusCode()).isEqualTo(302);
        assertThat(opens(morag)).as("twice by themself is not by two").isFalse();
        assertThat(name(house.ishbel(), away, morag, morag).statusCode()).isEqualTo(302);
        assertThat(opens(morag)).isTrue();
    }

    @Test
    void whatTheCoverHadGoesToWhoeverIsThereNow() {
        Instant now = time.now();
        Appointment hour = house.within(
                () -> diary.visibleTo(house.ishbel().viewer()).book(nell, now.plus(Duration.ofDays(2)), 50));
        String away = away(Optional.of(house.idris()));
        press(house.idris(), away + "/hours/" + hour.id());
        String theirs = "/desk/people/" + nell + "/concerns";
        press(house.idris(), theirs, "source", "MESSAGE", "said", "She wrote at night");
        Appointment booked = house.within(
                () -> diary.visibleTo(house.idris().viewer()).book(nell, now.plus(Duration.ofDays(3)), 50));
        name(house.ishbel(), away, house.idris(), callum);
        assertThat(house.within(() -> diary.visibleTo(callum.viewer()).between(now, now.plus(Duration.ofDays(9)))))
                .extracting(Appointment::id)
                .containsExactly(hour.id(), booked.id());
        assertThat(house.value("owner_id from concern where practice_id = :practice"))
                .isEqualTo(callum.id().toString());
        assertThat(house.value("count(*) from appointment_in_doubt where practice_id = :practice"))
                .isEqualTo("0");
    }

    @Test
    void anHourThatWasTakenIsOpenAgainWhereWhoeverIsThereNowSeesNobody() {
        time.toTheMorning();
        Appointment hour = house.within(() ->
                diary.visibleTo(house.ishbel().viewer()).book(nell, time.now().plus(Duration.ofHours(5)), 50));
        String away = away(Optional.of(house.idris()));
        press(house.idris(), away + "/hours/" + hour.id());
        String told = "state from message where practice_id = :practice and kind = 'THERAPIST_AWAY'";
        assertThat(house.value(told)).isEqualTo("WITHDRAWN");
        name(house.ishbel(), away, house.idris().id().toString(), "nobody");
        assertThat(house.value(told)).isEqualTo("WAITING");
        assertThat(house.value("count(*) from appointment_in_doubt where practice_id = :practice"))
                .isEqualTo("1");
        assertThat(house.count("taken_over")).isZero();
        assertThat(opens(house.idris())).isFalse();
    }

    /** An absence that a will made has nobody in it; whoever runs the practice names somebody without ending it. */
    @Test
    void inAnAbsenceThatCameWithAWillSomebodyIsNamed() {
        press(
                house.priya(),
                "/desk/clinical-wills/unmade/opening",
                "who",
                house.ishbel().id().toString(),
                "happened",
                "Ill");
        press(
                supervisor,
                "/desk/clinical-wills/" + house.value("id from clinical_will where practice_id = :practice")
                        + "/opening/confirmation");
        String away = "/desk/away/" + house.value("id from absence where practice_id = :practice");
        assertThat(page(house.priya(), "/desk/away")).contains("Name who is there instead");
        assertThat(name(house.priya(), away, "nobody", supervisor.id().toString())
                        .statusCode())
                .isEqualTo(302);
        assertThat(page(supervisor, "/desk/people/" + nell)).contains("Nell");
        assertThat(house.value("count(*) from absence where practice_id = :practice and ended_at is null"))
                .isEqualTo("1");
    }

    @Test
    void nobodyElseChangesWhoCovers() {
        String away = away(Optional.of(house.idris()));
        TestHouse harbour = new TestHouse(context, "Harbour Practice", Optional.empty());
        for (TestBrowser other : List.of(
                house.browser(port, house.idris()),
                house.browser(port, callum),
                house.browser(port, supervisor),
                harbour.browser(port, harbour.priya()))) {
            assertThat(other.get(away + "/cover").statusCode()).isEqualTo(404);
            Map<String, String> form = new HashMap<>(Map.of(
                    "_idem", UUID.randomUUID().toString(),
                    "seen", house.idris().id().toString(),
                    "cover", callum.id().toString()));
            assertThat(other.open("/desk", away + "/cover", form).statusCode()).isEqualTo(404);
        }
        assertThat(opens(callum)).isFalse();
    }
}
