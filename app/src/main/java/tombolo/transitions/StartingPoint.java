package tombolo.transitions;

import java.util.List;
import java.util.Set;
import tombolo.timeline.LifeEvent;

/**
 * Where a change of role begins for somebody: a baby, a parting, a move.
 *
 * @param kinds what it is called on the timeline
 * @param asks the questions it adds to those that are asked of everybody
 */
record StartingPoint(String id, Set<LifeEvent.Kind> kinds, List<String> asks) {
    StartingPoint {
        kinds = Set.copyOf(kinds);
        asks = List.copyOf(asks);
    }
}
