package tombolo.measures;

import java.time.Instant;
import java.util.UUID;
import tombolo.vault.PersonId;

/**
 * What somebody said when asked, right after their answers, whether they are safe right now.
 *
 * @param response the answers they were asked after
 * @param instrument the questionnaire's id, such as {@code phq-9}
 * @param safe false for "no, or I am not sure"
 */
public record SaidHowSafe(UUID response, PersonId person, String instrument, boolean safe, Instant at) {}
