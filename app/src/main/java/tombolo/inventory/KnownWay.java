package tombolo.inventory;

import java.util.Map;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * How somebody on the circles can be reached, where another part of the record knows it, so that it is not asked again. A
 * module offers one as a bean. Each tells only what this viewer may open, and nothing to anybody else.
 */
public interface KnownWay {

    /** What is known of a person's circles, in the words in which it was told. */
    Map<RelationshipId, String> of(PersonId person, Viewer viewer);
}
