package tombolo.continuity.web;

import org.springframework.stereotype.Component;
import tombolo.database.PracticeRegistry;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** Who may make the sheet. It opens everything on this machine: where several practices share it, no one manager may. */
@Component
class SheetMakers {
    private final PracticeRegistry practices;

    SheetMakers(PracticeRegistry practices) {
        this.practices = practices;
    }

    boolean include(Viewer viewer) {
        return viewer.is(Role.ADMIN) || viewer.is(Role.MANAGER) && practices.holdsOne();
    }
}
