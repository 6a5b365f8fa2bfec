package tombolo.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Answers;
import tombolo.techniques.Picture;
import tombolo.techniques.Question;
import tombolo.techniques.Question.Some;
import tombolo.techniques.Step;

/** What can be marked in a talk, by the patterns of E.1. */
class CommunicationAnalysisUnitTests {
    private final CommunicationAnalysis how = new CommunicationAnalysis();

    @Test
    void everyPatternOfTheTaxonomyCanBeMarked() {
        assertThat(marks("patterns").options())
                .as("IPT's own")
                .contains("no-words", "assumed-said", "assumed-understood", "hinted", "went-quiet", "harsh")
                .as("the four of the Gottmans")
                .contains("attack", "contempt", "defended", "wall")
                .as("between two people")
                .contains("pushed", "drew-back", "gave-back", "too-much", "guessed", "countered", "cut-in")
                .contains("missed-repair", "gave-in", "sideways", "reassure", "worst")
                .as("by text")
                .contains("read-tone", "delay", "no-answer")
                .doesNotHaveDuplicates();
        assertThat(marks("helps").options())
                .containsExactlyInAnyOrder(
                        "clear-request",
                        "i-said-how-i-felt",
                        "took-them-in",
                        "asked",
                        "checked",
                        "repaired",
                        "appreciated",
                        "limit");
    }

    @Test
    void nobodyFacesMoreThanAFewOfThemAtOnce() {
        assertThat(marks("patterns").first()).hasSizeBetween(4, 8);
        assertThat(marks("patterns").further())
                .allSatisfy(group -> assertThat(group.options()).hasSizeBetween(2, 8));
    }

    /** What was marked once stays readable. */
    @Test
    void noneThatCouldBeMarkedEarlierIsGone() {
        assertThat(marks("patterns").options())
                .containsAll(List.of(
                        "hinted",
                        "no-words",
                        "assumed-said",
                        "assumed-understood",
                        "went-quiet",
                        "attack",
                        "contempt",
                        "defended",
                        "pushed",
                        "drew-back",
                        "guessed",
                        "too-much",
                        "reassure"));
    }

    @Test
    void whatIsPastedComesAfterTheTurnsThatWereTypedAndTakesNoneOfTheirsAway() {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        typed.put("exchange-2-who", List.of("them"));
        typed.put("exchange-2-said", List.of("You are late"));
        typed.put("exchange-2-felt", List.of("Small"));
        typed.put("exchange-turning", List.of("2"));
        Step exchange = step("exchange");
        Map<String, List<String>> pasted = new LinkedHashMap<>(typed);
        pasted.put("pasted", List.of("Me: I know\nDan: Again"));
        Answers kept = how.kept(exchange, new Answers(pasted), "Dan", List.of("Dan"));
        assertThat(kept.one("exchange-1-said")).isEqualTo("You are late");
        assertThat(kept.one("exchange-1-felt")).isEqualTo("Small");
        assertThat(kept.one("exchange-turning")).isEqualTo("1");
        assertThat(kept.one("exchange-2-said")).isEqualTo("I know");
        assertThat(kept.one("exchange-3-who")).isEqualTo("them");
        pasted.put("pasted", List.of("21/11/2026"));
        assertThat(how.kept(exchange, new Answers(pasted), "Dan", List.of("Dan"))
                        .one("exchange-1-said"))
                .as("a day alone is no talk")
                .isEqualTo("You are late");
    }

    @Test
    void aTurnThatWasToldAndIsPastedTooStandsThereOnceAndStaysMarked() {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        typed.put("exchange-1-who", List.of("them"));
        typed.put("exchange-1-said", List.of("You are late"));
        typed.put("exchange-2-who", List.of("me"));
        typed.put("exchange-2-said", List.of("I know"));
        typed.put("exchange-turning", List.of("2"));
        typed.put("pasted", List.of("Dan: You are late\nDan: Again\nMe: I know"));
        Answers kept = how.kept(step("exchange"), new Answers(typed), "Dan", List.of("Dan"));
        assertThat(kept.one("exchange-1-said")).isEqualTo("You are late");
        assertThat(kept.one("exchange-2-said")).isEqualTo("Again");
        assertThat(kept.one("exchange-3-said")).isEqualTo("I know");
        assertThat(kept.one("exchange-4-said")).isEmpty();
        assertThat(kept.one("exchange-turning")).isEqualTo("3");
    }

    @Test
    void whereWhatIsPastedDoesNotFitBehindWhatWasTypedTheyChoose() {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (int turn = 1; turn <= 9; turn++) {
            typed.put("exchange-" + turn + "-who", List.of("me"));
            typed.put("exchange-" + turn + "-said", List.of("line " + turn));
        }
        typed.put("pasted", List.of("Me: I know\nDan: Again"));
        assertThat(how.check(step("exchange"), new Answers(typed)).byField()).containsOnlyKeys("pasted");
        typed.put("ten", List.of("last"));
        Answers kept = how.kept(step("exchange"), new Answers(typed), "Dan", List.of("Dan"));
        assertThat(kept.one("exchange-1-said")).isEqualTo("line 2");
        assertThat(kept.one("exchange-10-said")).isEqualTo("Again");
    }

