package tombolo.course.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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
import tombolo.course.Courses;
import tombolo.course.Focus;
import tombolo.course.Focus.Named;
import tombolo.course.Intakes;
import tombolo.course.ProblemAreas;
import tombolo.inventory.Relationship;
import tombolo.people.TypedContact;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Choosing the problem area: the rule sheet helps, and a human decides. */
@Controller
@RequestMapping("/desk/people/{person}/focus")
class FocusController {
    private static final int LONGEST = 2000;

    private final Courses courses;
    private final Intakes intakes;
    private final ProblemAreas areas;
    private final Loading loading;
    private final Drafts drafts;
    private final Once once;

    FocusController(Courses courses, Intakes intakes, ProblemAreas areas, Loading loading, Drafts drafts, Once once) {
        this.courses = courses;
        this.intakes = intakes;
        this.areas = areas;
        this.loading = loading;
        this.drafts = drafts;
        this.once = once;
    }

    @GetMapping
    @Transactional
    String choose(Viewer viewer, @PathVariable UUID person, Model model) {
        Course course = loading.open(viewer, person);
        Optional<Focus> now = course.focus();
        List<String> chosen = now.map(Focus::areas).orElse(List.of());
        return show(
                viewer,
                course,
                chosen.isEmpty() ? "" : chosen.getFirst(),
                chosen.size() > 1 ? chosen.getLast() : "",
                now.map(Focus::people).orElse(List.of()).stream()
                        .map(one -> Loading.text(one.who()))
                        .toList(),
                now.map(Focus::evidence).orElse(""),
                Errors.none(),
                model);
    }

    @PostMapping
    @Transactional
    String agree(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam(name = "area", defaultValue = "") String main,
            @RequestParam(defaultValue = "") String second,
            @RequestParam(required = false, defaultValue = "") List<String> people,
            @RequestParam(defaultValue = "") String evidence,
            HttpServletResponse response,
            Model model) {
        Course course = loading.open(viewer, person);
        String words = TypedContact.text(evidence);
        List<String> chosen = new ArrayList<>(List.of(main));
        if (!second.isEmpty()) {
            chosen.add(second);
        }
        Errors errors = wrong(course, chosen, words);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, course, main, second, people, words, errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    List<Named> named = Loading.named(loading.circles(viewer, course.person()), people);
                    Focus focus = new Focus(
                            chosen, named, words, courses.visibleTo(viewer).signature());
                    loading.change(viewer, course, seen, base(person) + "/focus", () -> course.agreeOn(focus));
                    drafts.done(viewer, "course.focus:" + person);
                    return base(person) + "/course?done=course.done.focus";
                });
    }

    private static Errors wrong(Course course, List<String> chosen, String words) {
        Errors errors = Errors.none();
        List<String> offered = course.variant().areas();
        if (!offered.contains(chosen.getFirst())) {
            errors.add("area", "course.desk.focus.wrong.none");
        } else if (!offered.containsAll(chosen) || chosen.getFirst().equals(chosen.getLast()) && chosen.size() > 1) {
            errors.add("second", "course.desk.focus.wrong.second");
        } else {
            course.objectionTo(chosen).ifPresent(objection -> errors.add("area", objection));
        }
        if (words.isEmpty()) {
            errors.add("evidence", "course.desk.focus.wrong.evidence");
        } else if (words.length() > LONGEST) {
            errors.add("evidence", "course.desk.wrong.long", LONGEST);
        }
        return errors;
    }

    private String show(
            Viewer viewer,
            Course course,
            String main,
            String second,
            List<String> ticked,
            String evidence,
            Errors errors,
            Model model) {
        List<Relationship> circles = loading.circles(viewer, course.person());
        model.addAttribute(
                "page",
                new FocusPage(
                        Whose.of(courses.visibleTo(viewer).person(course.person())),
                        course,
                        areas.of(course.variant().areas()),
                        course.focus(),
                        Loading.choices(circles),
                        main,
                        second,
                        ticked,
                        evidence,
                        intakes.closedToAssertingSince(course.person()).isPresent(),
                        errors));
        return "course/focus";
    }

    private static String base(UUID person) {
        return "/desk/people/" + new PersonId(person);
    }
}
