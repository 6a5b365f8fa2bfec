package tombolo.accounts;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser of the simplest kind: keeps cookies, sends the hidden fields of the last page it saw, and follows nothing by itself. */
public final class TestBrowser {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final String host;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Optional<String> token = Optional.empty();

    /** @param host the name of a {@link TestPractice} */
    public TestBrowser(int port, String host) {
        this.port = port;
        this.host = host;
        headers.put("Accept", "text/html");
        headers.put("Sec-Fetch-Site", "same-origin");
    }

    /** Sends a header with everything from now on; an empty value leaves it out. */
    public TestBrowser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A cookie as {@code name=value}. */
    public TestBrowser cookie(String cookie) {
        cookies.put(cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1));
        return this;
    }

    /** The value of a cookie; empty when there is none. */
    public String cookieNamed(String name) {
        return cookies.getOrDefault(name, "");
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** Sends a form with the hidden fields a page would have put into it. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, List.copyOf(fields.entrySet()));
    }

    /** The same with as many answers to one question as were ticked. */
    public HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields) {
        List<Map.Entry<String, String>> all = new ArrayList<>(fields);
        Set<String> there = fields.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        token.filter(value -> !there.contains("_csrf")).ifPresent(value -> all.add(Map.entry("_csrf", value)));
        if (!there.contains("_idem")) {
            all.add(Map.entry("_idem", UUID.randomUUID().toString()));
        }
        String body = all.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** Opens a page first, so that its token is at hand, then sends a form of it. */
    public HttpResponse<String> open(String page, String path, Map<String, String> fields) {
        get(page);
        return post(path, fields);
    }

    public HttpResponse<String> postJson(String path, String body) {
        Map<String, String> more =
                new LinkedHashMap<>(Map.of("Content-Type", "application/json", "Accept", "application/json"));
        token.ifPresent(value -> more.put("X-CSRF-TOKEN", value));
        return send("POST", path, BodyPublishers.ofString(body), more);
    }

    public HttpResponse<String> send(
            String method, String path, HttpRequest.BodyPublisher body, Map<String, String> more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body)
                .header("Host", host + ":" + port);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie", cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            keep(answer);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(HttpResponse<String> answer) {
        for (String set : new ArrayList<>(answer.headers().allValues("Set-Cookie"))) {
            String name = set.substring(0, set.indexOf('='));
            String value = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        }
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = Optional.of(found.group(1));
        }
    }

    /** Where an answer sends the browser, without scheme and host. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(to -> to.replaceFirst("^https?://[^/]+", ""))
                .orElse("");
    }

    /** The headers of an answer without those that differ each time. */
    public static Map<String, List<String>> steady(HttpResponse<String> answer) {
        Map<String, List<String>> steady = new LinkedHashMap<>(answer.headers().map());
        steady.keySet().removeIf(name -> name.equalsIgnoreCase("date") || name.equalsIgnoreCase("connection"));
        return steady;
    }

    /** A page without what differs each time: the keys of its forms. */
    public static String steadyBody(HttpResponse<String> answer) {
        return answer.body().replaceAll("name=\"(_idem|_csrf)\" value=\"[^\"]*\"", "name=\"$1\"");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
