package tombolo.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tombolo.instruments.AlertRule;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.PersonId;

/** What a review has found is said of the session it was found at, for newer scores may stand beside it. */
class AlertUnitTests {
    private final Texts texts = new Texts(false);

    @ParameterizedTest
    @EnumSource(names = {"NO_RELIABLE_FALL", "LOOK_AT_CURVE"})
    void aReviewSaysAtWhichSessionItWasAndNotThatItIsSoNow(AlertRule rule) {
        assertThat(said(rule, Optional.of(6)))
                .contains("16 at the start, 14 at session 6")
                .doesNotContain("now");
        assertThat(said(rule, Optional.empty()))
                .contains("16 at the start, 14 when this came up")
                .doesNotContain("now");
    }

    private String said(AlertRule rule, Optional<Integer> session) {
        Alert alert = new Alert(
                UUID.randomUUID(),
                new PersonId(UUID.randomUUID()),
                rule,
                Optional.of("phq-9"),
                session,
                Optional.of(16),
                Optional.of(14),
                Instant.EPOCH,
                Optional.empty());
        return texts.say(new Language("en"), alert.says("PHQ-9"));
    }
}
