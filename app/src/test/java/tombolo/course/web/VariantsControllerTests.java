package tombolo.course.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tombolo.accounts.TestBrowser;
import tombolo.course.Variants;
import tombolo.people.TestHouse;
import tombolo.ui.HalfTyped;

/** The variants at the desk: read, copied, changed in a form, given on as a file and brought in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class VariantsControllerTests {
    private static final Pattern FIELD =
            Pattern.compile("<input class=\"[^\"]*\" id=\"([^\"]+)\" name=\"[^\"]+\" type=\"text\" value=\"([^\"]*)\"");

    private final TestHouse house;
    private final Variants variants;

    @LocalServerPort
    private int port;

    VariantsControllerTests(ApplicationContext context, Variants variants) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.variants = variants;
    }

    private TestBrowser ishbel() {
        TestBrowser browser = house.browser(port, house.ishbel());
        browser.get("/desk/variants");
        return browser;
    }

    private String copy(TestBrowser desk) {
        String writing = TestBrowser.location(desk.post("/desk/variants/ipt-12/copy", new LinkedHashMap<>()));
        assertThat(writing).endsWith("/writing");
        return writing.replace("/writing", "");
    }

    /** The form as a browser would send it back, with something changed. */
    private static Map<String, String> filled(String page, String... changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = FIELD.matcher(page);
        while (input.find()) {
            fields.put(input.group(1), input.group(2).replace("&#39;", "'").replace("&amp;", "&"));
        }
        Matcher area = Pattern.compile("<textarea id=\"([^\"]+)\"[^>]*>\\n([^<]*)</textarea>")
                .matcher(page);
        while (area.find()) {
            fields.put(area.group(1), area.group(2).replace("&#39;", "'").replace("&amp;", "&"));
        }
        fields.put("seen", "1");
        fields.put("otherLengths", "rule");
        fields.put("areas", "grief");
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return fields;
    }

    private HttpResponse<String> bring(TestBrowser desk, String file) {
        String page = desk.get("/desk/variants").body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        String body =
                part("_csrf", token.group(1)) + part("_idem", UUID.randomUUID().toString())
                        + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"mine.json\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + file + "\r\n--edge--\r\n";
        return desk.send(
                "POST",
                "/desk/variants",
                BodyPublishers.ofString(body),
                Map.of("Content-Type", "multipart/form-data; boundary=edge"));
    }

    private static String part(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void everyVariantCanBeReadAndCopied() {
        TestBrowser desk = ishbel();
        String all = desk.get("/desk/variants").body();
        house.within(() -> variants.all()).forEach(variant -> {
            assertThat(all).contains(variant.id());
            assertThat(desk.get("/desk/variants/" + variant.id()).body()).contains("In every session");
        });
        assertThat(desk.get("/desk/variants/ipt-16/writing").statusCode())
                .as("what comes with Tombolo is copied, not changed")
                .isEqualTo(404);
    }

    @Test
    void aCopyIsChangedInAFormAndKeepsTheKeysOfItsLines() {
        TestBrowser desk = ishbel();
        String mine = copy(desk);
        String page = desk.get(mine + "/writing").body();
        HttpResponse<String> kept = desk.post(
                mine,
                filled(
                        page,
                        "name",
                        "Evening IPT",
                        "usual",
                        "10",
                        "to",
                        "12",
                        "initialTo",
                        "3",
                        "middleTo",
                        "8",
                        "differs",
                        "Only in the evening\nBy video"));
        assertThat(TestBrowser.location(kept)).startsWith(mine + "?done=");
        assertThat(desk.get(mine).body()).contains("Evening IPT", "By video", "Initial phase: sessions 1 to 3");
        assertThat(desk.get("/desk/variants/maintenance").body())
                .contains("Initial phase: session 1</h2>", "Ending phase: sessions 11 to 12</h2>");
        String file = desk.get(mine + "/file").body();
        assertThat(file).contains("\"key\" : \"link-mood-event\"").doesNotContain("own-1");
    }

    @Test
    void whatIsWrongInTheFormIsSaidNextToIt() {
        TestBrowser desk = ishbel();
        String mine = copy(desk);
        String page = desk.get(mine + "/writing").body();
        HttpResponse<String> refused = desk.post(mine, filled(page, "everyWeeks", "often"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("everyWeeks-error", "a whole number from 1 to 12", "value=\"often\"");
        assertThat(desk.post(mine, filled(page, "ask-gad-7", "0")).body()).contains("ask-gad-7-error");
        assertThat(desk.post(mine, filled(page, "middleTo", "12")).body()).contains("middleTo-error");
    }

    @Test
    void aQuestionnaireMayBeAskedAtSessionsThatAreNamed() {
        TestBrowser desk = ishbel();
        String mine = copy(desk);
        String page = desk.get(mine + "/writing").body();
        assertThat(page).contains("Or name them: at 1, 4, 8, last.");
        desk.post(mine, filled(page, "ask-gad-7", "at 1, 4, 8, last", "ask-ucla-3", "LAST", "ask-phq-9", "at 2"));
        assertThat(desk.get(mine).body())
                .contains(
                        "GAD-7: before sessions 1, 4, 8 and the last one",
                        "UCLA-3: before the last session",
                        "PHQ-9: before session 2<",
                        "ONS-LONELINESS: before sessions 1, 5, 9 and the last one");
        assertThat(desk.get(mine + "/file").body()).contains("\"sessions\" : [ 1, 4, 8, \"last\" ]");
        String again = desk.get(mine + "/writing").body();
        assertThat(again).contains("value=\"at 1, 4, 8, last\"", "value=\"at last\"", "value=\"at 2\"");
        for (String wrong : List.of("at 0, 4", "1, 13", "at 1, 1", "at first", "at")) {
            HttpResponse<String> refused = desk.post(mine, filled(again, "seen", "2", "ask-gad-7", wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(refused.body())
                    .contains("ask-gad-7-error", "sessions from 1 to 12 or", "value=\"" + wrong + "\"");
        }
    }

    @Test
    void whatTheLastSessionsHoldIsShownAndKeptByWhereTheyLie() {
        TestBrowser desk = ishbel();
        String mine = copy(desk);
        String page = desk.get(mine + "/writing").body();
        assertThat(page)
                .contains("In the last session", "One session before the last", "3 sessions before the last")
                .contains("In the session in the middle", "id=\"session-last\"", "Say goodbye.");
        desk.post(mine, filled(page, "session-last-1", "Bring the first drawing"));
        assertThat(desk.get(mine).body()).contains("One session before the last", "Bring the first drawing");
        assertThat(desk.get(mine + "/file").body())
                .contains(
                        "\"middle\" : [",
                        "\"last-3\" : [",
                        "\"last-1\" : [",
                        "\"last\" : [",
                        "Bring the first drawing");
        HttpResponse<String> refused = desk.post(
                mine, filled(desk.get(mine + "/writing").body(), "seen", "2", "session-last-1", "x".repeat(401)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("session-last-1-error");
    }

    @Test
    void aVariantHalfChangedIsThereAgain() {
        TestBrowser desk = ishbel();
        String mine = copy(desk);
        HalfTyped changing = new HalfTyped(
                this::ishbel, mine + "/writing", "course.variant:" + mine.substring(mine.lastIndexOf('/') + 1));
        changing.isThereAgain(Map.of("differs", "Only in the evening", "areas", "grief\ntransition"));
        desk.post(mine, filled(desk.get(mine + "/writing").body(), "name", "Evening IPT"));
        changing.isEmpty();
    }

    @Test
    void anOlderFormDoesNotTakeANewersPlace() {
        TestBrowser desk = ishbel();
        String mine = copy(desk);
        String page = desk.get(mine + "/writing").body();
        desk.post(
                mine, filled(page, "name", "First", "differs", "By video", "session-1", "Say hello", "ask-gad-7", "2"));
        HttpResponse<String> second = desk.post(
                mine,
                filled(
                        page,
                        "name",
                        "Second",
                        "differs",
                        "Only in the evening",
                        "usual",
                        "10",
                        "to",
                        "12",
                        "middleTo",
                        "8"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .as("what each has written, field by field")
                .contains("First", "Second", "By video", "Only in the evening", "In session 1", "Say hello", "GAD-7: 2")
                .contains("Sessions, usually")
                .as("and nothing that is the same")
                .doesNotContain("Problem areas", "Hours before a session");
        assertThat(desk.get(mine).body()).contains("First");
    }

    @Test
    void aFileSavedHereCanBeBroughtInAgain() {
        TestBrowser desk = ishbel();
        String file = desk.get("/desk/variants/perinatal/file").body();
        String brought = TestBrowser.location(bring(desk, file)).replaceAll("\\?.*", "");
        assertThat(desk.get(brought).body()).contains("Perinatal IPT");
        assertThat(desk.get(brought + "/file").body().replaceFirst("\"id\" : \"[^\"]+\"", ""))
                .isEqualTo(file.replaceFirst("\"id\" : \"[^\"]+\"", ""));
    }

    @Test
    void aBadFileIsRefusedWithLineFieldAndWhatWasExpected() {
        TestBrowser desk = ishbel();
        String file = desk.get("/desk/variants/ipt-16/file").body();
        HttpResponse<String> refused = bring(desk, file.replace("\"usual\" : 16", "\"usual\" : \"many\""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Line 8, field sessions.usual: expected a whole number from 2 to 60");
        assertThat(bring(desk, "{").body()).contains("Line 1: expected JSON");
        assertThat(bring(desk, "").body()).contains("Choose a file");
        assertThat(house.count("course_variant")).isZero();
    }

    @Test
    void onlyTherapistsOpenThemAndOnlyThoseOfTheirOwnPractice() {
        String mine = copy(ishbel());
        TestHouse harbour = new TestHouse(house.context(), "Harbour Practice", Optional.empty());
        assertThat(harbour.browser(port, harbour.ishbel()).get(mine).statusCode())
                .isEqualTo(404);
        assertThat(house.browser(port, house.priya()).get("/desk/variants").statusCode())
                .isEqualTo(404);
        assertThat(house.browser(port, house.idris()).get(mine).statusCode()).isEqualTo(200);
    }
}
