package tombolo.course;

import java.time.Instant;
import java.time.LocalDate;
import tombolo.vault.PersonId;

/** Both agreed: so many sessions, ending about that day. Told in the same transaction, for a first contract and for each later one. */
public record ContractAgreed(CourseId course, PersonId person, int sessions, LocalDate endDate, Instant at) {}
