package tombolo.course;

import java.time.Instant;
import tombolo.vault.PersonId;

/**
 * The person has taken back their yes to the contract.
 *
 * @param sessions how many the course has now: what they had agreed on before, or what the variant usually has
 */
public record ContractTakenBack(CourseId course, PersonId person, int sessions, Instant at) {}
