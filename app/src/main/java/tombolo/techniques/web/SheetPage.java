package tombolo.techniques.web;

import java.util.List;
import java.util.Optional;

/**
 * A technique on paper, to be filled in by hand.
 *
 * @param parts the steps that are enough
 * @param further those for whoever wants to go further
 * @param safe the step before which it is asked whether it is safe, where one is about saying something: the same for everybody,
 *     so that it tells nothing of anybody
 */
public record SheetPage(
        Place place, String how, List<PiecePage.Part> parts, List<PiecePage.Part> further, Optional<String> safe) {
    public boolean asksFirst(PiecePage.Part part) {
        return safe.filter(part.step()::equals).isPresent();
    }
}
