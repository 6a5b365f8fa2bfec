package tombolo.measures;

import java.time.Instant;
import java.util.UUID;
import tombolo.instruments.RiskAnswer;
import tombolo.vault.PersonId;

/**
 * Somebody has answered a questionnaire. Heard in the transaction that keeps the answers, so that what must follow from
 * them is kept with them or not at all.
 *
 * @param response the row of the answers
 * @param instrument the questionnaire's id, such as {@code phq-9}
 * @param risk what was answered about ending one's life; any answer above "not at all" means the same
 * @param at when they were given
 */
public record Answered(UUID response, PersonId person, String instrument, RiskAnswer risk, Way way, Instant at) {

    /** Whether a human must now speak with the person. */
    public boolean bringsSomebody() {
        return risk == RiskAnswer.ABOVE_NOT_AT_ALL;
    }

    /** Whether the question was put and left open, which is never taken for "not at all". */
    public boolean leavesItOpen() {
        return risk == RiskAnswer.UNANSWERED;
    }
}
