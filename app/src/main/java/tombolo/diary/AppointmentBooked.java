package tombolo.diary;

import java.time.Instant;
import java.util.UUID;
import tombolo.vault.PersonId;

/** An appointment was made, for that moment. Told in the same transaction. */
public record AppointmentBooked(UUID id, PersonId person, Instant at) {}