    /** From memory a line is seldom told whole: it is the same line, and what was said of it stays with it. */
    @Test
    void aLineThatIsToldInPartIsTheOneThatIsPasted() {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        typed.put("exchange-1-who", List.of("me"));
        typed.put("exchange-1-said", List.of("ok whatever"));
        typed.put("exchange-1-felt", List.of("small"));
        typed.put("exchange-turning", List.of("1"));
        typed.put("pasted", List.of("Dan: You forgot\nAnna: Ok. Whatever. Ask Becky then\nDan: Fine"));
        Answers kept = how.kept(step("exchange"), new Answers(typed), "Dan", List.of("Dan"));
        assertThat(kept.one("exchange-1-said")).isEqualTo("You forgot");
        assertThat(kept.one("exchange-2-said")).startsWith("Ok. Whatever.");
        assertThat(kept.one("exchange-2-felt")).isEqualTo("small");
        assertThat(kept.one("exchange-turning")).isEqualTo("2");
        assertThat(kept.has("exchange-4-said")).isFalse();
    }

    @Test
    void whatIsSaidTwiceIsToldOfEachTime() {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (int turn : List.of(1, 2)) {
            typed.put("exchange-" + turn + "-who", List.of("me"));
            typed.put("exchange-" + turn + "-said", List.of("No"));
            typed.put("exchange-" + turn + "-felt", List.of(turn == 1 ? "scared" : "angry"));
        }
        typed.put("pasted", List.of("Anna: No\nDan: Come on\nAnna: No!"));
        Answers kept = how.kept(step("exchange"), new Answers(typed), "Dan", List.of("Dan"));
        assertThat(kept.one("exchange-1-felt")).isEqualTo("scared");
        assertThat(kept.one("exchange-3-felt")).isEqualTo("angry");
    }

    @Test
    void eachSundayIsNoOneTime() {
        for (String many : List.of("Each Sunday we shout", "Every single Sunday")) {
            assertThat(how.check(step("moment"), Answers.NONE.with("moment", many))
                            .byField())
                    .as(many)
                    .containsKey("moment");
        }
    }

    /** Nothing is typed twice: who tells it turn by turn first finds both lines there. */
    @Test
    void whatWasToldTurnByTurnIsWhatWasSaid() {
        Answers told = Answers.NONE
                .with("exchange-1-who", "them")
                .with("exchange-1-said", "Where were you?")
                .with("exchange-2-who", "me")
                .with("exchange-2-said", "Out")
                .with("exchange-3-who", "them")
                .with("exchange-3-said", "Fine");
        Answers begun = how.begun(step("words"), told);
        assertThat(begun.one("they")).isEqualTo("Fine");
        assertThat(begun.one("mine")).isEqualTo("Out");
    }

    @Test
    void noTurnIsTheTurningPointBeforeOneWasNamed() {
        Answers told =
                Answers.NONE.with("mine", "Out").with("exchange-1-who", "me").with("exchange-1-said", "Out");
        assertThat(turning(told)).isFalse();
        assertThat(turning(told.with("turning", "mine"))).isTrue();
    }

    private boolean turning(Answers told) {
        return how.picture(told).stream()
                .flatMap(drawn -> ((Picture.Lanes) drawn).turns().stream())
                .anyMatch(Picture.Turn::turning);
    }

    @Test
    void whoSaidALineIsNeverGuessed() {
        assertThat(how.check(step("exchange"), new Answers(Map.of("exchange-3-said", List.of("Well"))))
                        .byField())
                .containsOnlyKeys("exchange-3-who");
    }

    /** T2.4 and T2.6. Where it is not safe, nobody looks at how they could have made themself understood. */
    @Test
    void underATalkLieWhatWasHopedForAndANeedOfTheFive() {
        CommunicationAnalysis talk = new CommunicationAnalysis();
        Step under = talk.steps().stream()
                .filter(step -> step.id().equals("under"))
                .findFirst()
                .orElseThrow();
        assertThat(under.least()).isFalse();
        assertThat(under.fields()).containsExactly("hoped", "need");
        assertThat(under.questions())
                .filteredOn(Question.One.class::isInstance)
                .extracting(need -> ((Question.One) need).options())
                .containsExactly(List.of("support", "intimacy", "understanding", "independence", "belonging"));
        assertThat(talk.steps(false))
                .extracting(Step::id)
                .contains("under")
                .doesNotContain("known", "patterns", "turning", "answering");
        assertThat(talk.leastInputs()).isLessThanOrEqualTo(8);
    }

    @Test
    void oneDayThatIsNamedIsOneTimeWhateverElseIsSaidOfIt() {
        for (String one : List.of(
                "Friday, when he never came home",
                "Last night, at the pub we always go to",
                "At breakfast. He said “you never help me”",
                "At Easter. I never said thank you",
                "At breakfast, when he said: you always forget")) {
            assertThat(how.check(step("moment"), new Answers(Map.of("moment", List.of(one))))
                            .isEmpty())
                    .as(one)
                    .isTrue();
        }
        for (String many : List.of(
                "We always argue", "Every Friday, when he comes home", "He never listens", "Dan never listens")) {
            assertThat(how.check(step("moment"), new Answers(Map.of("moment", List.of(many))))
                            .byField())
                    .as(many)
                    .containsOnlyKeys("moment");
        }
    }

    private Step step(String id) {
        return how.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Some marks(String id) {
        return how.questions()
                .filter(question -> question.id().equals(id))
                .map(Some.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
