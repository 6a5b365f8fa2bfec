package tombolo.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tombolo.sessions.SelfReview.Answer;
import tombolo.sessions.SelfReview.Item;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

class SelfReviewUnitTests {
    private static SelfReview review(Map<Item, Answer> answers) {
        return new SelfReview(
                new Hour(new PersonId(UUID.randomUUID()), UUID.randomUUID(), 6),
                new AccountId(UUID.randomUUID()),
                answers,
                Instant.EPOCH);
    }

    /** Adherence = sum / (2 × applicable). */
    @Test
    void whatDidNotApplyCountsNowhere() {
        assertThat(review(Map.of(
                                Item.MEASURES, Answer.DONE,
                                Item.FOCUS, Answer.PARTLY,
                                Item.REHEARSAL, Answer.NOT_DONE,
                                Item.ENDING, Answer.DID_NOT_APPLY))
                        .percentage())
                .hasValue(50);
        assertThat(review(Map.of(Item.ENDING, Answer.DID_NOT_APPLY)).percentage())
                .isEmpty();
        assertThat(review(Map.of()).percentage()).isEmpty();
    }

    @Test
    void theFirstAndTheLastSessionsHaveAnItemOfTheirOwn() {
        assertThat(Item.in(true, false)).contains(Item.GROUNDWORK).doesNotContain(Item.ENDING);
        assertThat(Item.in(false, true)).contains(Item.ENDING).doesNotContain(Item.GROUNDWORK);
        assertThat(Item.in(false, false)).hasSize(11);
    }
}
