package tombolo.course.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Accounts;
import tombolo.course.Contract;
import tombolo.course.Course;
import tombolo.course.Course.State;
import tombolo.course.CourseChanged;
import tombolo.course.Courses;
import tombolo.course.Ending;
import tombolo.course.Ending.Reason;
import tombolo.course.OpenAtTheEnd;
import tombolo.course.ProblemAreas;
import tombolo.course.Signature;
import tombolo.course.Step;
import tombolo.course.Variant;
import tombolo.course.Variants;
import tombolo.diary.Diary;
import tombolo.diary.Side;
import tombolo.people.TypedContact;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.time.TypedDay;
import tombolo.ui.Conflict;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The course at a glance, and the acts that change where it stands. */
@Controller
@RequestMapping("/desk/people/{person}/course")
class CourseController {
    private static final int LONGEST = 1000;

    private final Courses courses;
    private final Variants variants;
    private final ProblemAreas areas;
    private final Loading loading;
    private final List<OpenAtTheEnd> openAtTheEnd;
    private final Diary diary;
    private final Accounts accounts;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    CourseController(
            Courses courses,
            Variants variants,
            ProblemAreas areas,
            Loading loading,
            List<OpenAtTheEnd> openAtTheEnd,
            Diary diary,
            Accounts accounts,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.courses = courses;
        this.variants = variants;
        this.areas = areas;
        this.loading = loading;
        this.openAtTheEnd = openAtTheEnd;
        this.diary = diary;
        this.accounts = accounts;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String course(Viewer viewer, @PathVariable UUID person, Model model) {
        return course(viewer, person, "", Optional.empty(), true, Errors.none(), model);
    }

    private String course(
            Viewer viewer, UUID person, String why, Optional<String> until, boolean tells, Errors errors, Model model) {
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
                        why,
                        until.or(() -> newest.flatMap(Course::restsUntil).map(LocalDate::toString))
                                .orElse(""),
                        tells,
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

    @PostMapping
    @Transactional
    String begin(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String variant,
            HttpServletResponse response,
            Model model) {
        courses.visibleTo(viewer).person(new PersonId(person));
        Optional<Variant> chosen = variants.find(variant);
        if (chosen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return course(
                    viewer,
                    person,
                    "",
                    Optional.empty(),
                    true,
                    Errors.none().add("variant", "course.desk.begin.wrong"),
                    model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        courses.visibleTo(viewer).begin(new PersonId(person), chosen.orElseThrow());
                    } catch (CourseChanged changed) {
                        throw new Conflict(List.of(), back(person));
                    }
                    return "/desk/people/" + person + "/intake?done=course.done.begun";
                });
    }

    @PostMapping("/pause")
    @Transactional
    String pause(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "false") boolean tell,
            HttpServletResponse response,
            Model model) {
        String words = TypedContact.text(why);
        LocalDate today = time.today(practices.current().zone());
        Optional<LocalDate> day = TypedDay.read(until).filter(it -> !it.isBefore(today));
        Errors errors = Errors.none();
        if (day.isEmpty() && !until.isBlank()) {
            errors.add("until", "course.desk.pause.wrong.until");
        }
        if (words.length() > LONGEST) {
            errors.add("why", "course.desk.wrong.long", LONGEST);
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return course(viewer, person, words, Optional.of(until), tell, errors, model);
        }
        return act(viewer, person, idem, seen, "course.done.paused", (course, signature) -> {
            if (course.mayRest()) {
                course.pause(words, day, signature);
                callOff(viewer, course, signature, tell);
            } else if (course.state() == State.PAUSED) {
                course.restUntil(day, words, signature);
            }
            drafts.done(viewer, "course.pause:" + person);
        });
    }

    @PostMapping("/resumption")
    @Transactional
    String resume(Viewer viewer, @PathVariable UUID person, @RequestParam("_idem") UUID idem, @RequestParam int seen) {
        return act(viewer, person, idem, seen, "course.done.resumed", (course, signature) -> {
            if (course.state() == State.PAUSED) {
                course.resume(signature);
            }
        });
    }

    @PostMapping("/announcement")
    @Transactional
    String sayEnding(
            Viewer viewer, @PathVariable UUID person, @RequestParam("_idem") UUID idem, @RequestParam int seen) {
        return act(viewer, person, idem, seen, "course.done.announced", Course::sayEnding);
    }

    /** A session that was not in the diary. */
    @PostMapping("/sessions")
    @Transactional
    String met(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String met,
            HttpServletResponse response,
            Model model) {
        ZoneId zone = practices.current().zone();
        Instant now = time.now();
        Optional<LocalDate> day = met.isBlank() ? Optional.of(LocalDate.ofInstant(now, zone)) : TypedDay.read(met);
        Optional<Instant> moment =
                day.flatMap(it -> loading.open(viewer, person).momentOn(it, now, zone));
        if (moment.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return course(
                    viewer,
                    person,
                    "",
                    Optional.empty(),
                    true,
                    Errors.none().add("met", "course.desk.met.wrong"),
                    model);
        }
        return act(viewer, person, idem, seen, "course.done.met", (course, signature) -> {
            if (course.state() != State.PAUSED) {
                course.nextSession()
                        .ifPresent(next -> course.heldSession(next, moment.get(), Optional.empty(), signature.by()));
            }
        });
    }

    @GetMapping("/ending")
    @Transactional
    String ending(Viewer viewer, @PathVariable UUID person, Model model) {
        return ending(viewer, person, loading.open(viewer, person), "", "", true, Errors.none(), model);
    }

    @PostMapping("/ending")
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
        return act(viewer, person, idem, seen, "course.done.ended", (open, signature) -> {
            open.end(new Ending(chosen.orElseThrow(), said, signature));
            callOff(viewer, open, signature, tell);
            drafts.done(viewer, "course.ending:" + person);
        });
    }

    /** Nobody is reminded of a session that will not be; and whoever does not know yet is told. */
    private void callOff(Viewer viewer, Course course, Signature signature, boolean tell) {
        diary.visibleTo(viewer).cancelFrom(course.person(), signature.at(), Side.THERAPIST, tell);
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

    private String act(
            Viewer viewer, UUID person, UUID idem, int seen, String done, BiConsumer<Course, Signature> act) {
        courses.visibleTo(viewer).person(new PersonId(person));
        return "redirect:"
                + once.effect(idem, () -> {
                    Course course = loading.open(viewer, person);
                    Signature signature = courses.visibleTo(viewer).signature();
                    loading.change(viewer, course, seen, back(person), () -> act.accept(course, signature));
                    return back(person) + "?done=" + done;
                });
    }

    private static String back(UUID person) {
        return "/desk/people/" + person + "/course";
    }
}
