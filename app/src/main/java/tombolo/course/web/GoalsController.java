package tombolo.course.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import tombolo.course.Goal;
import tombolo.course.GoalsMarked;
import tombolo.ui.Conflict;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** In the room, both mark how near each goal of the contract is: most of all midway. At the end it is part of looking back. */
@Controller
@RequestMapping("/desk/people/{person}/course/goals")
class GoalsController {
    private static final String NEAR = "\\d|10";

    private final Courses courses;
    private final Loading loading;
    private final Once once;

    GoalsController(Courses courses, Loading loading, Once once) {
        this.courses = courses;
        this.loading = loading;
        this.once = once;
    }

    @GetMapping
    @Transactional
    String goals(Viewer viewer, @PathVariable UUID person, Model model) {
        return show(viewer, agreed(viewer, person), Map.of(), Errors.none(), model);
    }

    @PostMapping
    @Transactional
    String mark(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Course course = agreed(viewer, person);
        Errors errors = Errors.none();
        Map<UUID, Integer> near = new HashMap<>();
        for (Goal goal : course.goals()) {
            String typed = fields.getOrDefault("near-" + goal.id(), "").strip();
            if (typed.matches(NEAR)) {
                near.put(goal.id(), Integer.valueOf(typed));
            } else if (!typed.isEmpty()) {
                errors.add("near-" + goal.id(), "course.desk.goals.wrong");
            }
        }
        if (near.isEmpty() && errors.isEmpty()) {
            errors.add("near-" + course.goals().getFirst().id(), "course.desk.goals.wrong.none");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, course, fields, errors, model);
        }
        String back = "/desk/people/" + person + "/course";
        return "redirect:"
                + once.effect(idem, () -> {
                    if (course.version() != seen) {
                        throw new Conflict(both(course, near), back + "/goals");
                    }
                    GoalsMarked marked =
                            new GoalsMarked(near, courses.visibleTo(viewer).signature());
                    loading.change(viewer, course, seen, back + "/goals", () -> course.mark(marked));
                    return back + "?done=course.done.goals";
                });
    }

    /** What was typed beside what somebody marked last, goal by goal. */
    private static List<Conflict.Difference> both(Course course, Map<UUID, Integer> near) {
        Map<UUID, Integer> newest = course.goalsNear();
        return course.goals().stream()
                .filter(goal -> near.containsKey(goal.id()))
                .map(goal -> new Conflict.Difference(
                        "course.desk.goals.near",
                        goal.text() + ": " + near.get(goal.id()),
                        goal.text() + ": "
                                + Optional.ofNullable(newest.get(goal.id())).orElse(goal.baseline())))
                .toList();
    }

    private Course agreed(Viewer viewer, UUID person) {
        Course course = loading.open(viewer, person);
        if (course.contract().isEmpty()) {
            throw new NotFound();
        }
        return course;
    }

    private String show(Viewer viewer, Course course, Map<String, String> typed, Errors errors, Model model) {
        PersonId person = course.person();
        model.addAttribute(
                "page", new GoalsPage(Whose.of(courses.visibleTo(viewer).person(person)), course, typed, errors));
        return "course/goals-marked";
    }
}
