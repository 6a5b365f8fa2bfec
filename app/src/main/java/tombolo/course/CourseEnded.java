package tombolo.course;

import java.time.Instant;
import tombolo.vault.PersonId;

/** A course has ended, complete or early. Told in the same transaction. */
public record CourseEnded(CourseId course, PersonId person, boolean complete, Instant at) {}
