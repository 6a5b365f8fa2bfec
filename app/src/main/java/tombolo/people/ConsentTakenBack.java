package tombolo.people;

import tombolo.vault.PersonId;

/** Somebody no longer agrees to something they had agreed to. Told in the same transaction. */
public record ConsentTakenBack(PersonId person, Purpose purpose) {}
