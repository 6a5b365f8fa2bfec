package tombolo.people;

import tombolo.vault.PersonId;

/** Somebody agrees to something from now on. Told in the same transaction. */
public record ConsentGiven(PersonId person, Purpose purpose) {}
