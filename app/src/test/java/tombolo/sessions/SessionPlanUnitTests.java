package tombolo.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tombolo.sessions.SessionPlan.Line;
import tombolo.sessions.SessionPlan.Source;
import tombolo.vault.PersonId;

class SessionPlanUnitTests {
    private final Hour hour = new Hour(new PersonId(UUID.randomUUID()), UUID.randomUUID(), 6);

    private SessionPlan plan(String... lines) {
        return SessionPlan.drawnUp(
                hour,
                java.util.Arrays.stream(lines)
                        .map(words -> new Line(Source.CONTENT, words, false))
                        .toList());
    }

    private static List<String> words(SessionPlan plan) {
        return plan.lines().stream().map(Line::words).toList();
    }

    @Test
    void aLineMovesOneUpOrDownAndStaysAtTheEdge() {
        SessionPlan plan = plan("a", "b", "c");
        plan.move(2, -1);
        plan.move(0, -1);
        plan.move(2, 1);
        assertThat(words(plan)).containsExactly("a", "c", "b");
    }

    @Test
    void tickingSaysWhatIsDoneAndNothingElseChanges() {
        SessionPlan plan = plan("a", "b");
        plan.tick(Set.of(1));
        assertThat(plan.lines()).extracting(Line::done).containsExactly(false, true);
        plan.tick(Set.of());
        assertThat(plan.lines()).extracting(Line::done).containsExactly(false, false);
        assertThat(words(plan)).containsExactly("a", "b");
    }

    @Test
    void whatBearsOnSafetyGoesToTheTopOfAPlanThatWasKeptBefore() {
        SessionPlan plan = plan("a");
        plan.add("my own");
        Line concern = new Line(Source.CONCERN, "An open concern", false);
        plan.comesFirst(List.of(concern, new Line(Source.TRIES, "Saturday", false)));
        plan.comesFirst(List.of(concern));
        assertThat(words(plan)).containsExactly("An open concern", "a", "my own");
    }

    @Test
    void aSecondAlertComesUpThoughThereIsOneInThePlan() {
        SessionPlan plan = plan("a");
        Line risen = new Line(Source.ALERT, "It has risen", false);
        plan.comesFirst(List.of(risen));
        plan.comesFirst(List.of(risen, new Line(Source.ALERT, "Two were missed", false)));
        assertThat(words(plan)).containsExactly("Two were missed", "It has risen", "a");
    }

    @Test
    void anHourHoldsOnlySoMuch() {
        SessionPlan plan = plan(IntStream.range(0, 40).mapToObj(String::valueOf).toArray(String[]::new));
        assertThat(plan.lines()).hasSize(SessionPlan.MOST);
        assertThat(plan.hasRoom()).isFalse();
        plan.takeOut(0);
        assertThat(plan.hasRoom()).isTrue();
    }
}
