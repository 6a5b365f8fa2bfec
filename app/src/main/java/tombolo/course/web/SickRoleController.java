package tombolo.course.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.Episode;
import tombolo.course.Intakes;
import tombolo.course.SickRole;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Viewer;

/** What may be put down for a while, by whom it is taken over and until when; there only on a recorded episode. */
@Controller
@RequestMapping("/desk/people/{person}/intake/sick-role")
class SickRoleController {
    private final Courses courses;
    private final Intakes intakes;
    private final Loading loading;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    SickRoleController(
            Courses courses,
            Intakes intakes,
            Loading loading,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.courses = courses;
        this.intakes = intakes;
        this.loading = loading;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String sickRole(Viewer viewer, @PathVariable UUID person, Model model) {
        Course course = loading.open(viewer, person);
        return show(viewer, course, SickRoleForm.of(course.sickRole()), Errors.none(), model);
    }

    @PostMapping
    @Transactional
    String lighten(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            SickRoleForm form,
            HttpServletResponse response,
            Model model) {
        Course course = loading.open(viewer, person);
        Episode episode = episode(viewer, course);
        Errors errors = form.errors(time.today(practices.current().zone()));
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, course, form, errors, model);
        }
        String base = "/desk/people/" + person + "/intake";
        return "redirect:"
                + once.effect(idem, () -> {
                    SickRole role = new SickRole(
                            form.lines(),
                            Loading.named(loading.circles(viewer, course.person()), form.helpers()),
                            form.day().orElseThrow(),
                            form.effort(),
                            courses.visibleTo(viewer).signature());
                    loading.change(viewer, course, seen, base + "/sick-role", () -> course.lighten(role, episode));
                    drafts.done(viewer, "course.sick-role:" + person);
                    return base + "?done=course.done.kept";
                });
    }

    private String show(Viewer viewer, Course course, SickRoleForm form, Errors errors, Model model) {
        model.addAttribute(
                "page",
                new SickRolePage(
                        Whose.of(intakes.visibleTo(viewer).person(course.person())),
                        course,
                        episode(viewer, course),
                        loading.living(viewer, course.person()),
                        form,
                        errors));
        return "course/sick-role";
    }

    private Episode episode(Viewer viewer, Course course) {
        return intakes.visibleTo(viewer).of(course).episode().orElseThrow(NotFound::new);
    }
}
