package tombolo.diary;

import java.time.Instant;
import java.util.UUID;
import tombolo.vault.PersonId;

/** An appointment is at another moment now. Told in the same transaction. */
public record AppointmentMoved(UUID id, PersonId person, Instant before, Instant at) {}
