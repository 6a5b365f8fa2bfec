package tombolo.timeline;

import java.util.List;
import tombolo.people.PartOfRecord;
import tombolo.timeline.SymptomMark.Turn;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * What somebody has said elsewhere of when they were last well and when it began. The timeline shows it and offers to put it
 * on the line, and does not ask again. A module offers it as a bean; it is shown as far as whoever looks may open that part
 * of the record.
 */
public interface SaidElsewhere {

    /** The part of the record it lies in, whose rule admits or refuses. */
    PartOfRecord part();

    /** What was said, the earlier turn first. */
    List<Saying> of(PersonId person, Viewer viewer);

    /** A turn, and the words it was told in. */
    record Saying(Turn turn, String words) {}
}
