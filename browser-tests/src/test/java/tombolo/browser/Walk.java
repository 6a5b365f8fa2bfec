package tombolo.browser;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everywhere somebody is led by the pages they are shown, one page of each kind, without a browser. */
final class Walk {
    private final PlainClient client;
    private final Predicate<String> within;
    private final Map<String, ReadPage> pages = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Set<String> addresses = new LinkedHashSet<>();

    /** A walk that does not leave the addresses it is told to stay within. */
    Walk(PlainClient client, Predicate<String> within) {
        this.client = client;
        this.within = within;
    }

    /** One button on one of the pages. */
    record Found(String page, ReadPage.Form form) {}

    Walk from(List<String> starts) throws IOException {
        Set<String> kinds = new LinkedHashSet<>();
        ArrayDeque<String> ahead = new ArrayDeque<>(starts);
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (within.test(path) && !path.startsWith("/leave") && kinds.add(kind(path))) {
                PlainClient.Answer answer = client.get(path);
                if (answer.status() == 200 && isPage(answer)) {
                    ahead.addAll(read(path, answer));
                }
            }
        }
        return this;
    }

    /** Another day, another number or another choice is the same page again; a calendar would never end. */
    private static String kind(String path) {
        String[] parts = Crawl.kind(path).split("\\?", 2);
        String place = parts[0].replaceAll("/\\d[\\d-]*(?=/|$)", "/{number}");
        return parts.length == 1 ? place : place + "?" + parts[1].replaceAll("=[^&]*", "");
    }

    private List<String> read(String path, PlainClient.Answer answer) {
        ReadPage page = ReadPage.of(answer);
        pages.put(path, page);
        sources.put(path, answer.body());
        List<String> led = new ArrayList<>();
        for (String link : page.links()) {
            URI target = URI.create("http://here" + path).resolve(link);
            if ("here".equals(target.getHost())) {
                led.add(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
            }
        }
        addresses.addAll(led);
        page.forms().forEach(form -> addresses.add(form.action()));
        page.forms().stream().filter(form -> !form.posts()).map(Walk::asked).forEach(led::add);
        return led;
    }

    /** Where a form leads that only asks for something. */
    private static String asked(ReadPage.Form form) {
        return form.action().replaceAll("\\?.*", "")
                + form.fields().stream()
                        .filter(field -> !field.value().isEmpty())
                        .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** Every address on every page, whether it was gone to or not. */
    Set<String> addresses() {
        return addresses;
    }

    /** The addresses of the pages that opened. */
    Set<String> opened() {
        return pages.keySet();
    }

    /** The pages that opened, as they were served. */
    Map<String, String> sources() {
        return sources;
    }

    List<Found> forms() {
        List<Found> all = new ArrayList<>();
        pages.forEach((path, page) -> page.forms().forEach(form -> all.add(new Found(path, form))));
        return all;
    }

    private static boolean isPage(PlainClient.Answer answer) {
        return answer.headers()
                .getOrDefault("content-type", List.of(""))
                .getFirst()
                .startsWith("text/html");
    }
}
