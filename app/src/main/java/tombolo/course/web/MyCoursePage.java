package tombolo.course.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tombolo.course.Course;
import tombolo.course.Focus.Named;
import tombolo.course.ProblemArea;
import tombolo.course.SickRole;

/**
 * The person's own page of their course.
 *
 * @param pastItsEnd whether the day agreed for the last session has gone by, and another is to be agreed
 * @param restIsOver whether the day on which a rest was to end has come
 * @param areas the problem areas there are
 * @param lightened what they may put down, while it holds
 * @param names what the circles call people today
 * @param putDownBy who put down that they said yes in the room; empty where it was their own press
 */
public record MyCoursePage(
        Optional<Course> course,
        boolean pastItsEnd,
        boolean restIsOver,
        List<ProblemArea> areas,
        Optional<SickRole> lightened,
        Map<UUID, String> names,
        String putDownBy,
        ZoneId zone) {

    /** What the page says first, as a text key. */
    public String state() {
        Course it = course.orElseThrow();
        boolean nothing = it.state() != Course.State.ENDED
                && it.contract().isEmpty()
                && (it.state() == Course.State.PAUSED
                        || it.contracts().stream()
                                .anyMatch(contract -> contract.takenBack().isPresent()));
        return "course.my.state." + it.state() + (nothing ? ".nothing" : "");
    }

    public String called(Named one) {
        return names.getOrDefault(one.who().value(), one.name());
    }

    /** The problem areas with these ids. */
    public List<ProblemArea> areas(List<String> ids) {
        return areas.stream().filter(area -> ids.contains(area.id())).toList();
    }
}
