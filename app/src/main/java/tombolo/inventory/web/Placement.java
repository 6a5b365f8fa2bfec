package tombolo.inventory.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tombolo.inventory.Position;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.Sector;
import tombolo.inventory.Standing;
import tombolo.ui.NotFound;

/**
 * What is sent when somebody is moved, be it by dragging, by tapping a ring, with the arrow keys, or with a button: who, in
 * which version, and the whole of where they are to stand.
 */
record Placement(RelationshipId relationship, int version, Standing standing) {
    private static final String NO_WISH = "none";

    static Placement of(Relationship relationship, Standing standing) {
        return new Placement(relationship.id(), relationship.version(), standing);
    }

    /** One value, so that a button can carry it: {@code id.version.now.wished.sector}. */
    String sent() {
        Position wished = standing.wished();
        return String.join(
                ".",
                relationship.value().toString(),
                String.valueOf(version),
                standing.now().key(),
                wished == null ? NO_WISH : wished.key(),
                standing.sector().key());
    }

    static Placement read(String sent) {
        String[] parts = sent.split("\\.", -1);
        if (parts.length != 5) {
            throw new NotFound();
        }
        try {
            return new Placement(
                    new RelationshipId(UUID.fromString(parts[0])),
                    Integer.parseInt(parts[1]),
                    new Standing(position(parts[2]), wished(parts[3]), sector(parts[4])));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    static Position position(String key) {
        return Position.of(key).orElseThrow(NotFound::new);
    }

    static @Nullable Position wished(String key) {
        return key.equals(NO_WISH) ? null : position(key);
    }

    static Sector sector(String key) {
        return Sector.of(key).orElseThrow(NotFound::new);
    }
}
