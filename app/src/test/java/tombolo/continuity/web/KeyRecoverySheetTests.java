package tombolo.continuity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.accounts.TestPractice;
import tombolo.vault.Role;

/** The sheet is shown once, typed back in part, and made only by whoever may bring everything back. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class KeyRecoverySheetTests {
    private static final String PAGE = "/desk/key-recovery-sheet";

    private final ApplicationContext context;

    @LocalServerPort
    private int port;

    private TestPractice place;
    private TestBrowser priya;

    KeyRecoverySheetTests(ApplicationContext context) {
        this.context = context;
    }

    @BeforeEach
    void priyaLooksAfterTheMachine() {
        place = new TestPractice(context);
        var account = place.colleague("priya@practice.example", "Priya", EnumSet.of(Role.MANAGER, Role.ADMIN));
        priya = new TestBrowser(port, place.host()).cookie(place.cookie(account.id()));
    }

    @Test
    void isShownOnceAndThenTypedBackInPart() {
        HttpResponse<String> shown = priya.open(PAGE, PAGE, Map.of());
        List<String> groups = found("<code class=\"spelled\">([0-9A-Z]{4})</code>", shown);
        assertThat(groups).hasSize(9);
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");

        HttpResponse<String> again = priya.get(PAGE);
        assertThat(found("<code class=\"spelled\">([0-9A-Z]{4})</code>", again)).isEmpty();
        List<Integer> asked =
                found("Group ([1-9])", again).stream().map(Integer::valueOf).toList();
        assertThat(asked).hasSize(2).doesNotHaveDuplicates();

        HttpResponse<String> wrong =
                priya.open(PAGE, PAGE + "/confirmation", Map.of("first", "0000", "second", "0000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("These are not the two groups on the sheet");

        HttpResponse<String> right = priya.open(
                PAGE,
                PAGE + "/confirmation",
                Map.of("first", groups.get(asked.get(0) - 1), "second", groups.get(asked.get(1) - 1)));
        assertThat(TestBrowser.location(right)).endsWith(PAGE + "?done=continuity.done.typed");
        assertThat(priya.get(PAGE).body()).contains("The sheet is on paper");
    }

    @Test
    void isNotThereForWhoeverMayNotBringEverythingBack() {
        var callum = place.colleague("callum@practice.example", "Callum", EnumSet.of(Role.THERAPIST, Role.MANAGER));
        TestBrowser other = new TestBrowser(port, place.host()).cookie(place.cookie(callum.id()));
        assertThat(other.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(other.get("/desk/sign-ins").body()).doesNotContain(PAGE);
    }

    @Test
    void standsInTheMenuOfWhoeverMayMakeIt() {
        assertThat(priya.get("/desk/sign-ins").body()).contains("href=\"" + PAGE + "\"");
    }

    private static List<String> found(String pattern, HttpResponse<String> page) {
        return Pattern.compile(pattern)
                .matcher(page.body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
