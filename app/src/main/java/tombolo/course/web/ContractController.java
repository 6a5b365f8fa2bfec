package tombolo.course.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import tombolo.course.Intake;
import tombolo.course.Intake.Decision;
import tombolo.course.Intakes;
import tombolo.course.ProblemAreas;
import tombolo.course.Signature;
import tombolo.course.web.ContractEditPage.Notice;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.people.Consents;
import tombolo.people.Purpose;
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
    private final Intakes intakes;
    private final Consents consents;
    private final ProblemAreas areas;
    private final Loading loading;
    private final Diary diary;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    ContractController(
            Courses courses,
            Intakes intakes,
            Consents consents,
            ProblemAreas areas,
            Loading loading,
            Diary diary,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.courses = courses;
        this.intakes = intakes;
        this.consents = consents;
        this.areas = areas;
        this.loading = loading;
        this.diary = diary;
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
                        hours(viewer, course).tooMany(course),
                        zone()));
        return "course/contract";
    }

    @GetMapping("/writing")
    @Transactional
    String write(Viewer viewer, @PathVariable UUID person, Model model) {
        Course course = loading.open(viewer, person);
        if (course.focus().isEmpty()) {
            return "redirect:" + base(person) + "/focus";
        }
        ContractHours hours = hours(viewer, course);
        return show(viewer, course, hours, fresh(course, hours), Errors.none(), model);
    }

    /** The form before anybody has typed in it. */
    private ContractForm fresh(Course course, ContractHours hours) {
        LocalDate first = course.sessions().isEmpty()
                ? LocalDate.ofInstant(time.now(), zone())
                : LocalDate.ofInstant(course.sessions().getFirst().at(), zone());
        return ContractForm.of(course, first, hours);
    }

    private ContractHours hours(Viewer viewer, Course course) {
        return ContractHours.of(course, diary.visibleTo(viewer).of(course.person()), time.now(), zone());
    }

    private ZoneId zone() {
        return practices.current().zone();
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
        ContractHours hours = hours(viewer, course);
        ContractForm form = new ContractForm(fields).movedAlong(fresh(course, hours), course, hours);
        Errors errors = form.errors(course, hours, time.now(), zone());
        if (course.focus().isEmpty()) {
            errors.add("sessions", "course.desk.contract.wrong.focus");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, course, hours, new ContractForm(fields), errors, model);
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
                    return base(person) + "/contract?done=course.done." + booked(viewer, course, hours, form);
                });
    }

    /** Books the hours that are missing, one after the other as the variant runs, and says what was done. */
    private String booked(Viewer viewer, Course course, ContractHours hours, ContractForm form) {
        int missing = hours.missing(form.sessions(), course);
        if (!form.books() || missing == 0) {
            return "proposed";
        }
        Diary.Visible mine = diary.visibleTo(viewer);
        List<Appointment> booked = mine.series(
                course.person(),
                form.begins(zone()).orElseThrow(),
                course.variant().everyWeeks(),
                missing,
                hours.minutes());
        return switch (mine.worthAWord(booked)) {
            case NOTHING -> "proposed-booked";
            case AWAY -> "proposed-away";
            case TWICE -> "proposed-twice";
        };
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

    private String show(
            Viewer viewer, Course course, ContractHours hours, ContractForm form, Errors errors, Model model) {
        Intake intake = intakes.visibleTo(viewer).of(course);
        model.addAttribute(
                "page",
                new ContractEditPage(
                        whose(viewer, course),
                        course,
                        intake.leads(),
                        toMend(course, intake),
                        Loading.choices(loading.circles(viewer, course.person())),
                        hours,
                        form,
                        errors));
        return "course/contract-writing";
    }

    private List<Notice> toMend(Course course, Intake intake) {
        String start = base(course.person().value()) + "/intake";
        List<Notice> notices = new ArrayList<>();
        if (!intake.isAgeAsked()) {
            notices.add(new Notice("course.desk.contract.age", start + "/details"));
        }
        String decided = intake.decision().map(Enum::name).orElse("NONE");
        if (!decided.equals(Decision.GO_ON.name())) {
            notices.add(new Notice("course.desk.contract.decided." + decided, start + "/suitability"));
        }
        if (!consents.stands(course.person(), Purpose.CARE)) {
            boolean once = consents.of(course.person()).stream().anyMatch(one -> one.purpose() == Purpose.CARE);
            notices.add(new Notice(
                    "course.desk.contract.care." + (once ? "taken-back" : "not-given"), start + "/consents"));
        }
        return notices;
    }

    private Whose whose(Viewer viewer, Course course) {
        return Whose.of(courses.visibleTo(viewer).person(course.person()));
    }

    private static String base(UUID person) {
        return "/desk/people/" + person;
    }
}
