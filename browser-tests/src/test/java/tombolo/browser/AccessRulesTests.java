package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tombolo.browser.Routes.Route;

/** The rows that say who may open what are the page that says it, and a new address is spoken for by the place it is in. */
class AccessRulesTests {
    private static final Path PAGE = Path.of("..", "docs", "trust", "who-may-open-what.md");
    private static final Map<String, String> ASKED = Map.of("*", "open or press", "GET", "open", "POST", "press");

    @Test
    void thePageIsDrawnFromTheRows() throws IOException {
        String drawn = """
                # Who may open what

                Drawn from `browser-tests/src/test/resources/tombolo/browser/who-may-open-what.csv`, whose rows `IsolationIT` asks of every address of the packaged application, for every role, with the ids of their own record, another therapist's, another practice's and nobody's.
                The first row that fits an address speaks for it; `**` is everything under it. A new address needs a row only where none of these is right.
                Whoever may not is answered with the page of what never was: the same status, the same headers, the same bytes. Whoever is not signed in there is sent to sign in, whether the thing exists or not.

                | address | to | who | why |
                |---|---|---|---|
                %s
                """.formatted(AccessRules.read().rows().stream()
                .map(row -> "| `%s` | %s | %s | %s%s |"
                        .formatted(
                                row.address(),
                                ASKED.get(row.verb()),
                                String.join(" or ", row.who()),
                                row.why(),
                                row.seen() ? "" : " (asked only with ids that nobody has)"))
                .collect(Collectors.joining("\n")));
        String stands = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        Files.writeString(PAGE, drawn);
        assertThat(stands).as(PAGE + " has been drawn anew: commit it").isEqualTo(drawn);
    }

    @Test
    void aNewAddressIsSpokenForByThePlaceItIsIn() {
        AccessRules rules = AccessRules.read();
        assertThat(rules.of(new Route("GET", "/desk/people/{whoever}/something-new/{id}", ""))
                        .who())
                .containsExactly("walks with them");
        assertThat(rules.of(new Route("POST", "/my/something-new/{id}", "")).who())
                .containsExactly("themself");
        assertThat(rules.of(new Route("POST", "/desk/people/{id}/contact", "")).who())
                .containsExactly("walks with them", "manager");
    }
}
