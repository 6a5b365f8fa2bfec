package tombolo.people.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Who has looked, newest first. */
public record LookedPage(List<Line> lines, ZoneId zone, boolean more) {

    /**
     * One look.
     *
     * @param who a colleague's name; empty where it was nobody who is signed in
     * @param did text key
     * @param what text key
     * @param times how often that day; the moment is the last
     */
    public record Line(Instant at, String who, String did, String what, int times) {}
}
