package tombolo.course.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tombolo.accounts.Accounts;
import tombolo.course.Contract;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.ProblemAreas;
import tombolo.course.Signature;
import tombolo.course.Step;
import tombolo.course.Variants;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Errors;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What the page of the course shows. */
@Component
class CoursePages {
    private final Courses courses;
    private final Variants variants;
    private final ProblemAreas areas;
    private final Accounts accounts;
    private final Practices practices;
    private final ProgrammeTime time;

    CoursePages(
            Courses courses,
            Variants variants,
            ProblemAreas areas,
            Accounts accounts,
            Practices practices,
            ProgrammeTime time) {
        this.courses = courses;
        this.variants = variants;
        this.areas = areas;
        this.accounts = accounts;
        this.practices = practices;
        this.time = time;
    }

    /**
     * What was typed in one of its forms and could not be kept.
     *
     * @param until empty where nothing was typed, so that the day that was agreed stands there
     */
    record Typed(String why, Optional<String> until, boolean tells, String met) {
        static final Typed NOTHING = new Typed("", Optional.empty(), true, "");

        static Typed rest(String why, String until, boolean tells) {
            return new Typed(why, Optional.of(until), tells, "");
        }

        static Typed met(String day) {
            return new Typed("", Optional.empty(), true, day);
        }
    }

    String show(Viewer viewer, UUID person, Typed typed, Errors errors, Model model) {
        Courses.Visible visible = courses.visibleTo(viewer);
        List<Course> all = visible.all(new PersonId(person));
        Optional<Course> newest = all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        ZoneId zone = practices.current().zone();
        model.addAttribute(
                "page",
                new CoursePage(
                        Whose.of(visible.person(new PersonId(person))),
                        newest,
                        newest.filter(it -> it.isPastItsEnd(time.today(zone))).isPresent(),
                        newest.flatMap(Course::focus)
                                .map(focus -> areas.of(focus.areas()))
                                .orElse(List.of()),
                        newest.map(course -> said(course, zone)).orElse(List.of()),
                        all.size() < 2 ? List.of() : all.subList(0, all.size() - 1),
                        variants.all(),
                        zone,
                        typed.why(),
                        typed.until()
                                .or(() -> newest.flatMap(Course::restsUntil).map(LocalDate::toString))
                                .orElse(""),
                        typed.tells(),
                        typed.met(),
                        errors));
        return "course/course";
    }

    private List<CoursePage.Line> said(Course course, ZoneId zone) {
        List<CoursePage.Line> said = new ArrayList<>();
        said.add(line("BEGUN", "", course.begun(), "", zone));
        for (Contract contract : course.contracts()) {
            contract.agreed()
                    .ifPresent(agreed -> said.add(line(
                            "AGREED",
                            "course.desk.agreed." + agreed.way(),
                            new Signature(contract.proposed().by(), agreed.at()),
                            "",
                            zone)));
            contract.takenBack()
                    .ifPresent(at -> said.add(line(
                            "TAKEN_BACK", "", new Signature(contract.proposed().by(), at), "", zone)));
        }
        boolean resting = false;
        for (Step step : course.steps()) {
            String detail = step.kind() == Step.Kind.ENDED ? "course.desk.reason." + step.detail() : "";
            boolean spoken = step.kind() == Step.Kind.PAUSED || step.kind() == Step.Kind.ENDED;
            boolean again = resting && step.kind() == Step.Kind.PAUSED;
            resting = step.kind() == Step.Kind.PAUSED || resting && step.kind() != Step.Kind.RESUMED;
            said.add(line(
                            step.kind().name() + (again ? ".again" : ""),
                            detail,
                            step.signed(),
                            spoken ? step.words() : "",
                            zone)
                    .until(Course.restEnds(step)));
        }
        said.sort(Comparator.comparing(CoursePage.Line::at));
        return said;
    }

    private CoursePage.Line line(String kind, String detail, Signature signed, String words, ZoneId zone) {
        return new CoursePage.Line(
                "course.desk.step." + kind,
                detail,
                signed.at(),
                LocalDate.ofInstant(signed.at(), zone),
                accounts.nameOf(signed.by()),
                words,
                Optional.empty());
    }
}
