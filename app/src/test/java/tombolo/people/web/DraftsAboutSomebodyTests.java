package tombolo.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.database.Ids;
import tombolo.people.TestHouse;
import tombolo.ui.HalfTyped;
import tombolo.vault.PersonId;

/** What is typed about somebody is kept for those who may see them, and tells nobody else that there is such a person. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, TestHouse.Ready.class})
class DraftsAboutSomebodyTests {
    private final TestHouse house;

    @LocalServerPort
    private int port;

    DraftsAboutSomebodyTests(ApplicationContext context) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
    }

    @Test
    void aDraftAboutSomebodyElsesPersonIsAsOneAboutNobody() {
        PersonId anna = house.known("Anna", house.ishbel()).id();
        TestBrowser ishbel = house.browser(port, house.ishbel());
        TestBrowser idris = house.browser(port, house.idris());
        assertThat(kept(ishbel, anna).statusCode()).isEqualTo(204);
        HttpResponse<String> hidden = kept(idris, anna);
        HttpResponse<String> missing = kept(idris, new PersonId(Ids.next()));
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(missing.body());
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(house.count("draft")).isEqualTo(1);
    }

    @Test
    void somebodyHalfWrittenDownIsThereAgain() {
        HalfTyped somebody = new HalfTyped(() -> house.browser(port, house.ishbel()), "/desk/people/new", "people.new");
        somebody.isThereAgain(Map.of("name", "Heatherbell", "hours", "before noon"));
        assertThat(house.rows("draft")).doesNotContain(TestHouse.hex("Heatherbell"), "Heatherbell");
        new HalfTyped(() -> house.browser(port, house.idris()), "/desk/people/new", "people.new").isEmpty();
        house.browser(port, house.ishbel())
                .open("/desk/people/new", "/desk/people", Map.of("name", "Heatherbell", "way", "IN_PERSON"));
        assertThat(house.count("person")).isEqualTo(1);
        somebody.isEmpty();
    }

    @Test
    void aChangedWayToReachThemIsThereAgainAndGoesWithTheirKey() {
        PersonId anna = house.known("Anna", house.ishbel()).id();
        String page = "/desk/people/" + anna + "/contact";
        HalfTyped changed = new HalfTyped(() -> house.browser(port, house.ishbel()), page, "people.contact:" + anna);
        changed.isThereAgain(Map.of("hours", "before noon"));
        assertThat(house.value("person_id from draft where practice_id = :practice"))
                .isEqualTo(anna.toString());
        house.browser(port, house.ishbel())
                .open(page, page, Map.of("name", "Anna", "way", "IN_PERSON", "_version", "1"));
        changed.isEmpty();
    }

    private static HttpResponse<String> kept(TestBrowser who, PersonId about) {
        return who.open(
                "/desk/people", "/desk/drafts", Map.of("_form", "a.form", "_about", about.toString(), "said", "Words"));
    }
}
