package tombolo.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tombolo.communication.PatternChecker.Heard;
import tombolo.techniques.Question.Some;
import tombolo.ui.Said;
import tombolo.ui.Texts;

/** Which patterns of E.1 may be heard in a line, and by which of its words. */
class PatternCheckerUnitTests {
    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "attack | always | You always leave me alone with it.",
                "attack | You are so selfish | You are so selfish.",
                "attack | You never | You never listen.",
                "attack | Why do you always | Why do you always go?",
                "attack | You are a child | You are a child.",
                "attack | You’re too lazy | You’re too lazy.",
                "guessed | You don’t care | You don’t care about us.",
                "too-much | And another thing | And another thing, the car.",
                "went-quiet | said nothing | I said nothing and went out.",
                "went-quiet | Nothing | Nothing.",
                "no-words | slammed | I slammed the door.",
                "hinted | Fine | Fine. Then I put the phone down.",
                "hinted | Wow | Wow, sorry for living.",
                "gave-in | don’t mind | I don’t mind.",
                "sideways | Thanks for nothing | Thanks for nothing.",
                "assumed-said | You should know | You should know by now.",
                "assumed-understood | I know what you mean | I know what you mean by that.",
                "defended | not my fault | It is not my fault.",
                "harsh | Shut up | Shut up.",
                "harsh | LEAVE THE DOOR | Please LEAVE THE DOOR now",
                "contempt | pathetic | That is pathetic.",
                "gave-back | so are you | Well, so are you.",
                "countered | What about you | What about you?",
                "cut-in | Let me finish | Let me finish!",
                "wall | nothing more to say | I have nothing more to say.",
                "pushed | Answer me | Answer me.",
                "drew-back | Not now | Not now.",
                "reassure | Are you cross | Are you cross with me?",
                "worst | say it | Just say it.",
                "missed-repair | too late | It is too late for that.",
                "read-tone | your tone | I did not like your tone.",
                "delay | why didn’t you answer | So why didn’t you answer?",
                "no-answer | did not answer | I did not answer.",
                "clear-request | Could you | Could you take Saturdays?",
                "i-said-how-i-felt | I am worn out | I am worn out.",
                "took-them-in | I see that | I see that you have a lot on.",
                "asked | What | What would help you?",
                "checked | Is that right | You are worn out as well. Is that right?",
                "repaired | I got that wrong | I got that wrong.",
                "appreciated | Thank you | Thank you for the soup.",
                "limit | I’m not able | I’m not able to do that."
            })
    void namesAPatternAndTheWordsItGoesBy(String pattern, String words, String line) {
        assertThat(PatternChecker.in(line))
                .filteredOn(heard -> heard.pattern().equals(pattern))
                .first()
                .satisfies(
                        heard -> assertThat(heard.why().arguments().getFirst().toString())
                                .containsIgnoringCase(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I was at the shop on Tuesday.", "The bus was late.", "It rained the whole day long."})
    void hearsNothingWhereNothingIs(String line) {
        assertThat(PatternChecker.in(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "So you are worn out as well. Is that right?",
                "When you are late, I feel alone.",
                "I see that you are so busy.",
                "You are kind.",
                "You are so kind.",
                "You are a good friend.",
                "You are not alone.",
                "You’re doing well.",
                "You are always welcome.",
                "You can always call me.",
                "I never said thank you.",
                "I always thought that was kind.",
                "Never mind."
            })
    void aKindWordIsNoAttack(String line) {
        assertThat(PatternChecker.in(line)).extracting(Heard::pattern).doesNotContain("attack");
    }

    @Test
    void noExampleAndNoShapeOfOursIsHeardAsAnAttack() {
        Map<String, String> ours = new TreeMap<>(new Texts(false).english());
        ours.keySet().removeIf(key -> !key.contains(".example.") && !key.matches("techniques\\.shape\\..*\\.words"));
        assertThat(ours).hasSizeGreaterThan(200).containsKey("techniques.shape.friend.words");
        ours.values()
                .removeIf(words -> PatternChecker.in(words).stream()
                        .noneMatch(heard -> heard.pattern().equals("attack")));
        assertThat(ours).isEmpty();
    }

    @Test
    void manyWordsMayBeManyThings() {
        assertThat(PatternChecker.in("word ".repeat(41)))
                .extracting(Heard::why)
                .extracting(Said::key)
                .containsExactly("communication.heard.too-much.long");
    }

    @Test
    void whateverItHearsCanBeMarkedAndIsExplained() {
        Texts texts = new Texts(false);
        Stream<Some> marks = new CommunicationAnalysis()
                .questions()
                .filter(Some.class::isInstance)
                .map(Some.class::cast)
                .filter(some -> !some.id().equals("ways"));
        assertThat(marks.flatMap(some -> some.options().stream()))
                .hasSizeGreaterThan(30)
                .allSatisfy(mark -> assertThat(texts.has("communication.heard." + mark))
                        .as(mark)
                        .isTrue());
    }
}
