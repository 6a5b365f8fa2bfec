package tombolo.week;

import tombolo.inventory.RelationshipId;

/**
 * Somebody from the circles.
 *
 * @param name as the person called them when it was written down; the circles' present name is shown while there is one
 */
public record With(RelationshipId who, String name) {
    /** Shows no name. */
    @Override
    public String toString() {
        return "someone";
    }
}
