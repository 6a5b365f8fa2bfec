package tombolo.inventory;

import tombolo.vault.PersonId;

/** It stands on somebody's circles now that it is hardly or not at all safe to be honest with one of them. Told in the same transaction. */
public record SaidNotSafe(PersonId person, RelationshipId who) {}
