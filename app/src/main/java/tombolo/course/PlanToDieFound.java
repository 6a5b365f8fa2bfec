package tombolo.course;

import java.util.Optional;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/**
 * At a start somebody was found to have a plan to end their life, or to have tried within three months, or nobody could be
 * sure that it is not so. Told in the same transaction, once for each time it is found.
 *
 * @param words what the therapist wrote beside it, if anything
 * @param by whose hand put it down
 */
public record PlanToDieFound(PersonId person, Optional<Confidential> words, AccountId by) {}
