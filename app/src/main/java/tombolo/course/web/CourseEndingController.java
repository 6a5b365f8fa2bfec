package tombolo.course.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import tombolo.course.Course.State;
import tombolo.course.Courses;
import tombolo.course.Ending;
import tombolo.course.Ending.Reason;
import tombolo.course.OpenAtTheEnd;
import tombolo.people.TypedContact;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** How a course ends: complete, or before that and why. */
@Controller
@RequestMapping("/desk/people/{person}/course/ending")
class CourseEndingController {
    private static final int LONGEST = 1000;

    private final Courses courses;
    private final Loading loading;
    private final List<OpenAtTheEnd> openAtTheEnd;
    private final Drafts drafts;

    CourseEndingController(Courses courses, Loading loading, List<OpenAtTheEnd> openAtTheEnd, Drafts drafts) {
        this.courses = courses;
        this.loading = loading;
        this.openAtTheEnd = openAtTheEnd;
        this.drafts = drafts;
    }

    @GetMapping
    @Transactional
    String ending(Viewer viewer, @PathVariable UUID person, Model model) {
        return ending(viewer, person, loading.open(viewer, person), "", "", true, Errors.none(), model);
    }

    @PostMapping
    @Transactional
    String end(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean tell,
            HttpServletResponse response,
            Model model) {
        Course course = courses.visibleTo(viewer).of(new PersonId(person)).orElseThrow(NotFound::new);
        String said = TypedContact.text(words);
        Optional<Reason> chosen = reasons(course).stream()
                .filter(one -> one.name().equals(reason))
                .findFirst();
        Errors errors = Errors.none();
        if (course.state() != State.ENDED && chosen.isEmpty()) {
            errors.add("reason", "course.desk.ending.wrong");
        }
        if (said.length() > LONGEST) {
            errors.add("words", "course.desk.wrong.long", LONGEST);
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ending(viewer, person, course, reason, said, tell, errors, model);
        }
        return loading.act(viewer, person, idem, seen, "course.done.ended", (open, signature) -> {
            open.end(new Ending(chosen.orElseThrow(), said, signature));
            loading.callOff(viewer, open, signature, tell);
            drafts.done(viewer, "course.ending:" + person);
        });
    }

    private String ending(
            Viewer viewer,
            UUID person,
            Course course,
            String reason,
            String words,
            boolean tells,
            Errors errors,
            Model model) {
        model.addAttribute(
                "page",
                new EndingPage(
                        Whose.of(courses.visibleTo(viewer).person(new PersonId(person))),
                        course,
                        openAtTheEnd.stream()
                                .flatMap(one -> one.openAtTheEnd(course.person(), viewer).stream())
                                .toList(),
                        reasons(course),
                        reason,
                        words,
                        tells,
                        errors));
        return "course/ending";
    }

    /** Complete is offered only when it is. */
    private static List<Reason> reasons(Course course) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason != Reason.COMPLETE || course.mayEndComplete())
                .toList();
    }
}
