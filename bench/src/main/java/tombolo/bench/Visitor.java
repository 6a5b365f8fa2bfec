package tombolo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the demo's cast, signed in by the demo's one press, who opens pages. */
final class Visitor implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI address;
    private String cookie = "";

    Visitor(URI address) {
        this.address = address;
    }

    /** Presses the button of the person with this name on the demo's page of the cast. */
    void signInAs(String name) throws IOException, InterruptedException {
        String page = new String(
                client.send(
                                HttpRequest.newBuilder(address.resolve("/demo")).build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body(),
                StandardCharsets.UTF_8);
        Matcher form = Pattern.compile(
                        "<form[^>]*action=\"([^\"]*)\"[^>]*data-cast=\"" + name + "\"[^>]*>(.*?)</form>",
                        Pattern.DOTALL)
                .matcher(page);
        if (!form.find()) {
            throw new IOException("The demo's page has no button for " + name);
        }
        StringBuilder body = new StringBuilder();
        Matcher field = Pattern.compile("<input[^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"")
                .matcher(form.group(2));
        while (field.find()) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(field.group(1))
                    .append('=')
                    .append(field.group(2));
        }
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(address.resolve(form.group(1)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", address.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        cookie = answer.headers().allValues("Set-Cookie").stream()
                .map(value -> value.substring(0, value.indexOf(';')))
                .filter(value -> value.startsWith("__Host-"))
                .findFirst()
                .orElseThrow(
                        () -> new IOException("Signing in as " + name + " gave no cookie: " + answer.statusCode()));
    }

    /** What the first match of a pattern on a page caught. */
    String first(String path, String pattern) throws IOException, InterruptedException {
        Matcher match = Pattern.compile(pattern).matcher(read(path));
        if (!match.find()) {
            throw new IOException(path + " has nothing like " + pattern);
        }
        return match.group(1);
    }

    /** The fields of the one form of a page that is sent to its own address, as the page has them filled in. */
    Map<String, String> fields(String path) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = Pattern.compile("<input[^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"")
                .matcher(first(path, "(?s)<form([^>]*action=\"" + path + "\".*?)</form>"));
        while (field.find()) {
            fields.putIfAbsent(field.group(1), field.group(2));
        }
        return fields;
    }

    /** Sends a form; where the answer leads. */
    String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", address.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException(path + " answered " + answer.statusCode()));
    }

    private String read(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    HttpResponse<byte[]> open(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Cookie", cookie)
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
    }
}
