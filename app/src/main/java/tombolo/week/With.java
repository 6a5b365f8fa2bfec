package tombolo.week;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import tombolo.inventory.RelationshipId;
import tombolo.vault.Confidential;

/**
 * Somebody from the circles.
 *
 * @param name as the person called them when it was written down; the circles' present name is shown while there is one
 */
public record With(RelationshipId who, String name) {
    /** Who they are, and what they were called. */
    public static Map<RelationshipId, String> called(Collection<With> all) {
        Map<RelationshipId, String> called = new LinkedHashMap<>();
        all.forEach(one -> called.put(one.who(), one.name()));
        return called;
    }

    /** What they are called now, or were when they left the circles. */
    public String now(Map<RelationshipId, Confidential> circles) {
        Confidential today = circles.get(who);
        return today == null ? name : today.words();
    }

    /** Shows no name. */
    @Override
    public String toString() {
        return "someone";
    }
}
