package tombolo.measures;

import java.util.List;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What a module lets stand below the scores. Modules offer these as beans; what the viewer may not see is not among them. */
public interface ChartMarks {
    List<Mark> of(PersonId person, Viewer viewer);
}
