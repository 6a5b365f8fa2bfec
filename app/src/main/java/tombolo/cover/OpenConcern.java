package tombolo.cover;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.safety.Concerns;
import tombolo.ui.Said;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Something was said that a human must answer, and it is not over. */
@Component
@Order(0)
class OpenConcern implements StillOpen {
    private final Concerns concerns;

    OpenConcern(Concerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public Optional<Said> of(PersonId person, Viewer viewer) {
        return concerns.visibleTo(viewer).open(person).map(open -> Said.of("cover.desk.open.concern"));
    }
}
