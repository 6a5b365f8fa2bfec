package tombolo.transitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Answers;
import tombolo.techniques.Question.One;
import tombolo.techniques.Step;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.RoleBar;
import tombolo.timeline.Timeline;
import tombolo.timeline.Words;
import tombolo.ui.Texts;
import tombolo.vault.PersonId;

/** A change of role begins with the roles that stand on the timeline, and asks by where somebody starts. */
class RoleChangeUnitTests {
    private final RoleChange change = new RoleChange();
    private final Step roles = change.steps().stream()
            .filter(step -> step.id().equals("roles"))
            .findFirst()
            .orElseThrow();
    private final Timeline timeline = Timeline.begun(new PersonId(UUID.randomUUID()));

    @Test
    void itBeginsWithTheRoleThatEndedLastAndTheOneThatBeganLast() {
        role(2010, 2015, "Student");
        role(2016, 2024, "Teaching the little ones");
        role(2020, null, "Dan’s partner");
        role(2025, null, "Finn’s mother");
        Answers remembered = change.remembered(roles, Answers.NONE, timeline, Optional.empty());
        assertThat(remembered.one("was")).isEqualTo("Teaching the little ones");
        assertThat(remembered.one("now")).isEqualTo("Finn’s mother");
    }

    @Test
    void withoutRolesNothingIsSaid() {
        assertThat(change.remembered(roles, Answers.NONE, timeline, Optional.empty()))
                .isEqualTo(Answers.NONE);
    }

    @Test
    void everyStartingPointPutsQuestionsInItsOwnWaySaveForTheOpenOne() {
        Texts texts = new Texts(false);
        List<String> starts = Stream.of(change.steps().getFirst().questions().getFirst())
                .map(One.class::cast)
                .flatMap(one -> one.options().stream())
                .toList();
        assertThat(change.startingPoint()).contains("change");
        for (String start : starts) {
            assertThat(texts.has("transitions.lost.for." + start)).as(start).isEqualTo(!start.equals("other"));
        }
    }

    @Test
    void itNamesNobodySoThatNothingOfItIsSaidToAnybody() {
        assertThat(change.steps())
                .noneMatch(step -> step.asserting() || step.fields().contains("who"));
        assertThat(change.leads()).isPresent();
        assertThat(change.leadsToAsserting(Answers.NONE)).isFalse();
    }

    private void role(int from, @Nullable Integer until, String what) {
        timeline.add(RoleBar.of(
                FuzzyDate.month(YearMonth.of(from, 3)),
                until == null ? null : FuzzyDate.month(YearMonth.of(until, 3)),
                Words.of(what)));
    }
}
