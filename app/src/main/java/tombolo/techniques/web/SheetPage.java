package tombolo.techniques.web;

import java.util.List;
import java.util.Optional;
import tombolo.inventory.CirclesNow;

/**
 * A technique on paper, to be filled in by hand.
 *
 * @param parts the steps that are enough
 * @param further those for whoever wants to go further
 * @param starts what only one starting point asks, headed by what that is called; empty where somebody has begun at one
 * @param safe the step before which it is asked whether it is safe, where one is about saying something: the same for everybody,
 *     so that it tells nothing of anybody
 * @param circles as they are now, where the technique looks at them
 */
public record SheetPage(
        Place place,
        String how,
        List<PiecePage.Part> parts,
        List<PiecePage.Part> further,
        List<PiecePage.Part> starts,
        Optional<String> safe,
        Optional<CirclesNow> circles) {
    private static final int LONG = 5;

    /** Text key of what the questions of all starting points have in common. */
    public String startsTitle() {
        return how + ".step." + starts.getFirst().step();
    }

    /** Whether there is so much for whoever wants to go further that each has less room. */
    public boolean isLong() {
        return further.size() + starts.size() > LONG;
    }

    public boolean asksFirst(PiecePage.Part part) {
        return safe.filter(part.step()::equals).isPresent();
    }
}
