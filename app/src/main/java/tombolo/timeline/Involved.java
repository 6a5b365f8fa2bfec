package tombolo.timeline;

import tombolo.inventory.RelationshipId;

/**
 * Somebody from the circles whom something on the timeline is about.
 *
 * @param name as it was when this was written; the circles' present name is shown while there is one
 */
public record Involved(RelationshipId who, String name) {}
