package tombolo.inventory;

import org.jspecify.annotations.Nullable;

/** Somebody as the picture needs them: a name, a ring, a part of life, a wish, and whether it is strained. */
public record Someone(
        RelationshipId id,
        String name,
        Ring ring,
        Sector sector,
        @Nullable Position wished,
        boolean strained) {}
