package tombolo.inventory;

import tombolo.vault.PersonId;

/** It stands on somebody's circles no longer that one of them has died: that was a slip. Told in the same transaction. */
public record SaidLiving(PersonId person, RelationshipId who) {}
