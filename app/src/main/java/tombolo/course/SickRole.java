package tombolo.course;

import java.time.LocalDate;
import java.util.List;

/**
 * For a time, somebody who is ill may put some things down, others take them over, and the work of getting better comes
 * first. It ends on a day.
 *
 * @param lightened what may be put down for now
 * @param helpers who from the circles takes something over
 * @param effort what the person will do to get better
 */
public record SickRole(
        List<String> lightened, List<Focus.Named> helpers, LocalDate until, String effort, Signature signed) {

    public SickRole {
        lightened = List.copyOf(lightened);
        helpers = List.copyOf(helpers);
        if (lightened.isEmpty()) {
            throw new IllegalArgumentException("A sick role lightens one thing at least");
        }
    }

    @Override
    public String toString() {
        return "SickRole[…]";
    }
}
