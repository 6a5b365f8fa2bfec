package tombolo.formulation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tombolo.formulation.Formulation;

/**
 * One version of a formulation, to read, to agree to and to print.
 *
 * @param shown the version shown; absent while none is written
 * @param stands the version that was agreed before and stands until this one is
 * @param said who has agreed to it so far
 * @param mayAgree whether the viewer's own side has not agreed yet
 * @param mayRecord whether the viewer can write down that both agreed in the room
 * @param mayTakeBack whether the viewer's own yes stands and can be taken back
 */
public record FormulationPage(
        Where place,
        @Nullable Formulation shown,
        boolean newest,
        Optional<Formulation> stands,
        List<Said> said,
        boolean mayAgree,
        boolean mayRecord,
        boolean mayTakeBack,
        List<Version> versions,
        ZoneId zone) {

    /**
     * Whose formulation a page shows.
     *
     * @param base the address of the formulation
     * @param desk whether staff read it
     * @param name what the person is called, for staff; may be empty
     */
    public record Where(String base, boolean desk, String person, String name) {}

    /**
     * One side's yes.
     *
     * @param how text key; its arguments are the day and the name of who wrote it down
     */
    public record Said(String how, Instant at, String by) {}

    /** One version in the list: its number, when, and the text key of how far it got. */
    public record Version(int number, Instant at, String state) {}

    /** Text key of what the page is called. */
    public String title() {
        return place.desk()
                ? newest ? "formulation.desk.title" : "formulation.desk.title.older"
                : newest ? "formulation.page.title" : "formulation.page.title.older";
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
