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

    private static HttpResponse<String> kept(TestBrowser who, PersonId about) {
        return who.open(
                "/desk/people", "/desk/drafts", Map.of("_form", "a.form", "_about", about.toString(), "said", "Words"));
    }
}
