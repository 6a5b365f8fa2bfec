package tombolo.cover.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Frame;

/**
 * The clinical wills: one's own to make, and those of the others, which take two to open.
 *
 * @param mayMake whether the viewer is a therapist
 * @param unmade those without a will, whose people the viewer may ask to hand on
 * @param about what was typed wrong: in one of the wills, or {@link #MINE} or {@link #UNMADE}
 */
public record WillPage(
        boolean mayMake,
        boolean has,
        String executor,
        String scope,
        String words,
        List<Choice> colleagues,
        List<Line> others,
        List<Choice> unmade,
        ZoneId zone,
        UUID about,
        String why,
        String who,
        Errors errors) {
    static final UUID MINE = new UUID(0, 0);
    static final UUID UNMADE = new UUID(0, 1);

    /** Whom the viewer may name, with what whoever is no therapist sees at most. */
    public List<Choice> colleagues(Frame frame) {
        return colleagues.stream()
                .map(one -> new Choice(one.value(), one.label(), one.hint().isEmpty() ? "" : frame.t(one.hint())))
                .toList();
    }

    /** What is wrong in one's own. */
    public Errors wrongInMine() {
        return about.equals(MINE) ? errors : Errors.none();
    }

    /** What is wrong in what is said of somebody without a will. */
    public Errors wrongInUnmade() {
        return isAboutUnmade() ? errors : Errors.none();
    }

    public boolean isAboutUnmade() {
        return about.equals(UNMADE);
    }

    /**
     * One will.
     *
     * @param own false where the therapist had made none
     * @param why what the first of the two said; empty while nobody asked
     * @param words what is to be done; empty unless it is open to the viewer
     * @param until until when it is open
     * @param mayHandOn whether the viewer is whom it names, and it is open
     */
    public record Line(
            UUID id,
            boolean own,
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
