package tombolo.cover;

import java.util.Optional;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Something that must not be lost when somebody is handed on. A module offers one as a bean. */
public interface StillOpen {

    /** What is still open with this person, in a sentence for staff; empty when nothing is. */
    Optional<Said> of(PersonId person, Viewer viewer);
}
