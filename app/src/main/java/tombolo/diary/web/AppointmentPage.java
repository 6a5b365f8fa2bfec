package tombolo.diary.web;

import tombolo.ui.Errors;

/**
 * One appointment at the desk: to move it, to call it off, or to say what became of it.
 *
 * @param late whether a later hour was written down as held before this one
 * @param outcome what is chosen of {@code HELD}, {@code MISSED.PERSON.TOLD} and so on; may be empty
 */
public record AppointmentPage(
        String base,
        String person,
        String name,
        Shown shown,
        BookingForm form,
        boolean late,
        String outcome,
        Errors errors) {

    public String href() {
        return base + "/" + shown.appointment().id();
    }
}
