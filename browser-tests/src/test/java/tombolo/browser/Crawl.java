package tombolo.browser;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A walk along every link a visitor can see, one page of each kind, so that no page is forgotten. */
final class Crawl {
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static final String LINKS = """
            () => [...document.querySelectorAll('a[href]:not([download])')]
              .map(link => new URL(link.getAttribute('href'), document.baseURI).href)""";

    private final Visitor visitor;
    private final String who;
    private final Map<String, List<String>> wrong = new LinkedHashMap<>();
    private final Set<String> kinds = new LinkedHashSet<>();
    private final Set<String> visited = new LinkedHashSet<>();

    Crawl(Visitor visitor, String who) {
        this.visitor = visitor;
        this.who = who;
    }

    /** Walks from some addresses to everything that can be reached from them by links. */
    Crawl from(String... starts) {
        ArrayDeque<String> ahead = new ArrayDeque<>(List.of(starts));
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (kinds.add(kind(path))) {
                visited.add(path);
                ahead.addAll(look(path));
            }
        }
        return this;
    }

    /** Walks from every address of an area that needs no id; one that is closed to this visitor looks like none. */
    Crawl ofArea(String... areas) {
        return from(Routes.all().stream()
                .filter(route -> route.verb().equals("GET") && !route.path().contains("{"))
                .map(Routes.Route::path)
                .filter(path -> !path.equals("/leave") && !path.equals("/error"))
                .filter(path -> List.of(areas).contains(area(path)))
                .filter(path -> kinds.contains(path) || answer(path).status != 404)
                .toArray(String[]::new));
    }

    private static String area(String path) {
        return path.matches("/(my|desk)(/.*)?") ? path.substring(1).replaceAll("/.*", "") : "";
    }

    /** The addresses that were opened. */
    Set<String> visited() {
        return visited;
    }

    /** What was wrong, by page. */
    Map<String, List<String>> wrong() {
        return wrong;
    }

    /**
     * A page of the same kind as another differs from it only in the ids in its address; a shipped variant's is a word, and so
     * are those of techniques and their steps.
     */
    static String kind(String path) {
        return path.replaceAll(ID, "{id}")
                .replaceAll("^/desk/variants/[^/?#]+", "/desk/variants/{id}")
                .replaceAll("(/techniques/(?:new|sheets|\\{id}))/(?!before)[^/?#]+", "$1/{step}")
                .replaceAll("#.*", "");
    }

    private List<String> look(String path) {
        boolean isNew = !PageGate.hasSeen(kind(path));
        Answer answer = isNew ? opened(path) : answer(path);
        List<String> found = new ArrayList<>();
        if (answer.status != 200) {
            found.add("answered " + answer.status);
        } else if (answer.isPage && isNew) {
            found.addAll(PageGate.look(visitor, kind(path)));
            found.addAll(PageGate.languages(visitor, path));
        }
        if (!found.isEmpty()) {
            wrong.put(path + " (" + who + ")", found);
        }
        return answer.links.stream().flatMap(this::ours).toList();
    }

    /** @param links as they stand in the page, resolved by the browser */
    private record Answer(int status, boolean isPage, List<String> links) {}

    /** Opened as from a bookmark; a file that is only for keeping does not open, and is asked for instead. */
    private Answer opened(String path) {
        Response said;
        try {
            said = visitor.opens(path);
        } catch (PlaywrightException aFile) {
            return answer(path);
        }
        boolean isPage = said.request().redirectedFrom() == null
                && said.headers().getOrDefault("content-type", "").startsWith("text/html");
        List<?> links = isPage ? (List<?>) visitor.page().evaluate(LINKS) : List.of();
        return new Answer(
                said.status(), isPage, links.stream().map(String::valueOf).toList());
    }

    /** Asked from inside the browser, which finds every name under localhost and does not mind what comes back. */
    private Answer answer(String path) {
        if (visitor.page().url().equals("about:blank")) {
            visitor.goes("/");
        }
        Map<?, ?> said = (Map<?, ?>) visitor.page().evaluate("""
                        async path => {
                          const said = await fetch(path);
                          const isPage = !said.redirected && (said.headers.get('content-type') ?? '').startsWith('text/html');
                          const page = isPage ? new DOMParser().parseFromString(await said.text(), 'text/html') : document;
                          const links = isPage ? [...page.querySelectorAll('a[href]:not([download])')] : [];
                          return {status: said.status, isPage,
                            links: links.map(link => new URL(link.getAttribute('href'), said.url).href)};
                        }""", path);
        List<?> links = (List<?>) Objects.requireNonNull(said.get("links"));
        return new Answer(
                (Integer) Objects.requireNonNull(said.get("status")),
                (Boolean) Objects.requireNonNull(said.get("isPage")),
                links.stream().map(String::valueOf).toList());
    }

    private Stream<String> ours(String link) {
        URI target = URI.create(link);
        return link.startsWith("http")
                        && visitor.isAtHome(target)
                        && !target.getPath().equals("/leave")
                ? Stream.of(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()))
                : Stream.empty();
    }
}
