package tombolo.course.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tombolo.course.Contract;
import tombolo.course.Course;
import tombolo.course.Focus.Named;
import tombolo.course.ProblemArea;

/**
 * What was agreed, version by version.
 *
 * @param names what the circles call people today
 * @param tooMany how many more hours are booked than sessions are left
 */
public record ContractPage(
        Whose whose, Course course, List<ProblemArea> areas, Map<UUID, String> names, int tooMany, ZoneId zone) {

    public String called(Named one) {
        return names.getOrDefault(one.who().value(), one.name());
    }

    /** Those that hold no more, the newest first. */
    public List<Contract> earlier() {
        return course.contracts().reversed().stream()
                .filter(contract -> course.contract().filter(contract::equals).isEmpty()
                        && course.proposal().filter(contract::equals).isEmpty())
                .toList();
    }
}
