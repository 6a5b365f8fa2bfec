package tombolo.course.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Accounts;
import tombolo.course.Contract;
import tombolo.course.Contract.Agreement;
import tombolo.course.Contract.Way;
import tombolo.course.Course;
import tombolo.course.CourseChanged;
import tombolo.course.Courses;
import tombolo.course.Intakes;
import tombolo.course.ProblemAreas;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The course on the person's own pages: where we are, what we agreed, and their yes to it. */
@Controller
@RequestMapping("/my/course")
class MyCourseController {
    private final Courses courses;
    private final Intakes intakes;
    private final ProblemAreas areas;
    private final Loading loading;
    private final Accounts accounts;
    private final Practices practices;
    private final Once once;
    private final ProgrammeTime time;

    MyCourseController(
            Courses courses,
            Intakes intakes,
            ProblemAreas areas,
            Loading loading,
            Accounts accounts,
            Practices practices,
            Once once,
            ProgrammeTime time) {
        this.courses = courses;
        this.intakes = intakes;
        this.areas = areas;
        this.loading = loading;
        this.accounts = accounts;
        this.practices = practices;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String mine(Viewer viewer, Model model) {
        PersonId me = viewer.person().orElseThrow(NotFound::new);
        Optional<Course> course = courses.visibleTo(viewer).of(me);
        LocalDate today = time.today(practices.current().zone());
        model.addAttribute(
                "page",
                new MyCoursePage(
                        course,
                        course.filter(it -> it.isPastItsEnd(today)).isPresent(),
                        course.flatMap(Course::restsUntil)
                                .filter(until -> !until.isAfter(today))
                                .isPresent(),
                        areas.all(),
                        course.filter(it -> it.sickRole().isPresent() && intakes.hasEpisode(it))
                                .flatMap(Course::sickRole)
                                .filter(role -> !role.until().isBefore(today)),
                        loading.names(viewer, me),
                        course.flatMap(Course::contract)
                                .flatMap(Contract::agreed)
                                .filter(yes -> yes.way() == Way.IN_THE_ROOM)
                                .map(yes -> accounts.nameOf(yes.by()))
                                .orElse(""),
                        practices.current().zone()));
        return "course/mine";
    }

    /** Their own yes; {@code contract} is the version they read. */
    @PostMapping("/agreement")
    @Transactional
    String agree(Viewer viewer, @RequestParam("_idem") UUID idem, @RequestParam int contract) {
        PersonId me = viewer.person().orElseThrow(NotFound::new);
        return "redirect:"
                + once.effect(idem, () -> {
                    Course course = courses.visibleTo(viewer).of(me).orElseThrow(NotFound::new);
                    if (course.proposal().filter(it -> it.version() == contract).isEmpty()
                            || course.state() == Course.State.ENDED) {
                        throw changed();
                    }
                    course.agree(new Agreement(Way.OWN_SIGN_IN, viewer.account(), time.now()));
                    try {
                        courses.visibleTo(viewer).save(course);
                    } catch (CourseChanged changed) {
                        throw changed();
                    }
                    return "/my/course?done=course.done.yes";
                });
    }

    /** Their own yes, whoever put it down. Nobody asks why. */
    @PostMapping("/agreement/withdrawal")
    @Transactional
    String takeBack(Viewer viewer, @RequestParam("_idem") UUID idem, @RequestParam int contract) {
        PersonId me = viewer.person().orElseThrow(NotFound::new);
        return "redirect:"
                + once.effect(idem, () -> {
                    Course course = courses.visibleTo(viewer).of(me).orElseThrow(NotFound::new);
                    if (course.state() == Course.State.ENDED
                            || course.contract()
                                    .filter(it -> it.version() == contract)
                                    .isEmpty()) {
                        throw changed();
                    }
                    course.takeBackYes(time.now());
                    try {
                        courses.visibleTo(viewer).save(course);
                    } catch (CourseChanged changed) {
                        throw changed();
                    }
                    return "/my/course?done=course.done.taken-back";
                });
    }

    private static Conflict changed() {
        return new Conflict(List.of(), "/my/course");
    }
}
