package tombolo.course;

import java.util.HashSet;
import java.util.List;
import tombolo.inventory.RelationshipId;

/**
 * What the work is about: one problem area, at most two, with what speaks for it in their own words.
 *
 * @param areas ids of problem areas, the first the main one
 * @param people who on the circles it has to do with
 * @param evidence what speaks for it, as it was typed; a human has decided
 * @param signed who put it down, and when
 */
public record Focus(List<String> areas, List<Named> people, String evidence, Signature signed) {
    /** More than this is no focus. */
    public static final int MOST_AREAS = 2;

    public Focus {
        areas = List.copyOf(areas);
        people = List.copyOf(people);
        if (areas.isEmpty() || areas.size() > MOST_AREAS || new HashSet<>(areas).size() < areas.size()) {
            throw new IllegalArgumentException("A focus is one problem area, at most two, not " + areas);
        }
    }

    /** Somebody from the circles, with the name they had there when it was written; the present one is shown while there is one. */
    public record Named(RelationshipId who, String name) {
        @Override
        public String toString() {
            return "Named[…]";
        }
    }

    @Override
    public String toString() {
        return "Focus" + areas;
    }
}
