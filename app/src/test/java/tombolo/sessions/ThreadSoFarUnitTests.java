package tombolo.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tombolo.sessions.SessionPlan.Source;
import tombolo.sessions.ThreadSoFar.Item;
import tombolo.sessions.ThreadSoFar.ItemNine;
import tombolo.sessions.ThreadSoFar.Suggestion;
import tombolo.vault.PersonId;

class ThreadSoFarUnitTests {
    private static final List<Item> AGENDA = List.of(
            new Item("review-measures", "Look at the answers"),
            new Item("link-mood-event", "Link mood and events"),
            new Item("count", "Say which session this is"),
            new Item("incident", "One recent exchange"));

    private static ThreadSoFar at(
            int session,
            boolean concern,
            ItemNine nine,
            List<String> alerts,
            List<String> tries,
            List<String> people,
            boolean due,
            boolean ending,
            List<Item> agenda) {
        return new ThreadSoFar(
                new Hour(new PersonId(UUID.randomUUID()), UUID.randomUUID(), session),
                16,
                concern,
                nine,
                concern,
                alerts,
                tries,
                tries.isEmpty() ? List.of() : List.of("What I need: Dan"),
                people,
                due,
                ending,
                agenda);
    }

    private static List<Source> sources(ThreadSoFar thread) {
        return thread.suggests().stream().map(Suggestion::source).toList();
    }

    @Test
    void safetyComesFirstThenTheThreadThenTheVariantThenHowManyAreLeft() {
        ThreadSoFar thread = at(
                12,
                true,
                ItemNine.ABOVE_NOT_AT_ALL,
                List.of("No change yet"),
                List.of("Ask Dan"),
                List.of("Dan"),
                true,
                true,
                AGENDA);
        assertThat(sources(thread))
                .containsExactly(
                        Source.CONCERN,
                        Source.ITEM_NINE,
                        Source.NOT_SAFE,
                        Source.ALERT,
                        Source.TRIES,
                        Source.WORK,
                        Source.CAME_UP,
                        Source.MEASURES,
                        Source.ENDING,
                        Source.CONTENT,
                        Source.CONTENT,
                        Source.TIME_LEFT);
    }

    @Test
    void anAnswerLeftOutIsAskedAboutToo() {
        ThreadSoFar thread = at(6, false, ItemNine.LEFT_OUT, List.of(), List.of(), List.of(), false, false, List.of());
        assertThat(thread.suggests().getFirst().said().key()).isEqualTo("sessions.desk.plan.item-nine.left-out");
    }

    @Test
    void aThreadWithNothingOnItStillMakesAPlan() {
        assertThat(sources(at(1, false, ItemNine.NOTHING, List.of(), List.of(), List.of(), false, false, AGENDA)))
                .containsExactly(Source.CONTENT, Source.CONTENT, Source.TIME_LEFT);
    }

    @Test
    void thePlanEndsWithTheSessionAndHowManyAreLeft() {
        Suggestion last = at(7, false, ItemNine.NOTHING, List.of(), List.of(), List.of(), false, false, AGENDA)
                .suggests()
                .getLast();
        assertThat(last.said().arguments()).isEqualTo(List.of(7, 16, 9));
    }

    @Test
    void whatTheVariantHasIsAllThereHoweverMuchTheThreadHolds() {
        List<Item> much = IntStream.range(0, 9)
                .mapToObj(i -> new Item("k" + i, "Item " + i))
                .toList();
        List<Suggestion> plan = at(
                        8,
                        true,
                        ItemNine.LEFT_OUT,
                        List.of("No change yet"),
                        List.of("a", "b", "c"),
                        List.of("Dan"),
                        true,
                        true,
                        much)
                .suggests();
        assertThat(plan)
                .filteredOn(one -> one.source() == Source.CONTENT)
                .extracting(one -> one.said().arguments().getFirst())
                .containsExactlyElementsOf(much.stream().map(Item::text).toList());
        assertThat(plan).hasSizeLessThanOrEqualTo(SessionPlan.MOST);
    }
}
