package tombolo.safety.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tombolo.safety.ConcernClock;
import tombolo.safety.Watch;

/**
 * What was passed on for a person, to whom and until when, and who reads what they answer.
 *
 * @param reader who answers for what they say
 * @param wayClosed whether they have closed the way they were reached by, so that nobody rings or writes there
 * @param cover who does when that one cannot; may be empty
 */
public record PassedOnPage(
        List<Passed> passed,
        boolean wayClosed,
        Watch.Mode mode,
        String reader,
        String cover,
        ConcernClock clock,
        boolean plan,
        ZoneId zone) {

    /**
     * One thing that was passed on.
     *
     * @param told everyone who was told, by name, the last last
     * @param holder who has it
     */
    public record Passed(
            Instant at,
            List<String> told,
            String holder,
            boolean taken,
            boolean late,
            Instant due,
            Optional<Instant> closed) {}
}
