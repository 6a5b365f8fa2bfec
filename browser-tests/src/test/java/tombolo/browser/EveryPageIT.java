package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page there is, for everyone who can open it, goes through the gate: none is on a list that somebody must keep. */
@ResourceLock(Stage.SHARED)
class EveryPageIT {
    /** Addresses that no link leads to, and who opens them instead. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("/leave", "QuickExitIT"),
            Map.entry("/assets/{file}", "every page"),
            Map.entry("/error", "no page of its own"),
            Map.entry("/set-up", "FirstStartIT"),
            Map.entry("/join/{link}", "FirstStartIT"),
            Map.entry("/invitation/{token}", "FirstStartIT"),
            Map.entry("/my/first-steps", "FirstStartIT"),
            Map.entry("/desk/first-steps", "FirstStartIT"),
            Map.entry("/way-back/{link:[A-Za-z0-9_-]{43}}", "FirstStartIT"),
            Map.entry("/reach-out/sent/{reference}", "FirstStartIT"),
            Map.entry("/q/{token}", "QuestionsIT"),
            Map.entry("/my/questions/{asking}/thanks", "QuestionsIT"),
            Map.entry("/desk/people/{person}/answers", "QuestionsIT"),
            Map.entry("/desk/people/{person}/session/review/{note}", "SessionNoteIT"),
            Map.entry("/my/techniques/{id}/before/going-on", "PiecesIT"),
            Map.entry("/desk/people/{person}/techniques/{id}/before/going-on", "PiecesIT"),
            Map.entry("/desk/clinical-wills/{id}/people", "StartAndStopIT"),
            Map.entry("/desk/away/{id}/cover", "StartAndStopIT"),
            Map.entry("/desk/variants/{id}/writing", "VariantsIT"),
            Map.entry("/desk/variants/{id}/file", "no page, but a file"),
            Map.entry("/desk/people/{person}/safety-plan/versions/{version}", "its twin under /my"));

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
    @CsvSource({"Anna, my", "Nell, my", "Ishbel, desk", "Priya, desk", "Idris, desk", "Grace, desk", "Lea, desk"})
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

    /** A new page that nobody comes to by links, and that no journey is named for here, fails with its address. */
    @AfterAll
    static void noPageIsForgotten() {
        List<String> pages = Routes.all().stream()
                .filter(route -> route.verb().equals("GET"))
                .filter(route -> OPENED.stream().noneMatch(path -> route.answers("GET", path.replaceAll("\\?.*", ""))))
                .map(Routes.Route::path)
                .filter(path -> !ELSEWHERE.containsKey(path))
                .distinct()
                .toList();
        assertThat(pages).as("pages that nobody opened").isEmpty();
    }
}
