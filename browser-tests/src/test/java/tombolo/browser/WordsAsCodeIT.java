package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Whatever somebody writes stays words, on every page that shows it (abuse case 52): typed into every form there is. It is one of the slow proofs. */
@ResourceLock(Stage.OWN)
@EnabledIfSystemProperty(named = "tombolo.long", matches = "true")
class WordsAsCodeIT {
    /** Would end an attribute, a field, a title or a picture, and begin an element of its own. */
    private static final String CODE = "\"'></textarea></title></svg><x-a>";

    private static final int SEEN_ON = 25;

    private static final Hand.Words WORDS = (form, field) -> switch (field.kind()) {
        case TEXT -> CODE;
        case EMAIL -> "someone@example.org";
        case TELEPHONE -> "01632 960001";
        case HIDDEN, CHOSEN, PASSWORD -> field.value();
    };

    @Test
    void wordsAreNeverTakenForTheCodeOfAPage() throws IOException {
        try (TomboloProcess tombolo = Stage.fresh("words-as-code").start()) {
            PlainClient anna = new PlainClient(tombolo.base()).is("anna");
            PlainClient ishbel = new PlainClient(tombolo.base()).is("ishbel");
            PlainClient priya = new PlainClient(tombolo.base()).is("priya");
            new Hand(anna, WORDS)
                    .fill(
                            "/my/circles",
                            "/my/circles/relationships",
                            Map.of("names", CODE, "place", "very-close", "sector", "family"));
            EveryForm.within(anna, "/my", WORDS);
            EveryForm.within(ishbel, "/desk", WORDS);
            EveryForm.within(priya, "/desk", WORDS);
            Map<String, List<String>> broken = new TreeMap<>();
            int seen = 0;
            for (Map.Entry<PlainClient, String> one :
                    List.of(Map.entry(anna, "/my"), Map.entry(ishbel, "/desk"), Map.entry(priya, "/desk"))) {
                Walk walk = new Walk(one.getKey(), path -> path.matches(one.getValue() + "([/?].*)?"))
                        .from(List.of(one.getValue()));
                for (Map.Entry<String, String> page : walk.sources().entrySet()) {
                    Document read = read(page.getValue());
                    seen += read.getDocumentElement().getTextContent().contains("<x-a>") ? 1 : 0;
                    if (read.getElementsByTagName("x-a").getLength() > 0) {
                        broken.computeIfAbsent(Crawl.kind(page.getKey()), kind -> new ArrayList<>())
                                .add(page.getValue().replaceAll("(?s).*(.{120}<x-a>.{40}).*", "$1"));
                    }
                }
            }
            Evidence.note("pages that show words which would be code, and none takes them for it", seen);
            assertThat(broken).isEmpty();
            assertThat(seen).as("pages the words are shown on").isGreaterThanOrEqualTo(SEEN_ON);
        }
    }

    private static Document read(String html) {
        try {
            return new HtmlDocumentBuilder(XmlViolationPolicy.ALTER_INFOSET)
                    .parse(new InputSource(new StringReader(html)));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("The page could not be read", e);
        }
    }
}
