package tombolo.safety.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tombolo.safety.SafetyPlan;
import tombolo.safety.SafetyPlan.Parts;

/**
 * One version of a plan, to read, to print and to keep.
 *
 * @param place whose plan it is, and where its pages are
 * @param plan empty while none is written
 * @param versions all there are, the newest first
 */
public record PlanPage(Where place, Optional<SafetyPlan> plan, boolean newest, List<Version> versions, ZoneId zone) {

    /**
     * Whose plan a page shows.
     *
     * @param base the address of the plan
     * @param desk whether staff read it
     * @param name what the person is called, for staff; may be empty
     */
    public record Where(String base, boolean desk, String person, String name) {}

    /** One version in the list: its number, when, and the text key of whose hand it was. */
    public record Version(int number, Instant at, String by) {}

    /** Text key of what the page is called. */
    public String title() {
        if (place.desk()) {
            return newest ? "safety.desk.plan.title" : "safety.desk.plan.title.older";
        }
        return newest ? "safety.plan.title" : "safety.plan.title.older";
    }

    public Parts parts() {
        return plan.map(SafetyPlan::parts).orElse(Parts.BLANK);
    }
}
