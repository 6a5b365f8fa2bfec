package tombolo.sessions;

import java.util.UUID;
import tombolo.vault.PersonId;

/** One session of a course: whose, of which course, and the how-manieth it is. Nothing else says which session is meant. */
public record Hour(PersonId person, UUID course, int number) {
    /** More than any course has. */
    public static final int MOST = 400;

    public Hour {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("There is no session " + number);
        }
    }

    /** Shows the number alone. */
    @Override
    public String toString() {
        return "session " + number;
    }
}
