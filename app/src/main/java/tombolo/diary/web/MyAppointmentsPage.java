package tombolo.diary.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One's own appointments: those ahead, the next first, and those that are over, the newest first.
 *
 * @param inDoubt those of which nobody knows whether they take place
 */
public record MyAppointmentsPage(List<Shown> coming, List<Shown> over, Set<UUID> inDoubt) {

    public boolean isInDoubt(Shown shown) {
        return inDoubt.contains(shown.appointment().id());
    }
}
