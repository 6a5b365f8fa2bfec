package tombolo.cover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/**
 * A person was handed on from one therapist to another.
 *
 * @param by who did it: the therapist, or whoever carried on for one who could not
 * @param agreedOn when the person agreed; empty where nobody could ask them
 * @param words what they said about it
 */
public record HandOn(
        UUID id,
        PersonId person,
        AccountId from,
        AccountId to,
        AccountId by,
        Instant at,
        Optional<LocalDate> agreedOn,
        Optional<Confidential> words) {}
