package tombolo.course;

import java.util.Map;
import java.util.UUID;

/**
 * How near each goal is, marked by both in the room: 0 not at all, 10 all the way. It is their own scale for their own goals; no
 * sum is made of it and nothing is read into it.
 *
 * @param near by the id of the goal; one that was not marked is not in it
 */
public record GoalsMarked(Map<UUID, Integer> near, Signature signed) {

    public GoalsMarked {
        near = Map.copyOf(near);
        if (near.isEmpty() || !near.values().stream().allMatch(Goal::isOnTheScale)) {
            throw new IllegalArgumentException("Goals are marked from 0 to 10, one at least");
        }
    }

    @Override
    public String toString() {
        return "GoalsMarked[…]";
    }
}
