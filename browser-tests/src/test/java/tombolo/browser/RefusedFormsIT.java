package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Every form there is, filled with far more than it can take. The page that comes back is sound, says what is wrong beside the
 * field and once at the top with a way there, and still holds what was typed. A new form is asked here by itself.
 */
@ResourceLock(Stage.SHARED)
class RefusedFormsIT {
    private static final String BEGINS = "So long that nobody would read it to the end.";
    private static final String TOO_LONG = BEGINS + " and on".repeat(6_000);
    /**
     * What opens something is asked for like a password: it comes back to no page. And whoever asks for a way back is answered
     * the same whatever they typed, so that nobody learns which names there are.
     */
    private static final Set<String> KEPT_FROM_SIGHT =
            Set.of("/my/keys/phrase", "/desk/key-recovery-sheet/confirmation", "/way-back", "/way-back/desk");

    private static final Pattern WAY = Pattern.compile("<a href=\"#([^\"]+)\"");
    private static final int SEEN = 30;

    private static final Hand.Words WORDS = (form, field) -> switch (field.kind()) {
        case TEXT -> TOO_LONG;
        case EMAIL, TELEPHONE -> field.value().isEmpty() ? Hand.Words.ORDINARY.into(form, field) : field.value();
        case HIDDEN, CHOSEN, PASSWORD -> field.value();
    };

    private final TomboloProcess tombolo = Stage.demo();
    private final Map<String, List<String>> wrong = new TreeMap<>();
    private int refused;

    @Test
    void whatIsTooLongIsSaidBesideItAndStays() throws IOException {
        within(new PlainClient(tombolo.base()), "", "/reach-out");
        within(new PlainClient(tombolo.base()).is("anna"), "/my", "/my");
        within(new PlainClient(tombolo.base()).is("ishbel"), "/desk", "/desk");
        within(new PlainClient(tombolo.base()).is("priya"), "/desk", "/desk");
        Evidence.note("forms that were given too much, refused it kindly and kept it", refused);
        assertThat(wrong).isEmpty();
        assertThat(refused).as("forms that refused").isGreaterThanOrEqualTo(SEEN);
    }

    private void within(PlainClient who, String area, String start) throws IOException {
        for (Walk.Found found : EveryForm.kinds(who, area, start).values()) {
            if (KEPT_FROM_SIGHT.contains(found.form().action())) {
                continue;
            }
            PlainClient.Answer answer = new Hand(who, WORDS).press(found.form(), Map.of());
            List<String> troubles = troubles(answer);
            if (!troubles.isEmpty()) {
                wrong.put(Crawl.kind(found.form().action()) + " on " + Crawl.kind(found.page()), troubles);
            }
        }
    }

    private List<String> troubles(PlainClient.Answer answer) {
        if (answer.status() != 422 && answer.status() != 409) {
            return List.of("answered " + answer.status());
        }
        List<String> troubles = new ArrayList<>(Nu.errors(answer.body()));
        if (!answer.body().contains(BEGINS)) {
            troubles.add("what was typed is gone");
        }
        if (answer.status() == 409) {
            return troubles;
        }
        refused++;
        int top = answer.body().indexOf("id=\"problem\"");
        if (top < 0) {
            return troubles.isEmpty() ? List.of("says nothing at the top") : troubles;
        }
        Matcher way = WAY.matcher(answer.body().substring(top, answer.body().indexOf("</ul>", top)));
        int ways = 0;
        while (way.find()) {
            ways++;
            if (!answer.body().contains("id=\"" + way.group(1) + "\"")) {
                troubles.add("leads to " + way.group(1) + ", which is not there");
            }
            if (!answer.body().contains("id=\"" + way.group(1) + "-error\"")) {
                troubles.add("says nothing beside " + way.group(1));
            }
        }
        if (ways == 0) {
            troubles.add("leads to no field");
        }
        return troubles;
    }
}
