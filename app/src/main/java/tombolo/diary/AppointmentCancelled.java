package tombolo.diary;

import java.time.Instant;
import java.util.UUID;
import tombolo.vault.PersonId;

/** The appointment at that moment will not take place. Told in the same transaction. */
public record AppointmentCancelled(UUID id, PersonId person, Instant at, Side by) {}
