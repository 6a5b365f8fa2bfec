package tombolo.safety.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tombolo.course.WhomToRing;
import tombolo.people.HowToReach;
import tombolo.safety.Concern;
import tombolo.safety.HowSafe;
import tombolo.safety.SafetyPlan;
import tombolo.ui.Errors;

/**
 * One concern, with all that is needed to speak with the person now.
 *
 * @param name what the person is called; empty where the viewer may not know
 * @param walks whether the viewer may open the person's record
 * @param reach how to reach them, where the viewer may
 * @param others whom else to ring, where the viewer may see it
 * @param owner who answers for it
 * @param holder who has it in hand
 * @param plan their safety plan as it stands, where the viewer may open it
 * @param action what was chosen, and what was typed
 */
public record ConcernPage(
        Concern concern,
        String name,
        boolean walks,
        boolean mayAct,
        boolean late,
        Optional<HowToReach> reach,
        Optional<Others> others,
        String owner,
        String holder,
        List<Said> said,
        List<Done> done,
        Optional<SafetyPlan> plan,
        List<Earlier> earlier,
        ZoneId zone,
        String action,
        String words,
        Errors errors) {

    /**
     * Whom else to ring.
     *
     * @param name what whoever is near the person is called on the circles now
     */
    public record Others(String name, WhomToRing.Told told) {}

    /**
     * What was said.
     *
     * @param by who wrote it down
     * @param howSafe what they said when asked whether they are safe right now, the first first
     * @param answer the answer as the person gave it
     */
    public record Said(
            Instant at, String source, String words, String by, List<HowSafe> howSafe, Optional<Answer> answer) {}

    /** The question in the owner's words, and what was answered to it; empty where it was left open. */
    public record Answer(String question, String answered) {}

    /**
     * What happened: text key, with who did it and whom it reached.
     *
     * @param unreached whether the message about it did not get through
     */
    public record Done(Instant at, String what, String by, String to, String words, boolean unreached) {}

    /** One that is over. */
    public record Earlier(UUID id, Instant opened, Instant closed) {}
}
