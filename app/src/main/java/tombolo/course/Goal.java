package tombolo.course;

import java.util.Optional;
import java.util.UUID;

/**
 * What the person wants to be different between them and others, so that both can see whether it is.
 *
 * @param id stays the same from one contract to the next
 * @param with who on the circles it has to do with, where there is one
 * @param observable how both will notice
 * @param baseline how near they were when it was agreed: 0 not at all, 10 all the way
 */
public record Goal(UUID id, String text, Optional<Focus.Named> with, String observable, int baseline) {
    /** The far end of the scale. */
    public static final int ALL_THE_WAY = 10;

    public Goal {
        if (baseline < 0 || baseline > ALL_THE_WAY) {
            throw new IllegalArgumentException("A goal stands between 0 and 10, not at " + baseline);
        }
    }

    @Override
    public String toString() {
        return "Goal[…]";
    }
}
