package tombolo.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.people.Person;
import tombolo.people.TestHouse;

/** Two people called nearly the same are told apart before anything is written with the wrong one. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, TestHouse.Ready.class})
class NamesakesTests {
    private final TestHouse house;

    @LocalServerPort
    private int port;

    NamesakesTests(ApplicationContext context) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
    }

    private HttpResponse<String> adds(TestBrowser who, String name, boolean another) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "name", name, "way", "IN_PERSON", "_idem", UUID.randomUUID().toString()));
        if (another) {
            form.put("another", "true");
        }
        return who.open("/desk/people/new", "/desk/people", form);
    }

    @Test
    void whoeverIsCalledNearlyTheSameIsAskedAboutBeforeTheyAreAddedAndWhatWasTypedStays() {
        Person anna = house.known("Anna", house.ishbel());
        TestBrowser ishbel = house.browser(port, house.ishbel());
        HttpResponse<String> asked = adds(ishbel, "Ana", false);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("called nearly the same", "/desk/people/" + anna.id(), "id=\"another\"", "value=\"Ana\"")
                .doesNotContain("<title>Anna");
        assertThat(house.count("person")).isEqualTo(1);
        HttpResponse<String> added = adds(ishbel, "Ana", true);
        assertThat(TestBrowser.location(added)).startsWith("/desk/people/");
        assertThat(house.count("person")).isEqualTo(2);
        assertThat(adds(ishbel, "Ravi", false).statusCode())
                .as("nobody is called that")
                .isEqualTo(302);
    }

    @Test
    void anOpenRecordSaysWhoElseIsCalledNearlyTheSame() {
        Person ewa = house.known("Ewa", house.ishbel());
        Person eva = house.known("Eva", house.ishbel());
        Person tom = house.known("Tom", house.ishbel());
        TestBrowser ishbel = house.browser(port, house.ishbel());
        assertThat(ishbel.get("/desk/people/" + ewa.id()).body())
                .contains("Look twice", "href=\"/desk/people/" + eva.id() + "\"");
        assertThat(ishbel.get("/desk/people/" + tom.id()).body()).doesNotContain("Look twice");
    }

    @Test
    void nobodyLearnsOfSomebodyElsesPeopleByAName() {
        Person anna = house.known("Anna", house.ishbel());
        Person other = house.known("Anna", house.idris());
        assertThat(adds(house.browser(port, house.idris()), "Ann", false).body())
                .contains("/desk/people/" + other.id())
                .doesNotContain(anna.id().toString());
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna.id())
                        .body())
                .doesNotContain("Look twice");
        assertThat(house.browser(port, house.priya())
                        .get("/desk/people/" + anna.id())
                        .body())
                .as("whoever runs the practice walks with nobody")
                .contains("Anna")
                .doesNotContain("Look twice");
    }
}
