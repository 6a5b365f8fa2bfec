package tombolo.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tombolo.vault.Confidential;

/** Somebody in the person's life, under the name the person gave them: where they stand, and what it is like between them. */
public record Relationship(
        RelationshipId id,
        Confidential name,
        Standing standing,
        Description description,
        @Nullable Instant removedAt,
        int version) {

    static Relationship begun(RelationshipId id, Confidential name, Standing standing) {
        return new Relationship(id, name, standing, Description.UNSAID, null, 0);
    }

    Relationship at(Standing standing) {
        return new Relationship(id, name, standing, description, removedAt, version + 1);
    }

    Relationship described(Confidential name, Standing standing, Description description) {
        return new Relationship(id, name, standing, description, removedAt, version + 1);
    }

    Relationship takenOff(Instant when) {
        return new Relationship(id, name, standing, description, when, version + 1);
    }

    Relationship putBack() {
        return new Relationship(id, name, standing, description, null, version + 1);
    }

    /** As it was before, but as a newer version: nobody who looks at the undone one may save over it. */
    Relationship restored(Relationship before) {
        return new Relationship(id, before.name, before.standing, before.description, before.removedAt, version + 1);
    }

    /** Taken off the circles; for a while it can be put back. */
    public boolean removed() {
        return removedAt != null;
    }

    public boolean isOnARing() {
        return standing.now() instanceof Ring;
    }
}
