package tombolo.transitions;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tombolo.timeline.LifeEvent;

/**
 * Where a change of role begins for somebody: a baby, a parting, a move.
 *
 * @param kinds what it is called on the timeline
 * @param turns whether the day of it is when the role before ended, or when the one now began; whichever stands there first
 * @param tells the beginnings of words, as people put it, by which it is known from other changes
 * @param asks the questions it adds to those that are asked of everybody
 */
record StartingPoint(String id, Set<LifeEvent.Kind> kinds, List<Turn> turns, List<String> tells, List<String> asks) {

    /** What of a role has its day here. */
    enum Turn {
        ENDED,
        BEGAN
    }

    StartingPoint {
        kinds = Set.copyOf(kinds);
        turns = List.copyOf(turns);
        tells = List.copyOf(tells);
        asks = List.copyOf(asks);
    }

    boolean isToldIn(String words) {
        String small = words.toLowerCase(Locale.ROOT);
        return tells.stream()
                .anyMatch(told -> Pattern.compile("\\b" + Pattern.quote(told))
                        .matcher(small)
                        .find());
    }

    /** What is called a change may be any, and has to say that it is this one; what is called a loss or an illness is one. */
    boolean mayStandFor(LifeEvent.Kind kind) {
        return kinds.contains(kind) && (tells.isEmpty() || !kinds.contains(LifeEvent.Kind.CHANGE));
    }
}
