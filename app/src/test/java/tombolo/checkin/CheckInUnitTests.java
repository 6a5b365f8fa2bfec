package tombolo.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tombolo.checkin.CheckIn.NextStep;
import tombolo.checkin.CheckIn.Weight;

/** What a check-in makes of answers: when more is asked, what is said back, and where it points. */
class CheckInUnitTests {
    private static final List<String> LOW = List.of("0", "1", "2", "3", "unsaid", "");

    private final CheckIns checkIns = new CheckIns(new Questions());

    @Test
    void theRestOpensAtTwoPointsOrWhenEitherIsKeptBack() {
        for (String first : LOW) {
            for (String second : LOW) {
                CheckIn checkIn = of("low1", first, "low2", second);
                boolean both = first.matches("\\d") && second.matches("\\d");
                boolean expected = !both || Integer.parseInt(first) + Integer.parseInt(second) >= 2;
                assertThat(checkIn.opensTheRest())
                        .as("'%s' and '%s'", first, second)
                        .isEqualTo(expected);
            }
        }
    }

    /** The page chooses its way by stylesheet alone, so that it works without JavaScript; it must choose as the rule does. */
    @Test
    void theStylesheetPassesTheRestByExactlyWhereTheRuleDoes() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/tombolo.css"));
        String rule = css.lines()
                .filter(line -> line.strip().startsWith(".check-in:has([name=low1]") && line.contains(".past-rest {"))
                .findFirst()
                .orElseThrow();
        List<String> passed = new ArrayList<>();
        for (String part : rule.split(", \\.check-in")) {
            String[] sides = part.split(":checked\\):has\\(");
            List<String> first = valuesIn(sides[0]);
            valuesIn(sides[1]).forEach(second -> first.forEach(value -> passed.add(value + second)));
        }
        TreeSet<String> expected = new TreeSet<>();
        for (String first : LOW) {
            for (String second : LOW) {
                if (!of("low1", first, "low2", second).opensTheRest()) {
                    expected.add(first + second);
                }
            }
        }
        assertThat(passed).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> valuesIn(String selector) {
        return Pattern.compile("value=\"(\\d)\"")
                .matcher(selector)
                .results()
                .map(value -> value.group(1))
                .toList();
    }

    @Test
    void theirOwnSignsComeBeforeAnyScale() {
        assertThat(of("signs", "guard", "apart1", "3", "low1", "3").weight()).isEqualTo(Weight.SIGNS);
        assertThat(of("apart1", "2", "apart2", "3").weight()).isEqualTo(Weight.LEFT_OUT);
        assertThat(of("apart1", "2", "apart2", "2").weight()).isEqualTo(Weight.COMPANIONSHIP);
        assertThat(of("apart3", "2").weight()).isEqualTo(Weight.ISOLATED);
        assertThat(of("apart1", "1", "lonely1", "3").weight()).isEqualTo(Weight.LONELY);
        assertThat(of("low1", "1", "low2", "0").weight()).isEqualTo(Weight.LOW);
        assertThat(of("apart1", "1", "low1", "0", "low2", "0").weight()).isEqualTo(Weight.NOTHING_HEAVY);
        assertThat(of().weight()).isEqualTo(Weight.UNSAID);
    }

    @Test
    void aDoctorIsNamedFromTheScalesOwnCutOffAndNotBefore() {
        assertThat(low(2, 2, 1, 1, 1, 1, 1, 1).isHeavy()).isTrue();
        assertThat(low(2, 1, 1, 1, 1, 1, 1, 1).isHeavy()).isFalse();
        assertThat(of("low1", "2", "low2", "1").isHeavy()).as("PHQ-2 alone, 3").isTrue();
        assertThat(of("low1", "1", "low2", "1").isHeavy()).as("PHQ-2 alone, 2").isFalse();
        assertThat(of("low1", "3").isHeavy())
                .as("one of two unanswered is no score")
                .isFalse();
    }

    @Test
    void answersToARestThatWasNotOpenedCountForNothing() {
        CheckIn closed = of("low1", "1", "low2", "0", "low3", "3", "low4", "3", "low5", "3", "low6", "3", "low7", "3");
        assertThat(closed.moodAsked().id()).isEqualTo("phq-2");
        assertThat(closed.isHeavy()).isFalse();
    }

    @Test
    void thereAreAtMostThreeNextStepsAndHelpIsFirst() {
        for (String ending : List.of("no", "unsaid", "yes", "")) {
            for (String low : LOW) {
                for (String sign : List.of("heard", "unsaid", "")) {
                    CheckIn checkIn = of("signs", sign, "low1", low, "low2", low, "ending", ending);
                    assertThat(checkIn.nextSteps()).hasSizeBetween(1, 3).doesNotHaveDuplicates();
                    assertThat(checkIn.needsHelpFirst()).isEqualTo(ending.equals("yes"));
                    if (checkIn.ending() == Ending.UNSAID) {
                        assertThat(checkIn.nextSteps().getFirst()).isEqualTo(NextStep.HELP_NOW);
                    }
                }
            }
        }
    }

    @Test
    void nonsenseIsAsGoodAsUnanswered() {
        CheckIn checkIn =
                of("signs", "<script>", "apart1", "9", "lonely1", "-1", "low1", "1000000000000", "ending", "maybe");
        assertThat(checkIn.saysSomething()).isFalse();
        assertThat(checkIn.ending()).isEqualTo(Ending.UNSAID);
        assertThat(checkIn).hasToString("a check-in");
    }

    private CheckIn low(int... values) {
        Map<String, List<String>> form = new TreeMap<>();
        for (int item = 1; item <= values.length; item++) {
            form.put("low" + item, List.of(String.valueOf(values[item - 1])));
        }
        return checkIns.in(form);
    }

    private CheckIn of(String... fields) {
        Map<String, List<String>> form = new TreeMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], List.of(fields[i + 1]));
        }
        return checkIns.in(form);
    }
}
