package tombolo.measures;

import java.time.Instant;
import java.util.UUID;
import tombolo.vault.PersonId;

/**
 * What somebody said when asked, right after their answers, whether they are safe right now.
 *
 * @param response the answers they were asked after
 * @param safe false for "no, or I am not sure"
 */
public record SaidHowSafe(UUID response, PersonId person, boolean safe, Instant at) {}
