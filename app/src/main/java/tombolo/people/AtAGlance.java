package tombolo.people;

import java.util.Collection;
import java.util.Map;
import tombolo.ui.Said;
import tombolo.vault.PersonId;

/**
 * Something a therapist wants to know of everybody at once, such as where each is in the course. A module offers one as a
 * bean, and it stands beside each name on the desk. It names no part of the record that needs a look of its own.
 */
@FunctionalInterface
public interface AtAGlance {

    /**
     * What there is to say, asked once for the whole list and not for each name.
     *
     * @param people all of whom the one who looks walks with
     * @return for some of them a text; nothing is said of the others
     */
    Map<PersonId, Said> of(Collection<PersonId> people);
}
