package tombolo.course;

import java.time.Instant;
import tombolo.vault.PersonId;

/** A session of a course took place. Told in the same transaction. */
public record SessionHeld(CourseId course, PersonId person, int number, Instant at) {}
