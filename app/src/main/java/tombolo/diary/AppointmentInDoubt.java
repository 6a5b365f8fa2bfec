package tombolo.diary;

import java.util.UUID;
import tombolo.vault.PersonId;

/** Nobody knows any more whether an hour takes place, because the therapist is away then. */
public record AppointmentInDoubt(UUID id, PersonId person) {}
