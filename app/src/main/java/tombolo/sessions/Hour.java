package tombolo.sessions;

import java.util.UUID;
import tombolo.vault.PersonId;

/**
 * One session of a course: whose, of which course, and the how-manieth it is. Nothing else says which session is meant.
 *
 * <p>An hour beyond those agreed, or after the course has ended, is a follow-up: it counts for no session, and its number
 * lies far above any a course can have, so that a longer contract never meets it. So does that of an hour which had begun
 * and to which the person did not come: the session it would have been is still to be held.
 */
public record Hour(PersonId person, UUID course, int number) {
    /** More than any course has, with its follow-ups. */
    public static final int MOST = 400;

    /** Above it an hour is a follow-up. */
    static final int BEYOND = 300;

    /** Above it no session of a course is counted. */
    static final int SESSIONS = 200;

    public Hour {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("There is no session " + number);
        }
    }

    /** The how-manieth follow-up of a course. */
    public static Hour followUp(PersonId person, UUID course, int which) {
        return new Hour(person, course, BEYOND + which);
    }

    public boolean isFollowUp() {
        return number > BEYOND;
    }

    /** One of the sessions of the course. */
    public boolean isSession() {
        return number <= SESSIONS;
    }

    /** They did not come to it. */
    public boolean isMissed() {
        return !isSession() && !isFollowUp();
    }

    /** The how-manieth it is, of the sessions or of the follow-ups. */
    public int place() {
        return isSession() ? number : isFollowUp() ? number - BEYOND : number - SESSIONS;
    }

    /** Shows the number alone. */
    @Override
    public String toString() {
        return (isSession() ? "session " : isFollowUp() ? "follow-up " : "missed hour ") + place();
    }
}
