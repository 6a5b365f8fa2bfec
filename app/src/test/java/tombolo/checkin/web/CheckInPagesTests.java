package tombolo.checkin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nodatabase.PublicPagesOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tombolo.instruments.Instrument;
import tombolo.instruments.Instruments;
import tombolo.instruments.Wording;

/** The check-in as Morag meets it at three in the morning: no account, no cookie, no database, and nothing kept. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = PublicPagesOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tombolo.invented-languages=true")
class CheckInPagesTests {
    private static final String HEAVY = "signs=heard&signs=guard&apart1=2&apart2=3&apart3=1&lonely1=4"
            + "&low1=2&low2=2&low3=1&low4=1&low5=1&low6=1&low7=1&low8=1";

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void itRunsWithoutADatabase(@Autowired ObjectProvider<DataSource> databases) throws Exception {
        assertThat(databases.stream()).isEmpty();
        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(post(HEAVY + "&ending=no").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsKept(CapturedOutput log) throws Exception {
        for (HttpResponse<String> answer : List.of(get(), post(HEAVY + "&ending=yes"), post(HEAVY + "&change=yes"))) {
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
        assertThat(post(HEAVY).headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(log.getAll()).doesNotContain("guard", "low1", "heard");
        String script = get("/assets/" + script()).body();
        assertThat(script).doesNotContain("localStorage", "sessionStorage", "indexedDB", "caches", "cookie");
    }

    private String script() throws Exception {
        return get().body().replaceAll("(?s).*/assets/(check-in\\.[0-9a-f]+\\.js).*", "$1");
    }

    @Test
    void everyQuestionIsInOneDocumentWithOnePostAndCanBeSkipped() throws Exception {
        String page = get().body();
        assertThat(count("<form", page)).isEqualTo(1);
        assertThat(count("<fieldset", page)).isEqualTo(14);
        assertThat(count("value=\"unsaid\"", page)).isEqualTo(14);
        assertThat(page).contains("autocomplete=\"off\"").doesNotContain("_csrf", "required>", "required=");
    }

    @Test
    void theQuestionsAreInTheirOwnersWordsWithTheirNotice() throws Exception {
        String page = get().body();
        for (String id : List.of("ucla-3", "ons-loneliness", "phq-8")) {
            Instrument instrument = Instruments.bundled(id).orElseThrow();
            Wording words = instrument.wording(Locale.ENGLISH).orElseThrow();
            assertThat(page)
                    .contains(
                            escaped(words.stem()), escaped(instrument.licence().notice()));
            instrument.items().forEach(item -> {
                assertThat(page).contains(">" + escaped(words.question(item)) + "<");
                item.options().forEach(option -> assertThat(page).contains(escaped(words.label(item, option))));
            });
        }
    }

    @Test
    void nobodyReadsItSoItemNineIsNotAsked() throws Exception {
        Instrument phq9 = Instruments.bundled("phq-9").orElseThrow();
        Wording words = phq9.wording(Locale.ENGLISH).orElseThrow();
        assertThat(get().body()).doesNotContain(escaped(words.question(phq9.item(9))));
    }

    @Test
    void helpComesBeforeAnyResult() throws Exception {
        String page = post(HEAVY + "&ending=yes").body();
        assertThat(page).contains("<h1 tabindex=\"-1\">Thank you for saying so</h1>");
        assertThat(page.indexOf("tel:999")).isPositive().isLessThan(page.indexOf("tel:116123"));
        assertThat(page.indexOf("tel:116123")).isLessThan(page.indexOf("<details class=\"rest-of-it\">"));
        assertThat(page.indexOf("Nobody quite hears me."))
                .isGreaterThan(page.indexOf("<details class=\"rest-of-it\">"));
    }

    @Test
    void itGivesBackTheirOwnWordsOneSentenceAndAtMostThreeSteps() throws Exception {
        String page = post(HEAVY + "&ending=no").body();
        assertThat(page)
                .contains(
                        "<blockquote><p>Nobody quite hears me.</p><p>I keep my guard up.</p></blockquote>",
                        "Could I tell you about something?",
                        "Tell your doctor",
                        "href=\"/reach-out\"");
        String next = page.substring(page.indexOf("<ol class=\"next\">"), page.indexOf("</ol>"));
        assertThat(count("<li>", next)).isEqualTo(3);
    }

    @Test
    void itNeverNamesADiagnosisOrABand() throws Exception {
        for (String ending : List.of("no", "yes", "unsaid")) {
            String page = post(HEAVY + "&ending=" + ending).body();
            String ours = page.replaceAll("(?s)<dl class=\"answers\">.*?</dl>", "")
                    .replaceAll("(?s)<form class=\"along\".*?</form>", "")
                    .toLowerCase(Locale.ROOT);
            assertThat(ours)
                    .doesNotContainPattern("depress|disorder|mild|moderate|severe|diagnos|anxiety|symptom|risk");
        }
    }

    @Test
    void theCutOffIsPrintedWhereItIsUsed() throws Exception {
        assertThat(post(HEAVY).body())
                .contains("you have 10 of 24. From 10 up")
                .contains("Kroenke, Strine, Spitzer and others 2009: 10 or more");
        assertThat(post("low1=1&low2=0").body()).contains("you have 1 of 6. From 3 up");
        assertThat(post("apart1=1&apart2=2&apart3=2").body()).contains("you have 5, on a scale from 3 to 9");
    }

    @Test
    void answersComeBackToBeChangedAndNothingElseDoes() throws Exception {
        String page = post(HEAVY + "&change=yes&signs=%3Cscript%3Ealert(1)%3C%2Fscript%3E&evil=%22%3E%3Cb%3E")
                .body();
        assertThat(page).contains("Your answers are still here").doesNotContain("alert(1)", "evil", "<b>");
        assertThat(Pattern.compile("<input[^>]* checked>")
                        .matcher(page)
                        .results()
                        .count())
                .isEqualTo(14);
        assertThat(post("evil=%22%3E%3Cb%3E&signs=%3Cb%3E").body()).doesNotContain("evil", "<b>");
    }

    @Test
    void anEmptyCheckInIsAnsweredKindlyToo() throws Exception {
        assertThat(post("").body())
                .contains("You kept your answers to yourself.")
                .doesNotContain("action=\"/reach-out\"");
    }

    @Test
    void whatWasMarkedMayComeAlongByItsOwnPressAndOnlyThen() throws Exception {
        String page = post("signs=heard&apart1=2&apart2=unsaid&low1=3&low2=0&ending=yes")
                .body();
        assertThat(page)
                .as("the ordinary way takes nothing along")
                .contains("<a href=\"/reach-out\">")
                .doesNotContain("href=\"/reach-out?");
        Matcher marked = Pattern.compile(
                        "(?s)<form class=\"along\" method=\"post\" action=\"/reach-out\">.*"
                                + "name=\"pass-on\" value=\"true\">\\s*<input type=\"hidden\" name=\"marked\" value=\"([^\"]*)\">")
                .matcher(page);
        assertThat(marked.find()).isTrue();
        assertThat(marked.group(1).lines())
                .startsWith("Nobody quite hears me.")
                .contains(
                        "How often do you feel that you lack companionship? Some of the time",
                        "Little interest or pleasure in doing things: Nearly every day",
                        "Have you been thinking about ending your life? Yes, or I am not sure")
                .noneMatch(line -> line.contains("rather not say") || line.contains("left out"));
        assertThat(page).as("and can be read before").contains("<p class=\"words\">" + marked.group(1) + "</p>");
        assertThat(post("signs=unsaid&apart1=unsaid&ending=unsaid").body()).doesNotContain("action=\"/reach-out\"");
    }

    @Test
    void allThatCanBeMarkedFitsIntoAnEnquiry() throws Exception {
        String most =
                "signs=heard&signs=away&signs=guard&signs=follows&signs=comparing&apart1=2&apart2=2&apart3=2&lonely1=3"
                        + "&low1=2&low2=2&low3=2&low4=2&low5=2&low6=2&low7=2&low8=2&ending=yes";
        String marked = post(most).body().replaceAll("(?s).*name=\"marked\" value=\"([^\"]*)\".*", "$1");
        assertThat(marked.lines().count()).isGreaterThanOrEqualTo(18);
        assertThat(marked).hasSizeLessThan(3000);
    }

    private static int count(String what, String where) {
        return where.split(Pattern.quote(what), -1).length - 1;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private HttpResponse<String> get() throws Exception {
        return get("/check-in");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String form) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(at("/check-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
