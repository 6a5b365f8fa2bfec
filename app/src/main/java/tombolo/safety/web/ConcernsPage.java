package tombolo.safety.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import tombolo.safety.HowSafe;

/** What waits for a human, for whoever may know of it, and the questions to put at the next contact. */
public record ConcernsPage(List<Line> open, List<Ask> leftOpen, ZoneId zone) {

    /**
     * One of them.
     *
     * @param name what the person is called; empty where the viewer may not know
     * @param state text key; its arguments are who has it, and until when
     */
    public record Line(UUID id, String name, String holder, String state, Instant opened, Instant due, boolean late) {}

    /** Somebody left a question open. */
    public record Ask(UUID id, String name, Instant at, List<HowSafe> howSafe) {}
}
