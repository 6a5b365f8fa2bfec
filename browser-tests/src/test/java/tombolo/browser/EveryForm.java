package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every form somebody can come to that asks for words and takes nothing away, filled in: a new form is asked here by itself. */
final class EveryForm {
    private static final Pattern TAKES_AWAY =
            Pattern.compile(".*/(sign-out|removal|withdrawal|ending|erasure|closing|roles|stop|undoing|clock|finish)");

    private EveryForm() {}

    /** Fills in each kind of form once, within an area of the application. */
    static void within(PlainClient who, String area, Hand.Words words) throws IOException {
        Walk walk = new Walk(who, path -> path.matches(area + "([/?].*)?")).from(java.util.List.of(area));
        Map<String, Walk.Found> kinds = new LinkedHashMap<>();
        walk.forms().stream()
                .filter(found -> found.form().posts()
                        && !TAKES_AWAY.matcher(found.form().action()).matches()
                        && found.form().fields().stream().anyMatch(field -> field.kind() == ReadPage.Kind.TEXT))
                .forEach(found -> kinds.putIfAbsent(Crawl.kind(found.form().action()), found));
        for (Map.Entry<String, Walk.Found> kind : kinds.entrySet()) {
            Hand hand = new Hand(who, words);
            Optional<ReadPage.Form> form = hand.form(
                    kind.getValue().page(), one -> Crawl.kind(one.action()).equals(kind.getKey()));
            if (form.isPresent()) {
                assertThat(hand.press(form.get(), Map.of()).status())
                        .as("pressing " + form.get().action())
                        .isLessThan(500);
            }
        }
    }
}
