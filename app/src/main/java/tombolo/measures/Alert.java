package tombolo.measures;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tombolo.instruments.AlertRule;
import tombolo.ui.Said;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/**
 * Something in a course asks the therapist to look again. It says what has happened, and stands until somebody has said
 * what they will do.
 *
 * @param instrument the questionnaire it was found in; empty for what was missed
 * @param before the score it was measured against
 * @param now the score that brought it up
 */
public record Alert(
        UUID id,
        PersonId person,
        AlertRule rule,
        Optional<String> instrument,
        Optional<Integer> session,
        Optional<Integer> before,
        Optional<Integer> now,
        Instant raised,
        Optional<Acknowledgement> acknowledged) {

    /** That somebody has looked, and what they will do. */
    public record Acknowledgement(Instant at, AccountId by, AlertAction action, Optional<Confidential> words) {}

    public boolean isOpen() {
        return acknowledged.isEmpty();
    }

    /**
     * What has happened. Newer scores may be there by now: a review says at which session it was.
     *
     * @param measure what the questionnaire is called on the page
     */
    public Said says(String measure) {
        String key = "measures.desk.look.rule."
                + rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean reviewed = rule == AlertRule.NO_RELIABLE_FALL || rule == AlertRule.LOOK_AT_CURVE;
        return reviewed && session.isPresent()
                ? Said.of(key + ".session", measure, before.orElse(0), now.orElse(0), session.get())
                : Said.of(key, measure, before.orElse(0), now.orElse(0));
    }
}
