package tombolo.cover.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Frame;

/**
 * Who is away now and later, and the one form for it.
 *
 * @param noMore for whom the viewer was to be there, and need not any more
 * @param backEarly those that ended before their time, with the hours of which somebody had been told that they are off
 * @param therapists for whom the viewer may say it
 * @param mine whether that is themself alone, so that nobody need be chosen
 */
public record AwayPage(
        List<Line> absences,
        List<String> noMore,
        List<Line> backEarly,
        List<Choice> therapists,
        boolean mine,
        List<Choice> covers,
        String therapist,
        String from,
        String until,
        String cover,
        ZoneId zone,
        Errors errors) {

    /** Who may cover, in the page's words. */
    public List<Choice> covers(Frame frame) {
        return WhoCovers.inWords(covers, frame);
    }

    /**
     * One absence.
     *
     * @param cover a name; empty where nobody is there instead
     * @param ownWord whether the cover named themself, and opens no record by that
     * @param mayEnd whether the viewer may say that it is over
     */
    public record Line(
            UUID id,
            String therapist,
            String cover,
            boolean ownWord,
            Instant from,
            Instant until,
            boolean now,
            boolean mayEnd,
            List<Hour> hours) {}

    /**
     * Something booked in that time.
     *
     * @param name what the person is called; empty where the viewer may not know
     * @param href where it is moved or called off, or where it says how the person is reached; empty where the viewer may not
     * @param reach where it says how they are reached, where {@code href} does not
     * @param open text key of what is still to be done about it
     * @param taken whether the cover sees them then
     * @param mayTake whether the viewer is the cover
     * @param toldBy who has told them; empty where nobody has
     * @param mayNote whether the viewer may say that they have told them
     * @param told text key of what became of the message that it cannot take place
     * @param unreached whether somebody has to tell them in another way
     */
    public record Hour(
            UUID id,
            String name,
            Instant start,
            String href,
            String reach,
            String open,
            boolean taken,
            boolean mayTake,
            String told,
            String toldBy,
            boolean mayNote,
            boolean unreached) {}
}
