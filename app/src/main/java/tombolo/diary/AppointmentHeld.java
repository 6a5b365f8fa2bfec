package tombolo.diary;

import java.time.Instant;
import java.util.UUID;
import tombolo.vault.PersonId;

/** The two met at that moment. Told in the same transaction; told again if it was put right from another outcome. */
public record AppointmentHeld(UUID id, PersonId person, Instant at) {}
