package tombolo.vault;

import java.util.UUID;
import tombolo.database.CurrentPractice;

/** A practice: the house in which people are cared for, closed to every other house. */
public record PracticeId(UUID value) {

    /** The practice in whose name the present work is done. */
    public static PracticeId current() {
        return new PracticeId(CurrentPractice.id());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
