package tombolo.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tombolo.ui.Language;
import tombolo.ui.Texts;

/** Nothing that goes out tells anybody what it is about. */
class DiscreetTextUnitTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String SECRET = "https://lochside.example/a/k3JcQ0nZ1bVw8sXyTtUuVv";
    private static final Texts TEXTS = new Texts(false);

    private final DiscreetText discreet = new DiscreetText(TEXTS);

    private static Map<String, String> facts(MessageKind kind) {
        Map<String, String> facts = new HashMap<>();
        kind.facts()
                .forEach(fact -> facts.put(
                        fact.key(),
                        switch (fact) {
                            case WHEN -> "2026-12-03T14:00:00Z";
                            case BEFORE -> "2026-07-02T13:00:00Z";
                            case LINK -> SECRET;
                        }));
        return facts;
    }

    @Test
    void noKindInAnyLanguageHasATellingWord() {
        for (Language language : TEXTS.languages()) {
            for (MessageKind kind : MessageKind.values()) {
                Words words = discreet.words(kind, language, LONDON, facts(kind));
                assertThat(discreet.telling(language, words.subject() + "\n" + words.whole()))
                        .as(kind + " in " + language.tag())
                        .isEmpty();
                assertThat(words.subject().length() + words.body().length())
                        .as("short enough to be read at a glance")
                        .isLessThanOrEqualTo(160);
            }
        }
    }

    @Test
    void everyLanguageHasWordsOfItsOwnAndAListOfTellingOnes() {
        for (Language language : TEXTS.languages()) {
            assertThat(Arrays.stream(MessageKind.values())
                            .flatMap(kind -> List.of("subject", "body").stream()
                                    .map(part -> "messages.out." + kind + "." + part)))
                    .allMatch(TEXTS.in(language)::containsKey);
            assertThat(DiscreetText.class.getResource("/messages/telling/" + language.tag() + ".txt"))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your therapy session",
                "Lochside Psychotherapy",
                "See your GP",
                "How was your mood?",
                "PHQ-9",
                "Are you safe?",
                "A message about Dan, your partner",
                "ＴＨＥＲＡＰＹ"
            })
    void knowsWhatWouldTell(String words) {
        assertThat(discreet.telling(Language.ENGLISH, words)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A reminder", "Lochside", "Ishbel", "Egypt", "Corel", "Assonance"})
    void leavesPlainWordsAlone(String words) {
        assertThat(discreet.telling(Language.ENGLISH, words)).isEmpty();
    }

    @Test
    void saysTheTimeOnThePracticesClock() {
        Words words = discreet.words(
                MessageKind.APPOINTMENT_CHANGED, Language.ENGLISH, LONDON, facts(MessageKind.APPOINTMENT_CHANGED));
        assertThat(words.body()).contains("Thursday 3 December, 14:00").contains("Thursday 2 July, 14:00");
    }

    @Test
    void takesFactsAndNobodysWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> discreet.words(MessageKind.REMINDER, Language.ENGLISH, LONDON, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> discreet.words(
                        MessageKind.SOMEBODY_ELSE, Language.ENGLISH, LONDON, Map.of("note", "See Dan about it")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lochside.example/measures/phq-9/k3JcQ0nZ1bVw8sXyTtUuVv",
                "https://lochside.example/a/k3JcQ0nZ1bVw8sXyTtUuVv?for=anna",
                "https://lochside.example/a/k3JcQ0nZ1bVw8sXyTtUuVv#mood",
                "https://anna@lochside.example/a/k3JcQ0nZ1bVw8sXyTtUuVv",
                "javascript:alert(1)",
                "https://lochside.example/a/short"
            })
    void refusesALinkThatTells(String link) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        discreet.words(MessageKind.QUESTIONS_LINK, Language.ENGLISH, LONDON, Map.of("link", link)));
    }
}
