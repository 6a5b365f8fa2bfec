package tombolo.diary.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import tombolo.ui.Errors;

/**
 * A person's appointments at the desk, and the form for more.
 *
 * @param name what the person is called; may be empty
 * @param coming what is ahead or not recorded yet, the first first
 * @param over what is over or off, the newest first
 * @param inDoubt those in which the therapist is away
 */
public record AppointmentsPage(
        String base,
        String person,
        String name,
        List<Shown> coming,
        List<Shown> over,
        Set<UUID> inDoubt,
        BookingForm form,
        Errors errors) {

    public boolean isInDoubt(Shown shown) {
        return inDoubt.contains(shown.appointment().id());
    }
}
