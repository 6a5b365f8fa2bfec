package tombolo.course.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.Intake;
import tombolo.course.IntakeTask;
import tombolo.course.Intakes;
import tombolo.course.web.IntakePage.Group;
import tombolo.course.web.IntakePage.Line;
import tombolo.measures.OwnWords;
import tombolo.people.Consents;
import tombolo.people.PartOfRecord;
import tombolo.people.Purpose;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The start of a course: a list of tasks, each a page of its own that can be left half done. */
@Controller
@RequestMapping("/desk/people/{person}/intake")
class IntakeController {
    private final Courses courses;
    private final Intakes intakes;
    private final Consents consents;
    private final OwnWords words;
    private final List<PartOfRecord> parts;

    IntakeController(Courses courses, Intakes intakes, Consents consents, OwnWords words, List<PartOfRecord> parts) {
        this.courses = courses;
        this.intakes = intakes;
        this.consents = consents;
        this.words = words;
        this.parts = parts;
    }

    /** Without a course there is nothing to begin; its page offers to. */
    @GetMapping
    @Transactional
    String tasks(Viewer viewer, @PathVariable UUID person, Model model) {
        PersonId id = new PersonId(person);
        Whose whose = Whose.of(intakes.visibleTo(viewer).person(id));
        Optional<Course> found = courses.visibleTo(viewer).of(id);
        if (found.isEmpty()) {
            return "redirect:" + whose.base() + "/course";
        }
        Course course = found.get();
        Intake intake = intakes.visibleTo(viewer).of(course);
        List<Group> groups = groups(whose, course, intake);
        model.addAttribute("page", new IntakePage(whose, course, groups, intake.leads()));
        return "course/intake";
    }

    private List<Group> groups(Whose whose, Course course, Intake intake) {
        return List.of(
                new Group(
                        "course.desk.intake.group.person",
                        Stream.concat(
                                        pageOf("enquiries", course),
                                        lines(
                                                whose,
                                                course,
                                                intake,
                                                IntakeTask.DETAILS,
                                                IntakeTask.HISTORY,
                                                IntakeTask.MEDICATION)
                                                .stream())
                                .toList()),
                new Group(
                        "course.desk.intake.group.matter",
                        lines(whose, course, intake, IntakeTask.SYMPTOMS, IntakeTask.EPISODE, IntakeTask.SUITABILITY)),
                new Group(
                        "course.desk.intake.group.agreed",
                        List.of(
                                line(
                                        "course.desk.intake.consents",
                                        whose.base() + "/intake/consents",
                                        consents.stands(course.person(), Purpose.CARE)),
                                line(
                                        "course.desk.intake.word",
                                        whose.base() + "/questions/word",
                                        words.has(course.person())))),
                new Group(
                        "course.desk.intake.group.illness",
                        Stream.concat(
                                        lines(whose, course, intake, IntakeTask.NAMING).stream(),
                                        Stream.of(
                                                intake.episode().isPresent()
                                                        ? part(
                                                                course,
                                                                "course.desk.intake.sick-role",
                                                                whose.base() + "/intake/sick-role",
                                                                course.sickRole()
                                                                        .isPresent())
                                                        : notYet("course.desk.intake.sick-role")))
                                .toList()),
                new Group("course.desk.intake.group.thread", thread(whose, course)));
    }

    /** Where the other parts of the thread are, if they are there: a part knows its own page. */
    private List<Line> thread(Whose whose, Course course) {
        List<Line> lines = new ArrayList<>();
        for (String name : List.of("inventory", "timeline", "formulation")) {
            pageOf(name, course).forEach(lines::add);
        }
        lines.add(part(
                course,
                "course.desk.focus.title",
                whose.base() + "/focus",
                course.focus().isPresent()));
        lines.add(
                course.focus().isPresent()
                        ? line(
                                "course.desk.contract.title",
                                whose.base() + "/contract",
                                course.contract().isPresent())
                        : notYet("course.desk.contract.title"));
        return lines;
    }

    private Stream<Line> pageOf(String name, Course course) {
        return parts.stream()
                .filter(one -> one.name().equals(name))
                .flatMap(
                        one -> one
                                .pageForStaff(course.person())
                                .map(href -> new Line(one.titleForStaff(), href, "", true))
                                .stream());
    }

    private static List<Line> lines(Whose whose, Course course, Intake intake, IntakeTask... tasks) {
        return Arrays.stream(tasks)
                .map(task -> !intake.isOpen(task)
                        ? notYet("course.desk.intake." + task.key() + ".title")
                        : part(
                                course,
                                "course.desk.intake." + task.key() + ".title",
                                whose.base() + "/intake/" + task.key(),
                                intake.isFinished(task)))
                .toList();
    }

    /** Once the course has ended nothing of its start is changed; what somebody agrees to may change at any time. */
    private static Line part(Course course, String name, String href, boolean done) {
        return course.state() == Course.State.ENDED
                ? new Line(name, "", done ? "course.desk.intake.done" : "", done)
                : line(name, href, done);
    }

    private static Line line(String name, String href, boolean done) {
        return new Line(name, href, done ? "course.desk.intake.done" : "course.desk.intake.open", done);
    }

    private static Line notYet(String name) {
        return new Line(name, "", "course.desk.intake.not-yet", false);
    }
}
