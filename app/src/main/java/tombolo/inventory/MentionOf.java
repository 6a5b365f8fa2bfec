package tombolo.inventory;

import java.util.List;
import tombolo.people.PartOfRecord;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * Where else in the record somebody on the circles comes up. A module offers one as a bean; whoever looks at somebody on the
 * circles is then led there, as far as they may open that part of the record.
 */
public interface MentionOf {

    /** The part of the record it lies in, whose rule admits or refuses. */
    PartOfRecord part();

    /** Text key of what kind of place it is. */
    String title();

    /** Everything there that is about them, in the words of the page, the earliest first. */
    List<Mention> of(PersonId person, RelationshipId who, Viewer viewer, Frame frame);

    /** One place: what is said there, in a line, and where it is read. */
    record Mention(String line, String href) {}
}
