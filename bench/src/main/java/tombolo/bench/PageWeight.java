package tombolo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** W6: what a phone downloads on a first visit, compressed, and in how many requests. */
final class PageWeight {
    private static final Pattern LINKED = Pattern.compile(
            "<(?:link[^>]*rel=\"(?:stylesheet|icon|manifest|modulepreload)\"[^>]*href|script[^>]*src|img[^>]*src)=\"([^\"]+)\"");

    private PageWeight() {}

    static List<Figure> measure(URI address) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String page : List.of("/", "/check-in", "/help-now", "/reach-out")) {
                Weight weight = weigh(client, address, page);
                boolean help = page.equals("/help-now");
                figures.add(Figure.atMost(
                        "W6", page + ", first visit, compressed", weight.bytes / 1024.0, help ? 15 : 50, "KiB"));
                figures.add(Figure.atMost("W6", page + ", requests", weight.requests, 5, "requests"));
            }
        }
        return figures;
    }

    private record Weight(long bytes, int requests) {}

    private static Weight weigh(HttpClient client, URI address, String page) throws IOException, InterruptedException {
        HttpResponse<byte[]> compressed = get(client, address.resolve(page), true);
        String html =
                new String(get(client, address.resolve(page), false).body(), java.nio.charset.StandardCharsets.UTF_8);
        Set<String> links = new LinkedHashSet<>();
        Matcher matcher = LINKED.matcher(html);
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
        long bytes = compressed.body().length;
        for (String link : links) {
            bytes += get(client, address.resolve(link), true).body().length;
        }
        return new Weight(bytes, 1 + links.size());
    }

    private static HttpResponse<byte[]> get(HttpClient client, URI address, boolean compressed)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (compressed) {
            request.header("Accept-Encoding", "gzip");
        }
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(address.getPath() + " answered " + response.statusCode());
        }
        return response;
    }
}
