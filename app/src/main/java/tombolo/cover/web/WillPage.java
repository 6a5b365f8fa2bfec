package tombolo.cover.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * The clinical wills: one's own to make, and those of the others, which take two to open.
 *
 * @param mayMake whether the viewer is a therapist
 */
public record WillPage(
        boolean mayMake,
        boolean has,
        String executor,
        String scope,
        String words,
        List<Choice> colleagues,
        List<Line> others,
        ZoneId zone,
        UUID about,
        String why,
        Errors errors) {

    /**
     * One will.
     *
     * @param why what the first of the two said; empty while nobody asked
     * @param words what is to be done; empty unless it is open to the viewer
     * @param until until when it is open
     * @param mayHandOn whether the viewer is whom it names, and it is open
     */
    public record Line(
            UUID id,
            String therapist,
            String executor,
            String scope,
            String why,
            String askedBy,
            Optional<Instant> until,
            String words,
            boolean mayHandOn,
            boolean mayAsk,
            boolean mayConfirm,
            boolean mayStop) {}
}
