package tombolo.people;

import tombolo.vault.PersonId;

/** Somebody came in by invitation. Told in the same transaction, to whoever wants to know. */
public record Enrolled(PersonId person) {}
