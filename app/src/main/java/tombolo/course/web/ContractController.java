package tombolo.course.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.course.Contract.Agreement;
import tombolo.course.Contract.Terms;
import tombolo.course.Contract.Way;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.Goal;
import tombolo.course.ProblemAreas;
import tombolo.course.Signature;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The contract at the desk: put forward, agreed in the room, and every version to read again. */
@Controller
@RequestMapping("/desk/people/{person}/contract")
class ContractController {
    private final Courses courses;
    private final ProblemAreas areas;
    private final Loading loading;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    ContractController(
            Courses courses,
            ProblemAreas areas,
            Loading loading,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.courses = courses;
        this.areas = areas;
        this.loading = loading;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String contract(Viewer viewer, @PathVariable UUID person, Model model) {
        Course course = courses.visibleTo(viewer).of(new PersonId(person)).orElseThrow(NotFound::new);
        model.addAttribute(
                "page",
                new ContractPage(
                        whose(viewer, course),
                        course,
                        areas.all(),
                        loading.names(viewer, course.person()),
                        practices.current().zone()));
        return "course/contract";
    }

    @GetMapping("/writing")
    @Transactional
    String write(Viewer viewer, @PathVariable UUID person, Model model) {
        Course course = loading.open(viewer, person);
        if (course.focus().isEmpty()) {
            return "redirect:" + base(person) + "/focus";
        }
        LocalDate first = course.sessions().isEmpty()
                ? today()
                : LocalDate.ofInstant(
                        course.sessions().getFirst().at(), practices.current().zone());
        return show(viewer, course, ContractForm.of(course, first), Errors.none(), model);
    }

    @PostMapping
    @Transactional
    String propose(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Course course = loading.open(viewer, person);
        ContractForm form = new ContractForm(fields);
        Errors errors = form.errors(course, today());
        if (course.focus().isEmpty()) {
            errors.add("sessions", "course.desk.contract.wrong.focus");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, course, form, errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    List<Goal> before = course.contracts().isEmpty()
                            ? List.of()
                            : course.contracts().getLast().terms().goals();
                    Terms terms = form.terms(loading.circles(viewer, course.person()), before);
                    Signature signature = courses.visibleTo(viewer).signature();
                    loading.change(
                            viewer,
                            course,
                            seen,
                            base(person) + "/contract",
                            () -> course.propose(form.sessions(), form.end().orElseThrow(), terms, signature));
                    drafts.done(viewer, "course.contract:" + person);
                    return base(person) + "/contract?done=course.done.proposed";
                });
    }

    /** They said yes aloud, with the therapist, who puts it down. */
    @PostMapping("/agreement")
    @Transactional
    String agreedInTheRoom(
            Viewer viewer, @PathVariable UUID person, @RequestParam("_idem") UUID idem, @RequestParam int seen) {
        courses.visibleTo(viewer).person(new PersonId(person));
        return "redirect:"
                + once.effect(idem, () -> {
                    Course course = loading.open(viewer, person);
                    if (course.proposal().isPresent()) {
                        loading.change(
                                viewer,
                                course,
                                seen,
                                base(person) + "/contract",
                                () -> course.agree(new Agreement(Way.IN_THE_ROOM, viewer.account(), time.now())));
                    }
                    return base(person) + "/course?done=course.done.agreed";
                });
    }

    private String show(Viewer viewer, Course course, ContractForm form, Errors errors, Model model) {
        model.addAttribute(
                "page",
                new ContractEditPage(
                        whose(viewer, course),
                        course,
                        Loading.choices(loading.circles(viewer, course.person())),
                        form,
                        errors));
        return "course/contract-writing";
    }

    private Whose whose(Viewer viewer, Course course) {
        return Whose.of(courses.visibleTo(viewer).person(course.person()));
    }

    private LocalDate today() {
        return time.today(practices.current().zone());
    }

    private static String base(UUID person) {
        return "/desk/people/" + person;
    }
}
