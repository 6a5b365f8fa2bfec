package tombolo.course.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tombolo.course.Course;
import tombolo.course.ProblemArea;
import tombolo.course.Variant;
import tombolo.ui.Errors;

/**
 * A course at a glance, for whoever walks with the person.
 *
 * @param course the newest; none or ended, the page offers to begin one
 * @param pastItsEnd whether the day agreed for the last session has gone by, and another is to be agreed
 * @param areas the problem areas of the focus
 * @param said each step of the course, the first first
 * @param earlier courses that ended before
 * @param tells whether the person is to be written to when what is booked is called off
 * @param why what was typed about a rest, where it could not be taken
 * @param until the day typed for its end
 */
public record CoursePage(
        Whose whose,
        Optional<Course> course,
        boolean pastItsEnd,
        List<ProblemArea> areas,
        List<Line> said,
        List<Course> earlier,
        List<Variant> variants,
        ZoneId zone,
        String why,
        String until,
        boolean tells,
        String met,
        Errors errors) {

    /**
     * A step: the key of its sentence, the key of its reason or empty, the moment and its day, whose hand, and their words.
     *
     * @param until the day a rest was to end
     */
    public record Line(
            String key, String detail, Instant at, LocalDate day, String by, String words, Optional<LocalDate> until) {
        Line until(Optional<LocalDate> end) {
            return new Line(key, detail, at, day, by, words, end);
        }
    }

    /** The key of where it stands. */
    public String state() {
        Course it = course.orElseThrow();
        boolean nothing = it.state() == Course.State.PAUSED && it.contract().isEmpty();
        return "course.desk.state." + it.state() + (nothing ? ".nothing" : "");
    }

    /** True while there is something to rest from, or a rest to give another day. */
    public boolean mayRest() {
        return course.filter(it -> it.mayRest() || isResting()).isPresent();
    }

    public boolean isResting() {
        return course.filter(it -> it.state() == Course.State.PAUSED).isPresent();
    }

    public boolean isRestRefused() {
        return errors.at("why").isPresent() || errors.at("until").isPresent();
    }

    public boolean isMetRefused() {
        return errors.at("met").isPresent();
    }

    /** True when a course can be begun. */
    public boolean mayBegin() {
        return course.isEmpty() || course.get().state() == Course.State.ENDED;
    }
}
