package tombolo.diary;

import java.time.Instant;
import java.util.UUID;
import tombolo.vault.PersonId;

/**
 * The two were to meet at that moment and did not.
 *
 * @param by who could not be there
 * @param told whether the other one had been told before
 * @param wasHeld whether it had been put down before that the two met
 */
public record AppointmentMissed(UUID id, PersonId person, Instant at, Side by, boolean told, boolean wasHeld) {}
