package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page there is, for everyone who can open it, goes through the gate: none is on a list that somebody must keep. */
class EveryPageIT {
    private static final Set<String> OPENED = new TreeSet<>();

    @Test
    void pagesForEverybody() {
        try (Visitor visitor = Visitor.onPhone(Stage.demo().base())) {
            Crawl crawl = new Crawl(visitor, "nobody signed in").from("/").ofArea("");
            OPENED.addAll(crawl.visited());
            assertThat(crawl.wrong()).isEmpty();
            assertThat(visitor.context().cookies())
                    .as("cookies before anybody has signed in")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Anna, my", "Ishbel, desk", "Priya, desk", "Idris, desk", "Grace, desk", "Lea, desk"})
    void pagesForOneOfTheCast(String name, String area) {
        try (Visitor visitor = Visitor.onPhone(Stage.demo().base()).is(name)) {
            walk(visitor, name, area);
        }
    }

    @Test
    void pagesForSomebodyInTheOtherPractice() {
        try (Visitor visitor = Visitor.onPhone(Stage.harbour()).is("Callum")) {
            walk(visitor, "Callum", "desk");
        }
    }

    private static void walk(Visitor visitor, String name, String area) {
        Crawl crawl = new Crawl(visitor, name).from("/" + area).ofArea(area);
        OPENED.addAll(crawl.visited());
        assertThat(crawl.wrong()).isEmpty();
    }

    @AfterAll
    static void noteWhatWasOpened() {
        List<Routes.Route> pages = Routes.all().stream()
                .filter(route -> route.verb().equals("GET"))
                .toList();
        long opened = pages.stream()
                .filter(route -> OPENED.stream().anyMatch(path -> route.answers("GET", path.replaceAll("\\?.*", ""))))
                .count();
        Evidence.note("addresses opened by walking along links, of all there are", opened + " of " + pages.size());
    }
}
