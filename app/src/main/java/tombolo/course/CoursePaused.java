package tombolo.course;

import java.time.Instant;
import tombolo.vault.PersonId;

/** A course rests. Told in the same transaction. */
public record CoursePaused(CourseId course, PersonId person, Instant at) {}
