package tombolo.transitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Answers;
import tombolo.techniques.Question;
import tombolo.techniques.Question.One;
import tombolo.techniques.Step;
import tombolo.timeline.LifeEvent;
import tombolo.ui.Texts;

/** Where a change of role begins is a line in a file: it brings its own questions, and a bad line is named. */
class StartingPointsUnitTests {
    private static final String HEAD = "id,timeline,role,tells,asks\n";

    private final Texts texts = new Texts(false);

    @Test
    void aNewStartingPointIsALineAndBringsItsOwnQuestions() {
        RoleChange change = new RoleChange(new StartingPoints(
                "points.csv", HEAD + "baby,change,,,birth\nprison,loss change,,,told-whom who-waits\n", key -> true));
        assertThat(((One) change.steps().getFirst().questions().getFirst()).options())
                .containsExactly("baby", "prison");
        assertThat(asked(change, "prison")).contains(List.of("told-whom", "who-waits"));
        assertThat(asked(change, "baby")).contains(List.of("birth"));
        assertThat(asked(change, "")).as("before anything is chosen").isEmpty();
    }

    @Test
    void eachOfOursHasQuestionsOfItsOwnSaveTheOpenOne() {
        StartingPoints ours = new StartingPoints(texts);
        assertThat(ours.all())
                .extracting(StartingPoint::id)
                .containsExactly("baby", "parting", "work-end", "bereavement", "illness", "move", "other");
        assertThat(ours.all())
                .allSatisfy(point -> assertThat(point.asks().isEmpty())
                        .as(point.id())
                        .isEqualTo(point.id().equals("other")));
        assertThat(asked(new RoleChange(ours), "other")).isEmpty();
        assertThat(ours.find("parting").orElseThrow().kinds())
                .isEqualTo(EnumSet.of(LifeEvent.Kind.LOSS, LifeEvent.Kind.CHANGE));
    }

    @Test
    void aBadLineIsRefusedWithItsNumberAndTheReason() {
        assertThatExceptionOfType(StartingPointRefused.class)
                .isThrownBy(() -> new StartingPoints("points.csv", HEAD + "baby,change,came,,\n", texts::has))
                .withMessage("points.csv, line 2: a role ended or began, not “came”");
        Map<String, String> bad = Map.of(
                "id,asks\n",
                "line 1: the first line is id,timeline,role,tells,asks",
                HEAD,
                "line 1: there is no starting point in it",
                HEAD + "baby,change,,,birth\nBaby,change,,,\n",
                "line 3: small letters and hyphens are expected, not “Baby”",
                HEAD + "baby,change,,,\nbaby,change,,,\n",
                "line 3: “baby” is there twice",
                HEAD + "baby,change\n",
                "line 2: expected 5 cells and found 2",
                HEAD + "baby,,,,\n",
                "line 2: it does not say what the timeline calls it",
                HEAD + "baby,joy,,,\n",
                "line 2: the timeline knows loss, dispute, change, isolation, positive, health, not “joy”",
                HEAD + "winning,change,,,\n",
                "line 2: there is no text transitions.change.winning",
                HEAD + "baby,change,,,unasked\n",
                "line 2: there is no text transitions.unasked");
        bad.forEach((csv, why) -> assertThatExceptionOfType(StartingPointRefused.class)
                .as(why)
                .isThrownBy(() -> new StartingPoints("points.csv", csv, texts::has))
                .withMessage("points.csv, " + why));
    }

    /** What is asked only of whoever began there. */
    private static Optional<List<String>> asked(RoleChange change, String start) {
        Step own = change.steps().stream()
                .filter(step -> step.id().equals("own"))
                .findFirst()
                .orElseThrow();
        return change.left(own, Answers.NONE.with("change", start), true)
                .map(step -> step.questions().stream().map(Question::id).toList());
    }
}
