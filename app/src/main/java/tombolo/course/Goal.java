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
 * @param enough how near would be enough, where both said so
 */
public record Goal(
        UUID id, String text, Optional<Focus.Named> with, String observable, int baseline, Optional<Integer> enough) {
    /** The far end of the scale. */
    public static final int ALL_THE_WAY = 10;

    public Goal {
        if (!isOnTheScale(baseline) || !enough.map(Goal::isOnTheScale).orElse(true)) {
            throw new IllegalArgumentException("A goal stands between 0 and 10, not at " + baseline + " and " + enough);
        }
    }

    static boolean isOnTheScale(int near) {
        return near >= 0 && near <= ALL_THE_WAY;
    }

    @Override
    public String toString() {
        return "Goal[…]";
    }
}
