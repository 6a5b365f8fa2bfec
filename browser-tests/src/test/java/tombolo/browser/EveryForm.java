package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every form somebody can come to that asks for words and takes nothing away, filled in: a new form is asked here by itself. */
final class EveryForm {
    private static final Pattern TAKES_AWAY =
            Pattern.compile(".*/(sign-out|removal|withdrawal|ending|erasure|closing|roles|stop|undoing|clock|finish)");

    private EveryForm() {}

    /** One form of each kind that asks for words, by where it is sent, on the way from a page within an area. */
    static Map<String, Walk.Found> kinds(PlainClient who, String area, String start) throws IOException {
        Walk walk = new Walk(who, path -> path.matches(area + "([/?].*)?")).from(List.of(start));
        Map<String, Walk.Found> kinds = new LinkedHashMap<>();
        walk.forms().stream()
                .filter(found -> found.form().posts()
                        && found.form().fields().stream().anyMatch(field -> field.kind() == ReadPage.Kind.TEXT))
                .forEach(found -> kinds.putIfAbsent(Crawl.kind(found.form().action()), found));
        return kinds;
    }

    /** Fills in each kind of form once, within an area of the application. */
    static void within(PlainClient who, String area, Hand.Words words) throws IOException {
        for (Map.Entry<String, Walk.Found> kind : kinds(who, area, area).entrySet()) {
            if (TAKES_AWAY.matcher(kind.getValue().form().action()).matches()) {
                continue;
            }
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
