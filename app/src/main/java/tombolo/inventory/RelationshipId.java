package tombolo.inventory;

import java.util.UUID;

/** Which relationship. */
public record RelationshipId(UUID value) {}
