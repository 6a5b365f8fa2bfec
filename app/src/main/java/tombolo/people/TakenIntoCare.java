package tombolo.people;

import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/** A therapist walks with somebody from now on: somebody new, or handed on. Told in the same transaction. */
public record TakenIntoCare(PersonId person, AccountId therapist) {}
