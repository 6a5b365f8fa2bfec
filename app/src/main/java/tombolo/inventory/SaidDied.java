package tombolo.inventory;

import tombolo.vault.PersonId;

/** It stands on somebody's circles now that one of them has died. Told in the same transaction. */
public record SaidDied(PersonId person, RelationshipId who) {}
