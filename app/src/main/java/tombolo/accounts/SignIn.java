package tombolo.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tombolo.ui.Area;
import tombolo.vault.Viewer;

/**
 * Somebody signed in on one device.
 *
 * @param id names the row; it opens nothing
 * @param viewer who it is, with the rights they have now
 * @param idle how long it lasts untouched
 * @param provedAt when a key was last shown
 * @param endsAt when it ends, touched or not
 * @param wayBackAsked true while somebody asks for a way back into this account
 */
public record SignIn(
        UUID id,
        Viewer viewer,
        Area area,
        Stage stage,
        Duration idle,
        Instant beganAt,
        Instant seenAt,
        Instant provedAt,
        Instant endsAt,
        boolean wayBackAsked) {

    /** Left alone this long, a sign-in ends. */
    static final Duration IDLE = Duration.ofMinutes(15);

    /** The same, on a device others use too. */
    static final Duration IDLE_SHARED = Duration.ofMinutes(5);

    /** A person's sign-in ends after this long, whatever happens. */
    static final Duration PERSON = Duration.ofHours(12);

    /** A colleague's sign-in ends after this long, whatever happens. */
    static final Duration STAFF = Duration.ofHours(8);

    /** Half a sign-in, before the second factor, lasts this long. */
    static final Duration HALF = Duration.ofMinutes(10);

    /** Choosing how to sign in may take this long. */
    static final Duration ENROLLING = Duration.ofMinutes(60);

    /** So many devices at once; the next one ends the oldest. */
    static final int AT_ONCE = 5;

    /** How long a key shown counts for the few acts that need one shown lately. */
    static final Duration PROOF = Duration.ofMinutes(5);

    /** How far a sign-in has come. */
    public enum Stage {
        /** The password was right; the second factor is still to come. */
        PASSWORD_GIVEN,
        /** Let in to choose how to sign in, and to nothing else. */
        ENROLLING,
        /** All the way in. */
        COMPLETE
    }

    static Duration longest(Area area, Stage stage) {
        return switch (stage) {
            case PASSWORD_GIVEN -> HALF;
            case ENROLLING -> ENROLLING;
            case COMPLETE -> area == Area.DESK ? STAFF : PERSON;
        };
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt) || !now.isBefore(seenAt.plus(idle));
    }

    /** True when a key was shown within the last five minutes. */
    public boolean isProved(Instant now) {
        return now.isBefore(provedAt.plus(PROOF));
    }
}
