package tombolo.techniques.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.database.CountedStatements;
import tombolo.inventory.TestCircles;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.techniques.Question;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;

/** Whatever somebody chooses, and wherever they begin, a piece of work leads to its end and says there what it leaves. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, CountedStatements.class})
class EveryWayThroughTests {
    private static final String BASE = "/my/techniques";
    private static final String BEFORE = "/before/going-on";
    private static final int MOST_STEPS = 40;
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    private final Techniques techniques;
    private final ApplicationContext context;
    private final TestHouse house;

    @LocalServerPort
    private int port;

    EveryWayThroughTests(Techniques techniques, ApplicationContext context) {
        this.techniques = techniques;
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
    }

    @Test
    void everyAnswerThatCanBeChosenLeadsToTheEndAndAsDeepAsItGoes() {
        for (Technique how : techniques.all()) {
            Account hers = somebody(how.id());
            String dan = TestCircles.close(context, house, hers, "Dan").value().toString();
            TestBrowser mine = house.browser(port, hers);
            int ways = ways(how);
            Set<String> chosen = new LinkedHashSet<>();
            for (int way = 0; way < ways; way++) {
                new Walker(mine, how, Optional.of(dan), way, ways, true, chosen).walk();
            }
            assertThat(chosen).as(how.id()).containsAll(all(how));
        }
    }

    @Test
    void eachGoesToItsEndWithNobodyOnTheCirclesAndWithNothingSaidThatIsNotNeeded() {
        for (Technique how : techniques.all()) {
            TestBrowser mine = house.browser(port, somebody(how.id()));
            new Walker(mine, how, Optional.empty(), 0, 1, false, new LinkedHashSet<>()).walk();
        }
    }

    private Account somebody(String name) {
        Person anna = house.known("Anna", house.ishbel());
        return house.practice().person(anna.id(), name);
    }

    /** As many as the question with the most answers has. */
    private static int ways(Technique how) {
        return how.questions()
                .filter(Question.One.class::isInstance)
                .map(Question.One.class::cast)
                .mapToInt(one -> one.options().size())
                .max()
                .orElse(1);
    }

    /** Everything that can be chosen, as it is sent. */
    private static List<String> all(Technique how) {
        return how.questions()
                .flatMap(question -> switch (question) {
                    case Question.One one
                    when !one.passing() -> one.options().stream().map(option -> one.id() + "=" + option);
                    case Question.Some some -> some.options().stream().map(option -> some.id() + "=" + option);
                    default -> Stream.<String>empty();
                })
                .toList();
    }

    /**
     * One walk from the first step to the end.
     *
     * @param dan whoever is on the circles; empty for nobody
     * @param way which of the answers to each question is chosen
     * @param deep whether everything is answered, the steps beside the least path too
     * @param chosen what was kept
     */
    private record Walker(
            TestBrowser mine,
            Technique how,
            Optional<String> dan,
            int way,
            int ways,
            boolean deep,
            Set<String> chosen) {

        void walk() {
            HttpResponse<String> page = opens(BASE + "/new/" + how.id());
            Set<String> taken = new LinkedHashSet<>();
            for (int steps = 0; !at(page).matches(BASE + "/[0-9a-f-]{36}"); steps++) {
                assertThat(steps).as(this + " comes to an end").isLessThan(MOST_STEPS);
                taken.add(id(at(page)));
                page = opens(goesOn(at(page), page));
            }
            String piece = at(page);
            assertThat(page.body()).as(toString()).doesNotContain("This is half done");
            for (String step : deep ? further(page, piece) : List.<String>of()) {
                taken.add(id(step));
                goesOn(step, opens(step));
                page = opens(piece);
            }
            taken.removeIf(step -> step.equals("going-on") || !isSaid(step));
            for (String step : taken) {
                assertThat(page.body())
                        .as(this + " shows what was said")
                        .contains("href=\"" + piece + "/" + step + "\"");
            }
            leaves(piece, page);
        }

        /** What can be tried goes on the week from here. */
        private void leaves(String piece, HttpResponse<String> page) {
            boolean leads = how.leads().isPresent() && isSaid(ofTheLead());
            assertThat(page.body().contains("action=\"" + piece + "/try\""))
                    .as(this + " says what it leaves")
                    .isEqualTo(leads);
            if (leads) {
                String to = TestBrowser.location(mine.post(piece + "/try", Map.of()));
                assertThat(to).as(toString()).startsWith(piece + "?done=");
                assertThat(opens(to).body()).as(toString()).contains("It is on your week");
            }
        }

        private String ofTheLead() {
            return how.steps().stream()
                    .filter(step ->
                            step.fields().contains(how.leads().orElseThrow().what()))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        /** Whether something is said in it at all. */
        private boolean isSaid(String step) {
            return !answers(step(step)).isEmpty();
        }

        private List<String> further(HttpResponse<String> page, String piece) {
            String body = page.body();
            int list = body.indexOf("<ul class=\"tasks\">");
            return list < 0
                    ? List.of()
                    : Pattern.compile("href=\"(" + piece + "/[a-z-]+)\"")
                            .matcher(body.substring(list))
                            .results()
                            .map(MatchResult::group)
                            .map(link -> link.replaceAll("href=\"|\"", ""))
                            .filter(link -> !link.endsWith("/removal"))
                            .distinct()
                            .toList();
        }

        /** As a browser does: where it leads on to another page, that one. */
        private HttpResponse<String> opens(String path) {
            HttpResponse<String> page = mine.get(path);
            if (page.statusCode() == 302) {
                return opens(TestBrowser.location(page));
            }
            assertThat(page.statusCode()).as(this + " at " + path).isEqualTo(200);
            return page;
        }

        private static String at(HttpResponse<String> page) {
            return page.uri().getPath();
        }

        private String goesOn(String at, HttpResponse<String> page) {
            if (at.endsWith(BEFORE)) {
                return TestBrowser.location(mine.post(at, Map.of("safety", "SAFE")));
            }
            List<Map.Entry<String, String>> said = new ArrayList<>(answers(step(id(at))));
            said.removeIf(field -> isChosenAmongMany(step(id(at)), field) && !isOffered(page, field));
            SEEN.matcher(page.body())
                    .results()
                    .findFirst()
                    .ifPresent(seen -> said.add(Map.entry("seen", seen.group(1))));
            HttpResponse<String> next = mine.post(at, said);
            if (next.statusCode() == 422) {
                said.removeIf(field -> field.getKey().equals(Question.Whom.WHO));
                said.add(dan.map(who -> Map.entry(Question.Whom.WHO, who))
                        .orElse(Map.entry(Question.Whom.NEW, "Somebody")));
                next = mine.post(at, said);
            }
            assertThat(next.statusCode()).as(this + " goes on from " + at).isEqualTo(302);
            said.forEach(field -> chosen.add(field.getKey() + "=" + field.getValue()));
            return TestBrowser.location(next).replaceAll("\\?.*", "");
        }

        private static boolean isChosenAmongMany(Step step, Map.Entry<String, String> field) {
            return step.questions().stream()
                    .anyMatch(question ->
                            question instanceof Question.Some some && some.id().equals(field.getKey()));
        }

        /** What was said in another step already is not asked once more. */
        private static boolean isOffered(HttpResponse<String> page, Map.Entry<String, String> field) {
            return page.body().contains("name=\"" + field.getKey() + "\" value=\"" + field.getValue() + "\"");
        }

        private Step step(String id) {
            return how.steps().stream()
                    .filter(step -> step.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(this + " has no step " + id));
        }

        private String id(String at) {
            return at.contains("/new/") ? how.steps().getFirst().id() : at.replaceAll(".*/", "");
        }

        private List<Map.Entry<String, String>> answers(Step step) {
            return step.questions().stream()
                    .filter(question -> deep || question.needed())
                    .flatMap(this::answers)
                    .toList();
        }

        private Stream<Map.Entry<String, String>> answers(Question question) {
            return switch (question) {
                case Question.Words words ->
                    words.passing() ? Stream.of() : Stream.of(Map.entry(words.id(), words(words.id())));
                case Question.Whom whom -> dan.map(who -> Map.entry(whom.id(), whom(whom, who))).stream();
                case Question.Scale scale ->
                    Stream.of(Map.entry(scale.id(), Integer.toString(way % (scale.most() + 1))));
                case Question.One one ->
                    one.passing()
                            ? Stream.of()
                            : Stream.of(Map.entry(
                                    one.id(),
                                    one.options().get(way % one.options().size())));
                case Question.Some some ->
                    IntStream.range(0, some.options().size())
                            .filter(option -> (option + 1) % ways == way)
                            .mapToObj(option ->
                                    Map.entry(some.id(), some.options().get(option)));
                case Question.Grid grid ->
                    grid.fields().stream().map(field -> Map.entry(field, Integer.toString(way % (grid.most() + 1))));
                case Question.Turns turns ->
                    Stream.of(
                            Map.entry(turns.field(1, Question.Turns.WHO), Question.Turns.ME),
                            Map.entry(turns.field(1, Question.Turns.SAID), "You are late"),
                            Map.entry(turns.turning(), "1"));
            };
        }

        private String whom(Question.Whom whom, String who) {
            List<String> all = new ArrayList<>(List.of(who));
            if (whom.alsoMyself()) {
                all.add(Question.Whom.MYSELF);
            }
            if (!whom.needed()) {
                all.add(Question.Whom.NOBODY);
            }
            return all.get(way % all.size());
        }

        private static String words(String question) {
            return switch (question) {
                case "date" -> "March 2019";
                case "yearly" -> "12 June";
                default -> "One line\nand another";
            };
        }

        @Override
        public String toString() {
            return how.id() + ", way " + way;
        }
    }
}
