package tombolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestPractice;
import tombolo.measures.Askings;
import tombolo.measures.OwnWords;
import tombolo.measures.Series;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;

/** What no page of ours would ever send: it is refused, tells nothing and changes nothing. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tombolo.url=https://lochside.example")
@Import(TestHouse.Ready.class)
class OddRequestsTests {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String RIGHT = "seven+gulls+on+one+post";

    private final ApplicationContext context;
    private final TestHouse house;
    private final Person anna;
    private final Account annasAccount;
    private final String desk;

    @LocalServerPort
    private int port;

    OddRequestsTests(ApplicationContext context) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.anna = house.known("Anna", house.ishbel());
        this.annasAccount = house.practice().person(anna.id(), "anna@example.org");
        this.desk = "/desk/people/" + anna.id();
    }

    private TestBrowser ishbels() {
        return house.browser(port, house.ishbel());
    }

    private TestBrowser priyas() {
        return house.browser(port, house.priya());
    }

    private TestBrowser annas() {
        return house.browser(port, annasAccount);
    }

    private static HttpResponse<String> head(TestBrowser browser, String path) {
        return browser.send("HEAD", path, BodyPublishers.noBody(), Map.of());
    }

    private static HttpResponse<String> form(TestBrowser browser, String path, String fields) {
        return browser.send("POST", path, BodyPublishers.ofString(fields), Map.of("Content-Type", FORM));
    }

    private static String link(HttpResponse<String> page, String path) {
        String link = page.body().replaceAll("(?s).*(" + path + "[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(link).startsWith(path);
        return link;
    }

    private UUID ask() {
        ProgrammeTime time = context.getBean(ProgrammeTime.class);
        return house.within(() -> {
            context.getBean(Series.class).begin(anna.id(), UUID.randomUUID(), 16);
            context.getBean(OwnWords.class).choose(anna.id(), "Heron 7");
            return context.getBean(Askings.class)
                    .ask(
                            anna.id(),
                            List.of("gad-7"),
                            Optional.empty(),
                            Optional.of(1),
                            time.now().minusSeconds(10),
                            time.now().plus(Duration.ofDays(1)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "FOO", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void aPageIsAskedForAndAFormIsSentAndNothingElse(String method) {
        TestBrowser browser = annas();
        browser.get("/my");
        for (String path :
                List.of("/", "/sign-in", "/my", "/my/sign-out", "/desk", "/q/" + "A".repeat(43), "/nowhere")) {
            HttpResponse<String> answer = browser.send(method, path, BodyPublishers.noBody(), Map.of());
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.body())
                    .as(path)
                    .contains("<h1>")
                    .doesNotContain("Exception", "springframework", "tomcat", browser.cookieNamed("__Host-my"));
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
        assertThat(browser.get("/my/sign-ins").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormCannotPretendToBeSomethingElse() {
        TestBrowser browser = annas();
        browser.get("/my/sign-ins");
        HttpResponse<String> answer =
                browser.header("X-HTTP-Method-Override", "POST").get("/my/sign-out?_method=POST");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(browser.get("/my/sign-ins").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyAskingWhatIsThereUsesNoLinkUpAndEndsNothing() {
        TestBrowser ishbel = ishbels();
        Person sam = house.known("Sam", house.ishbel());
        String invitation = house.invite(sam.id(), house.ishbel());
        String questions =
                link(ishbel.open(desk + "/questions", desk + "/questions/" + ask() + "/link", Map.of()), "/q/");
        String join = link(
                priyas().open(
                                "/desk/practice/staff",
                                "/desk/practice/staff/invitations",
                                Map.of("name", "Grace", "roles", "THERAPIST")),
                "/join/");
        TestBrowser visitor = house.visitor(port);
        String wayBack = TestBrowser.location(
                visitor.open("/way-back", "/way-back", Map.of("address", "anna@example.org", "phrase", "")));
        String before = house.rows("way_back");
        for (String path : List.of(invitation, questions, join, wayBack)) {
            for (int look = 0; look < 3; look++) {
                HttpResponse<String> looked = head(visitor, path);
                assertThat(looked.statusCode()).as(path).isEqualTo(200);
                assertThat(looked.headers().allValues("Set-Cookie")).isEmpty();
            }
        }
        assertThat(house.rows("way_back")).isEqualTo(before);
        assertThat(visitor.get(wayBack).statusCode()).isEqualTo(200);
        assertThat(visitor.post(questions, Map.of("word", "heron7")).body()).contains("Feeling nervous");
        assertThat(TestBrowser.location(house.visitor(port).post(invitation, Map.of("agree", "RECORD"))))
                .isEqualTo("/my/first-steps");
        assertThat(TestBrowser.location(
                        house.visitor(port).post(join, Map.of("name", "Grace", "address", "grace@practice.example"))))
                .isEqualTo("/desk/first-steps");
        head(ishbel, "/leave");
        head(ishbel, "/desk/sign-out");
        assertThat(ishbel.get("/desk/sign-ins").statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkThatIsShownHasTheAddressWeAreTold() {
        Map<String, String> madeUp = Map.of(
                "X-Forwarded-Host", "elsewhere.example",
                "Forwarded", "host=elsewhere.example;proto=http",
                "X-Forwarded-Prefix", "/elsewhere",
                "X-Original-URL", "/elsewhere",
                "X-Forwarded-Proto", "http");
        TestBrowser ishbel = ishbels();
        TestBrowser priya = priyas();
        TestBrowser visitor = house.visitor(port);
        for (TestBrowser browser : List.of(ishbel, priya, visitor)) {
            madeUp.forEach(browser::header);
        }
        String sam = desk.replace(
                anna.id().toString(), house.known("Sam", house.ishbel()).id().toString());
        List<HttpResponse<String>> shown = List.of(
                ishbel.open(desk + "/questions", desk + "/questions/" + ask() + "/link", Map.of()),
                ishbel.open(sam, sam + "/invitation", Map.of()),
                priya.open(
                        "/desk/practice/staff",
                        "/desk/practice/staff/invitations",
                        Map.of("name", "Grace", "roles", "THERAPIST")));
        for (HttpResponse<String> page : shown) {
            assertThat(page.body())
                    .containsPattern("https://lochside\\.example/(q|invitation|join)/[A-Za-z0-9_-]{43}")
                    .doesNotContain("elsewhere", house.practice().host());
        }
        assertThat(visitor.get("/my").headers().firstValue("Location")).hasValue("/sign-in");
    }

    @Test
    void aFieldSentTwiceOpensNoDoor() {
        TestBrowser visitor = house.visitor(port);
        String anna = "address=anna%40example.org";
        for (String fields : List.of(
                anna + "&password=" + RIGHT + "&password=wrong",
                anna + "&password=wrong&password=" + RIGHT,
                anna + "&address=joan%40example.org&password=" + RIGHT)) {
            assertThat(form(visitor, "/sign-in", fields).statusCode())
                    .as(fields)
                    .isEqualTo(422);
        }
        assertThat(form(visitor, "/sign-in?" + anna, "address=joan%40example.org&password=" + RIGHT)
                        .statusCode())
                .isEqualTo(422);
        assertThat(visitor.cookieNamed("__Host-my")).isEmpty();
        assertThat(TestBrowser.location(form(visitor, "/sign-in", anna + "&password=" + RIGHT)))
                .isEqualTo("/my");
    }

    @Test
    void aPasswordOfAMillionLettersIsRefusedAtOnce() {
        for (String door : List.of("/sign-in", "/sign-in/desk")) {
            HttpResponse<String> answer = house.visitor(port)
                    .open(door, door, Map.of("address", "anna@example.org", "password", "x".repeat(1_000_000)));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("xxxx");
            HttpResponse<String> larger = house.visitor(port)
                    .open(door, door, Map.of("address", "anna@example.org", "password", "x".repeat(3_000_000)));
            assertThat(larger.statusCode()).isEqualTo(413);
            assertThat(larger.body()).contains("<h1>").doesNotContain("xxxx", "Exception");
        }
        assertThat(house.visitor(port)
                        .open(
                                "/sign-in",
                                "/sign-in",
                                Map.of("address", "anna@example.org", "password", TestPractice.PASSWORD))
                        .statusCode())
                .as("nobody has to wait for it")
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-31",
                "2025-02-29",
                "0001-01-01",
                "-0001-01-01",
                "9999-12-31",
                "+999999999-12-31",
                "-999999999-01-01",
                "1e309",
                "NaN",
                "1,5",
                "\u0000",
                "٢٠٢٦-٠١-٠١"
            })
    void aDayThatCannotBeMeantIsRefusedAndKeptNowhere(String day) {
        TestBrowser ishbel = ishbels();
        TestBrowser priya = priyas();
        String idris = house.idris().id().toString();
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        answers.put(
                "booked",
                ishbel.open(
                        desk + "/appointments",
                        desk + "/appointments",
                        Map.of("day", day, "time", "10:00", "minutes", "50", "count", "2", "every", "1")));
        answers.put(
                "away",
                ishbel.open(
                        "/desk/away",
                        "/desk/away",
                        Map.of(
                                "therapist",
                                house.ishbel().id().toString(),
                                "from",
                                "2026-12-01T09:00",
                                "until",
                                day + "T11:00",
                                "cover",
                                idris)));
        answers.put(
                "handed on",
                ishbel.open(
                        desk + "/transfer",
                        desk + "/transfer",
                        Map.of("to", idris, "agreedOn", day, "agreed", "true", "_v", "0")));
        answers.put("on paper", ishbel.open(desk + "/questions", desk + "/answers", paper(day, "")));
        answers.put("closed", priya.open("/desk/practice", "/desk/practice/closed-days", Map.of("day", day)));
        answers.put(
                "mood",
                annas().open("/my/week/moods/new", "/my/week/moods", Map.of("mood", "5", "day", day, "event", "x")));
        answers.forEach(
                (what, answer) -> assertThat(answer.statusCode()).as(what).isEqualTo(422));
        assertThat(priya.open("/desk/practice", "/desk/practice/closed-days/removal", Map.of("day", day))
                        .statusCode())
                .isEqualTo(404);
        for (String table : List.of("appointment", "absence", "response", "closed_day", "mood_entry")) {
            assertThat(house.count(table)).as(table).isZero();
        }
        String asked = URLEncoder.encode(day, StandardCharsets.UTF_8);
        assertThat(ishbel.get("/desk/diary?week=" + asked).statusCode()).isEqualTo(200);
        assertThat(annas().get("/my/week/moods?until=" + asked).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e309", "NaN", "1,5", "2147483648", "999999999", "٣", "0x10"})
    void aNumberThatCannotBeMeantIsRefusedAndKeptNowhere(String number) {
        TestBrowser ishbel = ishbels();
        for (String field : List.of("minutes", "count", "every")) {
            Map<String, String> booking = new HashMap<>(
                    Map.of("day", "2027-02-01", "time", "10:00", "minutes", "50", "count", "2", "every", "1"));
            booking.put(field, number);
            assertThat(ishbel.open(desk + "/appointments", desk + "/appointments", booking)
                            .statusCode())
                    .as(field)
                    .isEqualTo(422);
        }
        assertThat(ishbel.open(desk + "/questions", desk + "/answers", paper("2026-01-07", number))
                        .statusCode())
                .isEqualTo(422);
        assertThat(annas().open("/my/week/moods/new", "/my/week/moods", Map.of("mood", number, "event", "x"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(priyas().open(
                                "/desk/practice/watch",
                                "/desk/practice/watch",
                                Map.of(
                                        "opens", "09:00", "closes", "17:00", "owner", number, "cover", number, "_v",
                                        "0"))
                        .statusCode())
                .isEqualTo(422);
        for (String table : List.of("appointment", "response", "mood_entry")) {
            assertThat(house.count(table)).as(table).isZero();
        }
    }

    private static Map<String, String> paper(String day, String session) {
        Map<String, String> fields =
                new HashMap<>(Map.of("asked", "gad-7", "way", "paper", "day", day, "session", session));
        for (int item = 1; item <= 7; item++) {
            fields.put("gad-7-" + item, "1");
        }
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {"🦊", "👩‍👩‍👧‍👦", "Ö", "J", "Sukarno", "Nguyễn", "李"})
    void aNameIsKeptAsItIsWrittenHoweverShort(String name) {
        TestBrowser ishbel = ishbels();
        HttpResponse<String> added =
                ishbel.open("/desk/people/new", "/desk/people", Map.of("name", name, "way", "IN_PERSON"));
        assertThat(added.statusCode()).isEqualTo(302);
        assertThat(ishbel.get(TestBrowser.location(added)).body()).contains("<bdi>" + name + "</bdi>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", " \u00a0 ", "\u0000", "\u202e\u200f"})
    void aNameThatCannotBeSeenIsNone(String name) {
        TestBrowser ishbel = ishbels();
        HttpResponse<String> nameless =
                ishbel.open("/desk/people/new", "/desk/people", Map.of("name", "", "way", "IN_PERSON"));
        HttpResponse<String> unseen =
                ishbel.open("/desk/people/new", "/desk/people", Map.of("name", name, "way", "IN_PERSON"));
        assertThat(unseen.statusCode()).isEqualTo(nameless.statusCode()).isEqualTo(422);
        assertThat(TestBrowser.steadyBody(unseen)).isEqualTo(TestBrowser.steadyBody(nameless));
    }
}
