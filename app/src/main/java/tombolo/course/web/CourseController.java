package tombolo.course.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import tombolo.course.CourseChanged;
import tombolo.course.Courses;
import tombolo.course.Variant;
import tombolo.course.Variants;
import tombolo.people.TypedContact;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.time.TypedDay;
import tombolo.ui.Conflict;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The course at a glance, and the acts that change where it stands; how it ends is told by {@link CourseEndingController}. */
@Controller
@RequestMapping("/desk/people/{person}/course")
class CourseController {
    private static final int LONGEST = 1000;

    private final Courses courses;
    private final Variants variants;
    private final CoursePages pages;
    private final Loading loading;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    CourseController(
            Courses courses,
            Variants variants,
            CoursePages pages,
            Loading loading,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.courses = courses;
        this.variants = variants;
        this.pages = pages;
        this.loading = loading;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String course(Viewer viewer, @PathVariable UUID person, Model model) {
        return pages.show(viewer, person, CoursePages.Typed.NOTHING, Errors.none(), model);
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
            return refused(
                    viewer,
                    person,
                    CoursePages.Typed.NOTHING,
                    Errors.none().add("variant", "course.desk.begin.wrong"),
                    response,
                    model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        courses.visibleTo(viewer).begin(new PersonId(person), chosen.orElseThrow());
                    } catch (CourseChanged changed) {
                        throw new Conflict(List.of(), Loading.back(person));
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
            return refused(viewer, person, CoursePages.Typed.rest(words, until, tell), errors, response, model);
        }
        return loading.act(viewer, person, idem, seen, "course.done.paused", (course, signature) -> {
            if (course.mayRest()) {
                course.pause(words, day, signature);
                loading.callOff(viewer, course, signature, tell);
            } else if (course.state() == State.PAUSED) {
                course.restUntil(day, words, signature);
            }
            drafts.done(viewer, "course.pause:" + person);
        });
    }

    @PostMapping("/resumption")
    @Transactional
    String resume(Viewer viewer, @PathVariable UUID person, @RequestParam("_idem") UUID idem, @RequestParam int seen) {
        return loading.act(viewer, person, idem, seen, "course.done.resumed", (course, signature) -> {
            if (course.state() == State.PAUSED) {
                course.resume(signature);
            }
        });
    }

    @PostMapping("/announcement")
    @Transactional
    String sayEnding(
            Viewer viewer, @PathVariable UUID person, @RequestParam("_idem") UUID idem, @RequestParam int seen) {
        return loading.act(viewer, person, idem, seen, "course.done.announced", Course::sayEnding);
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
            return refused(
                    viewer,
                    person,
                    CoursePages.Typed.met(met),
                    Errors.none().add("met", "course.desk.met.wrong"),
                    response,
                    model);
        }
        return loading.act(viewer, person, idem, seen, "course.done.met", (course, signature) -> {
            if (course.state() != State.PAUSED) {
                course.nextSession()
                        .ifPresent(next -> course.heldSession(next, moment.get(), Optional.empty(), signature.by()));
            }
        });
    }

    private String refused(
            Viewer viewer,
            UUID person,
            CoursePages.Typed typed,
            Errors errors,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.show(viewer, person, typed, errors, model);
    }
}
