package tombolo.measures;

import java.time.Instant;
import tombolo.ui.Said;

/**
 * Something that happened, as a dot below the scores: a session that was missed, an event in the person's life.
 *
 * @param what what it is called there
 */
public record Mark(Instant at, Said what) {}
