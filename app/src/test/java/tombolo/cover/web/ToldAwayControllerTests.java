package tombolo.cover.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
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
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.people.ForgetPerson;
import tombolo.people.TestHouse;
import tombolo.vault.PersonId;
import tombolo.vault.Role;

/** Who is told that an hour cannot take place, and what whoever runs the practice or covers can do where no message could. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class ToldAwayControllerTests {
    private static final String MISSED = "no message reached them: tell them in another way";

    private final Absences absences;
    private final Diary diary;
    private final ForgetPerson forget;
    private final TestClock.Moved time;
    private final TestHouse house;
    private final Account supervisor;
    private final PersonId nell;

    @LocalServerPort
    private int port;

    ToldAwayControllerTests(
            ApplicationContext context, Absences absences, Diary diary, ForgetPerson forget, TestClock.Moved time) {
        this.absences = absences;
        this.diary = diary;
        this.forget = forget;
        this.time = time;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.supervisor = house.practice().colleague("grace@practice.example", "Grace", Set.of(Role.SUPERVISOR));
        this.nell = house.known("Nell", house.ishbel()).id();
        time.toTheMorning();
    }

    private String away(Account cover, Instant from) {
        return "/desk/away/"
                + house.within(() -> absences.visibleTo(house.ishbel().viewer())
                        .plan(house.ishbel().id(), Optional.of(cover.id()), from, from.plus(Duration.ofDays(4)))
                        .orElseThrow()
                        .id());
    }

    private Appointment booked(Instant when) {
        return house.within(() -> diary.visibleTo(house.ishbel().viewer()).book(nell, when, 50));
    }

    private HttpResponse<String> press(Account who, String path) {
        return house.press(port, who, "/desk", path);
    }

    private String page(Account who) {
        return house.browser(port, who).get("/desk/away").body();
    }

    private String told() {
        return house.value("string_agg(state, ' ' order by key) from message where practice_id = :practice"
                + " and kind = 'THERAPIST_AWAY'");
    }

    @Test
    void whoeverRunsThePracticeOrCoversReadsHowToReachThemAndNotesThatTheyWereTold() {
        Appointment hour = booked(time.now().plus(Duration.ofHours(3)));
        String away = away(supervisor, time.now().minusSeconds(60));
        house.job("deliver-messages");
        for (Account one : new Account[] {house.priya(), supervisor}) {
            assertThat(page(one))
                    .contains(
                            "href=\"/desk/people/" + nell + "\"", "not moved or taken yet", MISSED, "I have told them")
                    .as("neither moves it nor takes it")
                    .doesNotContain("to be moved, or taken", "/appointments/");
            assertThat(house.browser(port, one).get("/desk/people/" + nell).statusCode())
                    .isEqualTo(200);
        }
        assertThat(page(house.ishbel())).contains("to be moved, or taken", "How to reach them");
        assertThat(house.browser(port, supervisor).get("/desk").body())
                .contains("hours are not moved or taken yet")
                .doesNotContain("to be taken or moved");
        String noted = away + "/hours/" + hour.id() + "/told";
        assertThat(press(house.idris(), noted).statusCode())
                .as("he has no part in it")
                .isEqualTo(404);
        assertThat(press(supervisor, noted).statusCode()).isEqualTo(302);
        assertThat(press(house.priya(), noted).statusCode()).as("twice is once").isEqualTo(302);
        assertThat(page(house.priya())).contains("told by Grace").doesNotContain(MISSED, "I have told them");
        assertThat(house.browser(port, house.ishbel()).get("/desk").body())
                .as("nor is it chased any more")
                .doesNotContain("Messages that did not arrive");
        press(house.ishbel(), away + "/end");
        assertThat(house.value("count(*) from message where practice_id = :practice and kind = 'AFTER_ALL'"))
                .as("whoever was told by hand hears that it can take place")
                .isEqualTo("1");
        house.job("deliver-messages");
        assertThat(page(house.priya())).contains("Back early", MISSED);
        press(house.priya(), noted);
        assertThat(page(house.priya())).contains("told by Priya").doesNotContain(MISSED);
        house.within(() -> {
            forget.forget(nell, house.ishbel().viewer());
            return nell;
        });
        assertThat(house.count("told_by_hand")).isZero();
    }

    @Test
    void whoeverWasToldByHandOfAnHourThatNobodyHadWrittenAboutHearsThatItCan() {
        booked(time.now().plus(Duration.ofHours(3)));
        Appointment later = booked(time.now().plus(Duration.ofDays(2)));
        String away = away(house.idris(), time.now().minusSeconds(60));
        assertThat(told()).isEqualTo("WAITING");
        press(house.priya(), away + "/hours/" + later.id() + "/told");
        press(house.idris(), away + "/hours/" + later.id());
        assertThat(house.value("key from message where practice_id = :practice and kind = 'AFTER_ALL'"))
                .endsWith(later.id().toString());
    }

    /** A holiday that is planned on Monday for Friday. */
    @Test
    void thoseOfTheFirstDayOfATimeAwayThatIsFurtherOffAreToldTheDayBefore() {
        Instant from = time.now().plus(Duration.ofDays(4));
        booked(from.plus(Duration.ofHours(2)));
        booked(from.plus(Duration.ofDays(2)));
        String away = away(house.idris(), from);
        assertThat(told()).isEqualTo("WAITING");
        assertThat(page(house.ishbel())).contains("a message goes the day before", "not told yet");
        house.job("deliver-messages");
        assertThat(told()).as("not before").isEqualTo("WAITING");
        time.on(Duration.ofDays(3).plusSeconds(60));
        house.job("deliver-messages");
        assertThat(told()).as("Nell has not agreed to get messages").isEqualTo("NOT_AGREED");
        assertThat(page(house.ishbel())).contains(MISSED);
        press(house.ishbel(), away + "/end");
        assertThat(page(house.ishbel())).doesNotContain(MISSED);
    }
}
