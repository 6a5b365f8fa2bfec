package tombolo.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
import tombolo.vault.PersonId;

/** From the link in a hand to pages of one's own; and every link that does not open looks the same. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, TestHouse.Ready.class})
class InvitationControllerTests {
    private static final Map<String, String> AGREED = Map.of("agree", "RECORD");
    private static final String WORD = "two herons and a tide";

    private final ApplicationContext context;
    private final TestHouse house;
    private final TestClock.Moved clock;

    @LocalServerPort
    private int port;

    InvitationControllerTests(ApplicationContext context, TestClock.Moved clock) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.clock = clock;
    }

    @Test
    void fromAFirstLetterToPagesOfOnesOwn() {
        assertThat(visitor()
                        .post(
                                "/reach-out/enquiry",
                                Map.of(
                                        "name",
                                        "Morag",
                                        "way",
                                        "EMAIL",
                                        "email",
                                        "morag@home.example",
                                        "email-safe",
                                        "true",
                                        "words",
                                        "A long winter."))
                        .statusCode())
                .isEqualTo(302);
        PersonId morag = newest();
        TestBrowser ishbel = house.browser(port, house.ishbel());
        String enquiry = "/desk/enquiries/" + house.value("id::text from enquiry where practice_id = :practice");
        ishbel.get(enquiry);
        HttpResponse<String> made = ishbel.post("/desk/people/" + morag.value() + "/invitation", Map.of());
        assertThat(made.body()).contains("This link is shown once", "morag@home.example");
        String link = made.body().replaceAll("(?s).*(/invitation/[A-Za-z0-9_-]{43}).*", "$1");

        TestBrowser phone = visitor();
        HttpResponse<String> door = phone.get(link);
        assertThat(phone.get(link).body()).as("looking uses nothing up").contains("Come in");
        assertThat(door.body())
                .contains("Ishbel of Lochside Practice has asked you in", "What Ishbel can see", "What you agree to")
                .doesNotContain("Morag", "morag@", "checked");
        assertThat(door.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(door.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(door.headers().allValues("Set-Cookie")).isEmpty();
        HttpResponse<String> without = phone.post(link, Map.of("agree", "FIGURES"));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Tick this to have pages here");
        assertThat(accounts()).isZero();

        HttpResponse<String> in = phone.post(link, AGREED);
        assertThat(TestBrowser.location(in)).isEqualTo("/my/first-steps");
        assertThat(TestBrowser.location(phone.get("/my"))).isEqualTo("/my/first-steps");
        firstSteps(phone, "morag");
        assertThat(phone.get("/my").body()).contains("This week");

        TestBrowser later = visitor();
        assertThat(TestBrowser.location(
                        later.open("/sign-in", "/sign-in", Map.of("address", "Morag", "password", WORD))))
                .isEqualTo("/my");
        assertThat(later.get("/my/what-my-therapist-sees").body()).contains("Ishbel can open");
        assertThat(later.get("/my/who-has-looked").body())
                .contains("Ishbel", "Opened: What you first wrote to us", "Asked you in");
        assertThat(later.get("/my/consents").body()).contains("You agree.", "You do not agree.");
        assertThat(ishbel.get(enquiry).body()).contains("Has begun here", "A long winter.");
        assertThat(ishbel.get("/desk/people/" + morag.value()).body()).contains("They came in on", "Ishbel, since");
        assertThat(house.browser(port, house.idris()).get(enquiry).statusCode()).isEqualTo(404);
        assertThat(house.rows("consent")).contains("RECORD,1,en").doesNotContain("SUPERVISION", "FIGURES");
    }

    @Test
    void ofTenWhoOpenOneLinkAtOnceOneGetsIn() throws Exception {
        String link = house.invite(somebody("Sam"), house.ishbel());
        List<HttpResponse<String>> answers = atOnce(10, () -> Map.of("agree", "RECORD"), link);
        List<HttpResponse<String>> let =
                answers.stream().filter(one -> one.statusCode() == 302).toList();
        assertThat(let).hasSize(1);
        assertThat(answers.stream().filter(one -> one.statusCode() == 404).map(TestBrowser::steadyBody))
                .hasSize(9)
                .containsOnly(TestBrowser.steadyBody(visitor().get(link)));
        assertThat(answers.stream()
                        .filter(one -> !one.headers().allValues("Set-Cookie").isEmpty()))
                .hasSize(1);
        assertThat(accounts()).isEqualTo(1);
        assertThat(house.count("sign_in")).isEqualTo(1);
    }

    @Test
    void pressingTwiceLosesNobody() throws Exception {
        String link = house.invite(somebody("Sam"), house.ishbel());
        String idem = UUID.randomUUID().toString();
        List<HttpResponse<String>> answers = atOnce(5, () -> Map.of("agree", "RECORD", "_idem", idem), link);
        assertThat(accounts()).isEqualTo(1);
        for (HttpResponse<String> answer : answers) {
            assertThat(TestBrowser.location(answer)).isEqualTo("/my/first-steps");
            assertThat(with(answer).get("/my/first-steps").statusCode())
                    .as("whichever answer the browser shows")
                    .isEqualTo(200);
        }
        firstSteps(with(answers.getLast()), "sam");
        assertThat(visitor()
                        .post(link, Map.of("agree", "RECORD", "_idem", idem))
                        .statusCode())
                .as("not once there is a key")
                .isEqualTo(404);
    }

    @Test
    void theFormOfOneLinkOpensNoOther() {
        String used = house.invite(somebody("Sam"), house.ishbel());
        visitor().post(used, AGREED);
        String idem = UUID.randomUUID().toString();
        assertThat(visitor()
                        .post(
                                "/reach-out/enquiry",
                                Map.of("way", "EMAIL", "email", "a@home.example", "email-safe", "true", "_idem", idem))
                        .statusCode())
                .isEqualTo(302);
        String own = house.invite(somebody("Mallory"), house.ishbel());
        visitor().post(own, Map.of("agree", "RECORD", "_idem", idem));
        HttpResponse<String> answer = visitor().post(used, Map.of("agree", "RECORD", "_idem", idem));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void everyLinkThatDoesNotOpenLooksTheSame() {
        Map<String, String> links = new LinkedHashMap<>();
        PersonId superseded = somebody("Ewa");
        links.put("replaced", house.invite(superseded, house.ishbel()));
        house.invite(superseded, house.ishbel());
        links.put("expired", house.invite(somebody("Ravi"), house.ishbel()));
        clock.on(Duration.ofDays(14).plusSeconds(1));
        links.put("used", house.invite(somebody("Sam"), house.ishbel()));
        visitor().post(links.get("used"), AGREED);
        PersonId tom = somebody("Tom");
        links.put("taken back", house.invite(tom, house.ishbel()));
        TestBrowser ishbel = house.browser(port, house.ishbel());
        ishbel.open("/desk/people/" + tom.value(), "/desk/people/" + tom.value() + "/invitation/withdrawal", Map.of());
        TestHouse other = new TestHouse(context, "Harbour Practice", Optional.empty());
        String theirs = other.invite(other.known("Joan", other.ishbel()).id(), other.ishbel());
        links.put("of another practice", theirs);
        links.put("invented", "/invitation/" + "A".repeat(43));
        links.put("cut short", links.get("used").substring(0, 40));
        links.put("nonsense", "/invitation/%3Cscript%3E");

        HttpResponse<String> page = visitor().get(links.get("invented"));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("This link does not open").doesNotContain("Lochside", "Ishbel");
        links.forEach((why, link) -> {
            HttpResponse<String> looked = visitor().get(link);
            HttpResponse<String> pressed = visitor().post(link, AGREED);
            for (HttpResponse<String> answer : List.of(looked, pressed)) {
                assertThat(answer.statusCode()).as(why).isEqualTo(404);
                assertThat(answer.body()).as(why).isEqualTo(page.body());
                assertThat(TestBrowser.steady(answer)).as(why).isEqualTo(TestBrowser.steady(page));
            }
        });
        assertThat(other.visitor(port).get(theirs).statusCode())
                .as("where it belongs")
                .isEqualTo(200);
    }

    @Test
    void whoeverLeftHalfWayIsLetInAgainByANewLinkAndTheOldSignInIsOver() {
        PersonId sam = somebody("Sam");
        TestBrowser first = visitor();
        first.post(house.invite(sam, house.ishbel()), AGREED);
        assertThat(first.get("/my/first-steps").statusCode()).isEqualTo(200);
        TestBrowser second = visitor();
        assertThat(TestBrowser.location(second.post(house.invite(sam, house.ishbel()), AGREED)))
                .isEqualTo("/my/first-steps");
        assertThat(TestBrowser.location(first.get("/my/first-steps"))).isEqualTo("/sign-in");
        firstSteps(second, "sam");
        assertThat(accounts()).isEqualTo(1);
        TestBrowser ishbel = house.browser(port, house.ishbel());
        ishbel.get("/desk/people/" + sam.value());
        assertThat(ishbel.post("/desk/people/" + sam.value() + "/invitation", Map.of())
                        .statusCode())
                .as("nobody is asked in who is in")
                .isEqualTo(404);
    }

    /** A lost phone, a line of the sheet, and the battery dies: the record is theirs, and nobody can ask themself into it. */
    @Test
    void halfwayBackTheNextLineOfTheSheetOpensAndNoInvitationDoes() {
        PersonId sam = somebody("Sam");
        TestBrowser browser = visitor();
        browser.post(house.invite(sam, house.ishbel()), AGREED);
        List<String> codes = Pattern.compile("(?:[0-9A-Z]{4} ){5}[0-9A-Z]{4}")
                .matcher(firstSteps(browser, "sam"))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(recover(visitor(), codes.getFirst())).isEqualTo("/my/first-steps");
        TestBrowser ishbel = house.browser(port, house.ishbel());
        ishbel.get("/desk/people/" + sam.value());
        assertThat(ishbel.post("/desk/people/" + sam.value() + "/invitation", Map.of())
                        .statusCode())
                .isEqualTo(404);
        String made = house.invite(sam, house.ishbel());
        assertThat(visitor().post(made, AGREED).statusCode())
                .as("also one that was made by other means")
                .isEqualTo(404);
        assertThat(recover(visitor(), codes.getFirst())).as("used").isEmpty();
        TestBrowser again = visitor();
        assertThat(recover(again, codes.get(1))).isEqualTo("/my/first-steps");
        firstSteps(again, "sam");
        assertThat(accounts()).isEqualTo(1);
    }

    private static String recover(TestBrowser browser, String code) {
        HttpResponse<String> answer =
                browser.open("/sign-in/recovery", "/sign-in/recovery", Map.of("address", "sam", "code", code));
        return answer.statusCode() == 422 ? "" : TestBrowser.location(answer);
    }

    @Test
    void onlyATherapistWhoWalksWithThemMayAskSomebodyIn() {
        PersonId sam = somebody("Sam");
        for (TestBrowser desk : List.of(house.browser(port, house.idris()), house.browser(port, house.priya()))) {
            desk.get("/desk");
            assertThat(desk.post("/desk/people/" + sam.value() + "/invitation", Map.of())
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(house.count("invitation")).isZero();
    }

    /** Password, phrase, sheet: as somebody does it who has a phone and ten minutes. */
    private static String firstSteps(TestBrowser browser, String name) {
        assertThat(TestBrowser.location(browser.open(
                        "/my/first-steps",
                        "/my/first-steps/password",
                        Map.of("address", name, "password", WORD, "again", WORD))))
                .isEqualTo("/my/first-steps");
        browser.open("/my/first-steps", "/my/first-steps/phrase", Map.of("phrase", "My blue Bicycle, 1999!"));
        HttpResponse<String> sheet = browser.open("/my/first-steps", "/my/first-steps/sheet", Map.of());
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(TestBrowser.location(browser.post("/my/first-steps/finish", Map.of())))
                .isEqualTo("/my");
        return sheet.body();
    }

    private List<HttpResponse<String>> atOnce(int times, Supplier<Map<String, String>> form, String link)
            throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> all = IntStream.range(0, times)
                    .mapToObj(i -> presses.submit((Callable<HttpResponse<String>>) () -> {
                        go.await();
                        return visitor().post(link, new HashMap<>(form.get()));
                    }))
                    .toList();
            go.countDown();
            for (Future<HttpResponse<String>> one : all) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    /** A browser that kept what this answer gave it. */
    private TestBrowser with(HttpResponse<String> answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("__Host-my=none;");
        return visitor().cookie(cookie.substring(0, cookie.indexOf(';')));
    }

    private PersonId somebody(String name) {
        Person person = house.known(name, house.ishbel());
        return person.id();
    }

    private PersonId newest() {
        return new PersonId(UUID.fromString(
                house.value("id::text from person where practice_id = :practice order by since desc limit 1")));
    }

    /** Accounts of people; the staff of the house have theirs. */
    private int accounts() {
        return house.count("account") - 3;
    }

    private TestBrowser visitor() {
        return house.visitor(port);
    }
}
