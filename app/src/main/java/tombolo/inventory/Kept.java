package tombolo.inventory;

import org.jspecify.annotations.Nullable;
import tombolo.vault.Confidential;

/** How one relationship was at the moment a picture was kept. */
public record Kept(
        RelationshipId relationship,
        Confidential name,
        Standing standing,
        Sense heard,
        Sense honest,
        @Nullable Amount strain,
        @Nullable Met mineMet) {

    public static Kept of(Relationship relationship) {
        Description description = relationship.description();
        return new Kept(
                relationship.id(),
                relationship.name(),
                relationship.standing(),
                description.heard(),
                description.honest(),
                description.strain(),
                description.mineMet());
    }
}
