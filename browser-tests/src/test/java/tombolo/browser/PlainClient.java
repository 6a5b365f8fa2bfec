package tombolo.browser;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who asks with plain HTTP, as a very old phone would: fast enough to write while machines are being killed. */
final class PlainClient {
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private final URI base;
    private final String host;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Kept by hand: the client of the JDK does not send a Secure cookie to localhost, and browsers do. */
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    PlainClient(URI base) {
        this(base, base.getAuthority());
    }

    /** Who knocks at the same machine under another name: the JDK does not find every name under localhost, as browsers do. */
    private PlainClient(URI base, String host) {
        this.base = base;
        this.host = host;
    }

    /** Somebody at the house of this name on the same machine. */
    static PlainClient at(URI base, String name) {
        return new PlainClient(base, name + ":" + base.getPort());
    }

    /** An answer, with its headers for those who must compare two refusals. */
    record Answer(int status, String body, Map<String, List<String>> headers) {
        /** Where a form that worked sends the browser on. */
        String location() {
            return headers.getOrDefault("location", List.of("")).getFirst();
        }

        /** The same without the name of the house. */
        String leadsTo() {
            return location().replaceFirst("^https?://[^/]+", "");
        }

        /** What a form on the page would send if nothing were changed: its hidden fields, and whatever is filled in. */
        Map<String, String> hidden() {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher inputs = INPUT.matcher(body);
            while (inputs.find()) {
                String input = inputs.group();
                if (attribute(input, "type").equals("hidden")) {
                    fields.put(attribute(input, "name"), attribute(input, "value"));
                }
            }
            return fields;
        }

        private static String attribute(String tag, String name) {
            Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
            return found.find() ? found.group(1).replace("&amp;", "&").replace("&#34;", "\"") : "";
        }
    }

    /** Carries a cookie that somebody else was given. */
    void carries(String name, String value) {
        cookies.put(name, value);
    }

    /** Shows somebody else's cookies as well. */
    void lend(PlainClient other) {
        other.cookies.putAll(cookies);
    }

    /** Becomes one of the cast with one press, as the demo offers. */
    PlainClient is(String name) throws IOException {
        post("/demo/sign-ins/" + name, Map.of("_idem", UUID.randomUUID().toString()));
        return this;
    }

    URI base() {
        return base;
    }

    /** What this one's forms prove themselves with, in the area whose first page this is. */
    String token(String area) throws IOException {
        return get(area).hidden().getOrDefault("_csrf", "");
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, String> fields) throws IOException {
        return post(path, List.copyOf(fields.entrySet()));
    }

    /** As a form with several answers to one question sends them. */
    Answer post(String path, List<Map.Entry<String, String>> fields) throws IOException {
        String form = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** As a script of ours asks. */
    Answer postJson(String path, String token) throws IOException {
        return send(request(path)
                .setHeader("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    Answer send(String verb, String path) throws IOException {
        return send(request(path)
                .header("Sec-Fetch-Site", "same-origin")
                .method(verb, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Host", host)
                .header("Accept", "text/html")
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private void keep(String setting) {
        String cookie = setting.split(";", 2)[0];
        String name = cookie.substring(0, cookie.indexOf('=')).strip();
        String value = cookie.substring(cookie.indexOf('=') + 1);
        if (value.isEmpty() || setting.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Answer(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
