package tombolo.formulation;

import java.time.Instant;
import tombolo.vault.AccountId;

/**
 * One side saying yes to one version.
 *
 * @param recordedBy who pressed: the one who agreed, or the therapist who wrote down what was agreed in the room
 */
public record Agreement(Side side, Way way, AccountId recordedBy, Instant at) {

    /** Who agrees. */
    public enum Side {
        PERSON,
        THERAPIST
    }

    /** How it was agreed. */
    public enum Way {
        /** By their own press, signed in. */
        THEMSELF,
        /** Aloud, together; the therapist wrote it down. */
        IN_THE_ROOM
    }
}
