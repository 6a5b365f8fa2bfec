package tombolo.course;

import java.time.Instant;
import tombolo.vault.PersonId;

/** A course goes on after a pause. Told in the same transaction. */
public record CourseResumed(CourseId course, PersonId person, Instant at) {}
