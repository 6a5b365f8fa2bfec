package tombolo.places;

import java.time.Instant;

/**
 * The list a practice keeps of places nearby, as it was last brought in.
 *
 * @param leftOut how many of the file were not active
 * @param whole false where the file said that it was one page of several
 */
public record Directory(Instant importedAt, int cameIn, int leftOut, boolean whole) {}
