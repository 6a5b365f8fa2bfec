package tombolo.course;

import java.util.Optional;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Something with a person that ends with no course, and is looked at before one does. A module offers one as a bean. */
public interface OpenAtTheEnd {

    /** What is still open with this person, for whoever is about to end their course. */
    Optional<Open> openAtTheEnd(PersonId person, Viewer viewer);

    /**
     * One such thing.
     *
     * @param href where it is brought to its own end
     */
    record Open(Said what, String href) {}
}
