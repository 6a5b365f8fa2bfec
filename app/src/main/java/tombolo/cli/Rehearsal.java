package tombolo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** One walk through the pages a person opens first, so that the cache written at the end makes every later start quick. */
final class Rehearsal {
    private static final List<String> PUBLIC = List.of("/", "/check-in", "/help-now", "/reach-out", "/demo", "/up");

    private Rehearsal() {}

    static void walk(ConfigurableApplicationContext application) {
        int port = java.util.Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                .getPort();
        URI home = URI.create("http://localhost:" + port);
        try {
            for (int round = 0; round < 3; round++) {
                for (String page : PUBLIC) {
                    open(home.resolve(page), "");
                }
                String cookie = press(home, "/demo/sign-ins/anna");
                open(home.resolve("/my"), cookie);
                open(home.resolve("/my/circles"), cookie);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rehearsal could not open a page", e);
        }
    }

    private static void open(URI page, String cookie) throws IOException {
        HttpURLConnection visit = (HttpURLConnection) page.toURL().openConnection();
        visit.setRequestProperty("Cookie", cookie);
        visit.setRequestProperty("Accept-Encoding", "gzip");
        if (visit.getResponseCode() < 400) {
            visit.getInputStream().readAllBytes();
        }
    }

    private static String press(URI home, String button) throws IOException {
        HttpURLConnection press =
                (HttpURLConnection) home.resolve(button).toURL().openConnection();
        press.setInstanceFollowRedirects(false);
        press.setRequestMethod("POST");
        press.setDoOutput(true);
        press.getOutputStream().write("_idem=rehearsal".getBytes(StandardCharsets.UTF_8));
        String cookie = press.getHeaderField("Set-Cookie");
        return cookie == null ? "" : cookie.substring(0, cookie.indexOf(';'));
    }
}
