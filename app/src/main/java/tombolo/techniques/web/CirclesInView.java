package tombolo.techniques.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.inventory.CirclesNow;
import tombolo.inventory.Inventories;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The circles as they are beside a piece of work that looks at them: nobody has to remember who stands where. */
@Component
class CirclesInView {
    private final Inventories inventories;

    CirclesInView(Inventories inventories) {
        this.inventories = inventories;
    }

    /** Empty for a step that does not look at them, and where nobody is there. */
    Optional<CirclesNow> of(Viewer viewer, PersonId whose, Technique how, Step step) {
        return how.looksAtCircles(step) ? now(viewer, whose) : Optional.empty();
    }

    /** The same for all of a piece, and for its sheet. */
    Optional<CirclesNow> of(Viewer viewer, PersonId whose, Technique how) {
        return how.steps().stream().anyMatch(how::looksAtCircles) ? now(viewer, whose) : Optional.empty();
    }

    private Optional<CirclesNow> now(Viewer viewer, PersonId whose) {
        return Optional.of(CirclesNow.of(inventories.visibleTo(viewer).toCompare(whose)))
                .filter(now -> !now.isEmpty());
    }
}
