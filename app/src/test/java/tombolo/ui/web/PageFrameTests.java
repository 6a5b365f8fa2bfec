package tombolo.ui.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import nodatabase.PublicPagesOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The frame round every page, seen as a browser sees it, on an application that has no database at all. */
@SpringBootTest(
        classes = PublicPagesOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tombolo.invented-languages=true")
class PageFrameTests {
    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/error", "/leave", "/my/anything", "/assets/none.css"})
    void everyAnswerTellsTheBrowserToLoadNothingFromElsewhere(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void helpIsOnePressAway() throws Exception {
        assertThat(get("/").body())
                .contains("href=\"tel:999\"", "href=\"tel:116123\"", "href=\"/help-now\"", "href=\"/leave\"");
    }

    @Test
    void leavingWorksWithoutJavaScript() throws Exception {
        HttpResponse<String> answer = get("/leave");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).startsWith("https://www.bbc.co.uk/weather");
        assertThat(header(answer, "Clear-Site-Data")).isEqualTo("\"cache\"");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatIsMissingGetsAPageOfItsOwn() throws Exception {
        HttpResponse<String> answer = get("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>We cannot find that page</h1>", "tel:999");
    }

    @Test
    void aFormFromAnotherSiteIsRefused() throws Exception {
        assertThat(post("Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(post("Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(post("Sec-Fetch-Site", "same-origin").statusCode()).isNotEqualTo(403);
    }

    @Test
    void theStylesheetIsKeptForEverUnderItsOwnPrint() throws Exception {
        String page = get("/").body();
        String address = page.replaceAll("(?s).*href=\"(/assets/tombolo[^\"]+)\".*", "$1");
        HttpResponse<String> css = get(address);
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(header(css, "Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(header(css, "Content-Type")).startsWith("text/css");
    }

    @Test
    void aPageSpeaksTheLanguageAskedFor() throws Exception {
        assertThat(get("/?lang=ar-XB").body()).contains("<html lang=\"ar-XB\" dir=\"rtl\">", "/help-now?lang=ar-XB");
        assertThat(get("/?lang=en-XA").body()).contains("<html lang=\"en-XA\" dir=\"ltr\">");
        assertThat(get("/?lang=xx").body()).contains("<html lang=\"en\" dir=\"ltr\">");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String header, String value) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(at("/nowhere"))
                        .header(header, value)
                        .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
