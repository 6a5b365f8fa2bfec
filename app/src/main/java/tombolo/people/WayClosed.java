package tombolo.people;

import tombolo.vault.PersonId;

/** Somebody has said that the way they are reached by is not safe any more. Told in the same transaction. */
public record WayClosed(PersonId person) {}
