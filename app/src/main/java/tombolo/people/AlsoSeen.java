package tombolo.people;

import java.util.List;
import java.util.Optional;
import tombolo.ui.Said;
import tombolo.vault.Confidential;

/**
 * What a person reads of who is there for them, beside who walks with them and who stands in. A module offers it as a bean, and
 * it stands where they see what their therapist sees.
 */
public interface AlsoSeen {

    /** What there is of it for this person, who is the one who reads it. */
    List<Line> of(Person person);

    /**
     * One thing.
     *
     * @param said a text whose arguments are names, moments and days
     * @param words what was written about it
     */
    record Line(Said said, Optional<Confidential> words) {}
}
