package tombolo.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nodatabase.PublicPagesOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tombolo.ui.HelpLines;

/** The public pages as a stranger at night meets them: no database, no cookie, little to load, help one press away. */
@SpringBootTest(
        classes = PublicPagesOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tombolo.invented-languages=true")
class SitePagesTests {
    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/how-it-helps", "/about-privacy", "/safe-browsing", "/help-now", "/check-in"})
    void aPageComesWithoutDatabaseOrCookieAndMayBeKeptAWhile(String path) throws Exception {
        HttpResponse<byte[]> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("public", "max-age");
        assertThat(text(page))
                .contains("<html lang=\"en\"", "href=\"/leave\"")
                .doesNotContain("style=", "<script>", "onclick", "http://", "bbc.co.uk");
        assertThat(text(page).split("<h1")).as("one heading of the first rank").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/how-it-helps", "/about-privacy", "/safe-browsing", "/help-now", "/check-in"})
    void noPageHasWordsTheInventedLanguageCouldNotReach(String path) throws Exception {
        String page = text(get(path + "?lang=en-XA"))
                .replaceAll("(?s)<(section|ul|h3|span|p)[^>]* lang=\"en\".*?</\\1>", "")
                .replaceAll("(?s)<head>.*?</head>|<svg.*?</svg>", "")
                .replace("Tombolo", "");
        assertThat(Pattern.compile(">[^<]*\\b[a-zA-Z]{4,}\\b[^<]*<")
                        .matcher(page)
                        .results()
                        .map(r -> r.group()))
                .filteredOn(words -> !words.matches("(?s).*[À-ſƀ-ɏḀ-ỿ].*"))
                .isEmpty();
    }

    @Test
    void theCheckInIsOnePressFromTheFirstPage() throws Exception {
        assertThat(text(get("/"))).contains("href=\"/check-in\"", "href=\"/reach-out\"", "href=\"/help-now\"");
    }

    @Test
    void theFirstPageIsLightEnoughForASlowPhone() throws Exception {
        assertThat(weight("/")).isLessThan(60_000);
    }

    @Test
    void helpNowWithAllItNeedsStaysUnderFifteenKilobytes() throws Exception {
        assertThat(weight("/help-now")).isLessThan(15_000);
    }

    @Test
    void helpNowPutsTheEmergencyFirstAndEveryNumberCanBePressed() throws Exception {
        String page = text(get("/help-now"));
        assertThat(page.indexOf("tel:999")).isPositive().isLessThan(page.indexOf("tel:116123"));
        for (HelpLines.Line line : HelpLines.all().getFirst().lines()) {
            assertThat(page).contains("href=\"" + line.href() + "\"", line.number(), line.name());
        }
    }

    @Test
    void everyNumberSaysWhereItWasReadAndWhen() {
        for (HelpLines country : HelpLines.all()) {
            Stream.concat(Stream.of(country.emergency()), country.lines().stream())
                    .forEach(line -> {
                        assertThat(line.source()).as(line.name()).contains("https://");
                        assertThat(line.verified()).as(line.name()).isAfter(LocalDate.of(2026, 1, 1));
                        String digits = line.number().replaceAll("[^0-9]", "");
                        assertThat(line.href()).as(line.name()).matches("(tel|sms):" + digits + "(\\?.*)?");
                    });
        }
    }

    @Test
    void theWorkerKeepsHelpNowAndNothingAboutAnyone() throws Exception {
        String worker = text(get("/help-now.js"));
        List<String> kept = Pattern.compile("'(/[^']*)'")
                .matcher(worker.substring(0, worker.indexOf(';')))
                .results()
                .map(file -> file.group(1))
                .toList();
        assertThat(kept).contains("/help-now").hasSize(5);
        for (String file : kept) {
            assertThat(get(file).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(text(get("/help-now"))).contains(kept.subList(1, 5));
    }

    @Test
    void aSavedPageGetsANameThatSaysNothing() throws Exception {
        assertThat(text(get("/manifest.webmanifest")))
                .contains("\"name\": \"Notes\"")
                .doesNotContain("Tombolo");
    }

    /** What comes over the line for a page and its own files, compressed as a browser would ask for it. */
    private int weight(String path) throws Exception {
        HttpResponse<byte[]> page = get(path);
        int weight = page.body().length;
        List<String> files = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                .matcher(text(page))
                .results()
                .map(file -> file.group(1))
                .distinct()
                .toList();
        for (String file : files) {
            weight += get(file).body().length;
        }
        return weight;
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Encoding", "gzip")
                .build();
        return browser.send(request, BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean zipped =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        byte[] body = answer.body();
        if (zipped) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = in.readAllBytes();
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
