package tombolo.places.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.inventory.TestCircles;
import tombolo.people.TestHouse;
import tombolo.vault.PersonId;

/** Places to belong, as a browser without scripts sees them: brought in by whoever runs the practice, read by everybody in it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class PlacesControllerTests {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ApplicationContext context;

    @LocalServerPort
    private int port;

    private TestHouse house;
    private Account hers;
    private TestBrowser priya = new TestBrowser(0, "");
    private TestBrowser anna = priya;

    PlacesControllerTests(ApplicationContext context) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
    }

    @BeforeEach
    void priyaAndAnna() {
        house = new TestHouse(context, "Lochside Practice", Optional.empty());
        priya = house.browser(port, house.priya());
        PersonId person = house.known("Anna", house.ishbel()).id();
        hers = house.practice().person(person, "anna");
        anna = house.browser(port, hers);
    }

    private static String service(String name, String more) {
        return "{\"id\": \"" + UUID.randomUUID() + "\", \"name\": \"" + name + "\", \"status\": \"active\"" + more
                + "}";
    }

    private static String described(String name, String organisation, String description) {
        return service(
                name,
                ", \"description\": \"" + description + "\", \"organization\": {\"id\": \"x\", \"name\": \""
                        + organisation + "\"}");
    }

    private static HttpResponse<String> bring(TestBrowser who, String... services) {
        return bring(who, UUID.randomUUID(), "[" + String.join(",", services) + "]");
    }

    private static HttpResponse<String> bring(TestBrowser who, UUID idem, String file) {
        Matcher token = TOKEN.matcher(who.get("/desk/places").body());
        assertThat(token.find()).isTrue();
        return send(who, token.group(1), idem, file);
    }

    private static HttpResponse<String> send(TestBrowser who, String token, UUID idem, String file) {
        String body = part("_csrf", token) + part("_idem", idem.toString())
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"places.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + file + "\r\n--edge--\r\n";
        return who.send(
                "POST",
                "/desk/places",
                BodyPublishers.ofString(body),
                Map.of("Content-Type", "multipart/form-data; boundary=edge"));
    }

    private static String part(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void withoutAListThePageIsWholeAndPointsToHelp() {
        assertThat(anna.get("/my/places").body())
                .contains("<title>Places to belong", "There is no list of places here yet", "/help-now\"")
                .doesNotContain("type=\"search\"");
        assertThat(anna.get("/my").body()).contains("/my/places\"");
        assertThat(priya.get("/desk/places").body()).contains("People read that none is there yet", "type=\"file\"");
    }

    @Test
    void aNewListTakesThePlaceOfTheOneBeforeAndSaysHowManyCame() {
        HttpResponse<String> first = bring(priya, service("Shore Walk", ""), service("Choir", ""));
        assertThat(TestBrowser.location(first)).startsWith("/desk/places?done=");
        bring(priya, service("Men’s Shed", ""), service("Lunch Club", "").replace("active", "defunct"));
        assertThat(priya.get("/desk/places").body())
                .contains("1 place came in, 1 was left out because it is not active", "Men’s Shed")
                .doesNotContain("Shore Walk", "Lunch Club");
        assertThat(anna.get("/my/places").body())
                .contains("1 place</h2>", "Men’s Shed")
                .doesNotContain("Choir");
        assertThat(house.count("place_to_belong")).isEqualTo(1);
    }

    @Test
    void aSmallStepFromAPlaceKeepsThePlaceAndHasItsHoursAndNumberBesideIt() {
        bring(priya, service("Shore Walk", """
                        , "phones": [{"id": "1", "number": "01632 960101"}],
                        "schedules": [{"id": "3", "byday": "TU", "opens_at": "10:30", "closes_at": "12:00"}]
                        """));
        anna.get("/my/techniques/new/contact-ladder");
        String piece = TestBrowser.location(anna.post(
                        "/my/techniques/new/contact-ladder",
                        Map.of("way", "begin", "who", "nobody", "where", "Shore Walk")))
                .replace("/rung", "");
        anna.open(piece + "/rung", piece + "/rung", Map.of("seen", "0", "rung", "greet"));
        assertThat(anna.get(piece + "/what").body())
                .contains(
                        "<h2 class=\"h3\" dir=\"auto\">Shore Walk</h2>",
                        "Tuesday",
                        "10:30",
                        "href=\"tel:01632960101\"");
        anna.post(piece + "/what", Map.of("seen", "1", "what", "Stand at the back", "day", "Tuesday at ten"));
        anna.open(piece + "/expect", piece + "/expect", Map.of("seen", "2", "expect", "Nobody will look"));
        anna.get(piece);
        anna.post(piece + "/try", Map.of());
        assertThat(anna.get("/my").body()).contains("Shore Walk: Stand at the back");
        assertThat(anna.get("/my/techniques").body()).contains("One step towards people: <bdi>Shore Walk</bdi>");
    }

    @Test
    void aPlaceBeginsASmallStepAndWhoeverHasFewPeopleIsLedBackToThePlaces() {
        bring(priya, service("Shore Walk", ""));
        Matcher begins = Pattern.compile("/my/techniques/new/contact-ladder\\?place=[0-9a-f-]{36}")
                .matcher(anna.get("/my/places").body());
        assertThat(begins.find()).isTrue();
        assertThat(anna.get(begins.group()).body())
                .contains("Shore Walk</textarea>", "<a href=\"/my/places\">places nearby where you could belong</a>");
        anna.get("/my/techniques/new/contact-ladder");
        String piece = TestBrowser.location(anna.post(
                        "/my/techniques/new/contact-ladder",
                        Map.of("way", "begin", "who", "nobody", "where", "Shore Walk")))
                .replace("/rung", "");
        assertThat(anna.get(piece).body()).contains("Shore Walk");
        for (String none : List.of(UUID.randomUUID().toString(), "shore")) {
            assertThat(anna.get("/my/techniques/new/contact-ladder?place=" + none)
                            .body())
                    .as(none)
                    .contains("Is it at some place?")
                    .doesNotContain("Shore Walk");
        }
        assertThat(priya.get("/desk/places").body()).doesNotContain("contact-ladder");
        List.of("Dan", "Isla", "Finn").forEach(name -> TestCircles.close(context, house, hers, name));
        assertThat(anna.get("/my/techniques/new/contact-ladder").body())
                .as("who has people is not sent elsewhere")
                .doesNotContain("Nobody comes to mind?");
    }

    @Test
    void aListSaysWhenItCameInAndThatThingsChange() {
        bring(priya, service("Shore Walk", ""));
        assertThat(anna.get("/my/places").body())
                .containsPattern("This list came in on \\w+day \\d+ \\w+ \\d{4}\\. Things change, so please ask");
        bring(priya, UUID.randomUUID(), "{\"total_pages\": 3, \"contents\": [" + service("Shore Walk", "") + "]}");
        assertThat(priya.get("/desk/places").body()).contains("one page of several");
    }

    @Test
    void aFileThatIsNotRightChangesNothingAndIsToldWhere() {
        bring(priya, service("Shore Walk", ""));
        HttpResponse<String> refused = bring(
                priya, service("Choir", ""), service("Lunch <b>Club</b>", "").replace("\"active\"", "\"open\""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Service 2 (Lunch &lt;b&gt;Club&lt;/b&gt;), field status: expected active, inactive",
                        "file-error",
                        "Shore Walk");
        assertThat(bring(priya, UUID.randomUUID(), "{").body()).contains("Line 1: expected JSON");
        assertThat(bring(priya, UUID.randomUUID(), "").body()).contains("Choose a file");
        HttpResponse<String> large = bring(priya, UUID.randomUUID(), " ".repeat(2_200_000) + "[]");
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("larger than 2 MB");
        assertThat(anna.get("/my/places").body()).contains("Shore Walk").doesNotContain("Choir");
    }

    @Test
    void aFileFarTooLargeIsRefusedOnAPageOfOurOwn() {
        bring(priya, service("Shore Walk", ""));
        HttpResponse<String> refused = bring(priya, UUID.randomUUID(), "[" + " ".repeat(6 * 1024 * 1024) + "]");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("That is too much at once");
        assertThat(anna.get("/my/places").body()).contains("Shore Walk");
    }

    @Test
    void pressedTwiceItComesInOnce() {
        UUID idem = UUID.randomUUID();
        bring(priya, idem, "[" + service("Shore Walk", "") + "]");
        assertThat(TestBrowser.location(bring(priya, idem, "[" + service("Choir", "") + "]")))
                .startsWith("/desk/places?done=");
        assertThat(anna.get("/my/places").body()).contains("Shore Walk").doesNotContain("Choir");
    }

    @Test
    void wordsAreLookedForInNameDescriptionAndOrganisation() {
        bring(
                priya,
                described("Shore Walk", "Walkers", "Slowly along the sea"),
                described("Choir", "Arts Trust", "100% joy, no_audition"));
        assertThat(anna.get("/my/places?q=shore").body())
                .contains("1 place found", "Shore Walk", "value=\"shore\"", "Show me all of them")
                .doesNotContain("Choir");
        assertThat(anna.get("/my/places?q=SEA+walkers").body()).contains("Shore Walk");
        assertThat(priya.get("/desk/places?q=trust").body()).contains("Choir").doesNotContain("Shore Walk");
        assertThat(anna.get("/my/places?q=%25").body()).contains("Choir").doesNotContain("Shore Walk");
        assertThat(anna.get("/my/places?q=no_a").body()).contains("1 place found");
        assertThat(anna.get("/my/places?q=o_a").body()).contains("1 place found");
        assertThat(anna.get("/my/places?q=a_o").body()).contains("Nothing found", "One short word often finds more");
        assertThat(anna.get("/my/places?q=%5C").body()).contains("Nothing found");
        assertThat(anna.get("/my/places?q=%00%27").statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheFileSaysStandsAsWordsAndOnlyWebsitesAndNumbersAreLinks() {
        bring(
                priya,
                service("Shore <i>Walk</i>", """
                        , "url": "javascript:alert(1)", "description": "<script>alert(1)</script>",
                        "phones": [{"id": "1", "number": "01632 960101"}, {"id": "2", "number": "ask Jean"}],
                        "schedules": [{"id": "3", "byday": "TU", "opens_at": "10:30", "closes_at": "12:00"}],
                        "fees_description": "Free"
                        """),
                service("Choir", ", \"url\": \"https://choir.example/?a=1&b=\\\"\""),
                service("Shed", ", \"url\": \"https://shed.example/\""));
        assertThat(anna.get("/my/places").body())
                .contains(
                        "Shore &lt;i&gt;Walk&lt;/i&gt;",
                        "&lt;script&gt;",
                        "<a href=\"tel:01632960101\" dir=\"ltr\">01632 960101</a>",
                        "<bdi>ask Jean</bdi>",
                        "Tuesdays, 10:30 to 12:00",
                        "Free",
                        "<a href=\"https://shed.example/\" rel=\"noopener noreferrer external\">")
                .doesNotContain("javascript:", "<script>alert", "href=\"https://choir");
    }

    @Test
    void aLongListStandsOnSeveralPagesByName() {
        List<String> many = new ArrayList<>();
        for (int i = 10; i < 95; i++) {
            many.add(service("Place " + i, ""));
        }
        bring(priya, many.toArray(String[]::new));
        assertThat(anna.get("/my/places").body())
                .contains("85 places", "Place 10<", "Place 49<", "/my/places?q=&amp;page=2")
                .doesNotContain("Place 50<", "rel=\"prev\"");
        assertThat(anna.get("/my/places?page=3").body()).contains("Place 94<").doesNotContain("rel=\"next\"");
        assertThat(anna.get("/my/places?page=2147483647").statusCode()).isEqualTo(200);
        assertThat(anna.get("/my/places?page=-3").body()).contains("Place 10<");
        assertThat(anna.get("/my/places?page=first").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyWhoeverRunsThePracticeBringsOneIn() {
        TestBrowser ishbel = house.browser(port, house.ishbel());
        String page = ishbel.get("/desk/places").body();
        assertThat(page).doesNotContain("type=\"file\"").contains("Whoever manages the practice");
        HttpResponse<String> refused = bring(ishbel, service("Choir", ""));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(ishbel.post("/desk/places", Map.of()).statusCode())
                .as("a form without a file")
                .isEqualTo(404);
        assertThat(send(priya, "made-up", UUID.randomUUID(), "[]").statusCode())
                .as("without the proof of the page")
                .isNotEqualTo(303);
        assertThat(house.count("place_directory")).isZero();
    }

    @Test
    void inTheRoomAPlaceBeginsAStepOfTheirsAndLeadsBack() {
        bring(priya, service("Shore Walk", ""), service("Choir", ""));
        String base = "/desk/people/" + hers.person().orElseThrow();
        TestBrowser ishbel = house.browser(port, house.ishbel());
        String page = ishbel.get(base + "/places?q=shore").body();
        assertThat(page)
                .contains("<bdi>Anna</bdi>", "href=\"" + base + "/techniques\"", "href=\"" + base + "/session\"")
                .contains("action=\"" + base + "/places\"")
                .doesNotContain("Choir", "type=\"file\"");
        Matcher begins = Pattern.compile(base + "/techniques/new/contact-ladder\\?place=[0-9a-f-]{36}")
                .matcher(page);
        assertThat(begins.find()).isTrue();
        assertThat(ishbel.get(begins.group()).body()).contains("Shore Walk</textarea>");
        for (Account other : List.of(house.idris(), house.priya())) {
            assertThat(house.browser(port, other).get(base + "/places").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anotherPracticeSeesNoneOfIt() {
        bring(priya, service("Shore Walk", ""));
        TestHouse harbour = new TestHouse(context, "Harbour Practice", Optional.empty());
        TestBrowser there = harbour.browser(port, harbour.priya());
        assertThat(there.get("/desk/places").body())
                .contains("none is there yet")
                .doesNotContain("Shore Walk");
        bring(there, service("Harbour Choir", ""));
        assertThat(anna.get("/my/places").body()).contains("Shore Walk").doesNotContain("Harbour Choir");
        assertThat(harbour.rows("place_to_belong")).doesNotContain("Shore Walk");
    }
}
