package tombolo.course.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
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
import tombolo.course.Course;
import tombolo.course.Exclusion;
import tombolo.course.Intake;
import tombolo.course.IntakeChanged;
import tombolo.course.IntakeEntry;
import tombolo.course.IntakeTask;
import tombolo.course.Intakes;
import tombolo.course.VerySevere;
import tombolo.instruments.Item;
import tombolo.instruments.Wording;
import tombolo.measures.Response;
import tombolo.measures.Responses;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.SymptomMark.Turn;
import tombolo.timeline.Timeline;
import tombolo.timeline.Timelines;
import tombolo.ui.Conflict;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Frame;
import tombolo.ui.Frames;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Viewer;

/** One task of the start: asked field by field, kept half done, and told what it speaks for. */
@Controller
@RequestMapping("/desk/people/{person}/intake/{task:details|history|medication|symptoms|episode|suitability|naming}")
class IntakeTaskController {
    private final Intakes intakes;
    private final Loading loading;
    private final Responses responses;
    private final Timelines timelines;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final Frames frames;
    private final ProgrammeTime time;

    IntakeTaskController(
            Intakes intakes,
            Loading loading,
            Responses responses,
            Timelines timelines,
            Practices practices,
            Drafts drafts,
            Once once,
            Frames frames,
            ProgrammeTime time) {
        this.intakes = intakes;
        this.loading = loading;
        this.responses = responses;
        this.timelines = timelines;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String task(Viewer viewer, @PathVariable UUID person, @PathVariable String task, Model model) {
        Course course = loading.open(viewer, person);
        IntakeTask which = IntakeTask.valueOf(task.toUpperCase(Locale.ROOT));
        Intake intake = open(viewer, course, which);
        return show(
                viewer,
                course,
                which,
                IntakeForm.of(which, intake.of(which)),
                intake.version(which),
                Errors.none(),
                model);
    }

    @PostMapping
    @Transactional
    String keep(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable String task,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Course course = loading.open(viewer, person);
        IntakeTask which = IntakeTask.valueOf(task.toUpperCase(Locale.ROOT));
        open(viewer, course, which);
        IntakeForm form = new IntakeForm(which, fields);
        Errors errors = form.errors(
                today(),
                practices.current().country(),
                loading.living(viewer, course.person()),
                severe(viewer, course, which));
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, course, which, form, seen, errors, model);
        }
        String base = "/desk/people/" + person + "/intake";
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        intakes.visibleTo(viewer).write(course, which, seen, form.finished(), form.said());
                    } catch (IntakeChanged changed) {
                        throw conflict(frames.of(request), viewer, course, form, changed.newest(), base + "/" + task);
                    }
                    drafts.done(viewer, "course.intake." + task + ":" + person);
                    boolean leads = intakes.visibleTo(viewer).of(course).leads().stream()
                            .anyMatch(one -> one.exclusion().asked() == which);
                    return base + (leads ? "/" + task : "") + "?done=course.done.kept";
                });
    }

    /** What is not open yet is not there. */
    private Intake open(Viewer viewer, Course course, IntakeTask task) {
        Intake intake = intakes.visibleTo(viewer).of(course);
        if (!intake.isOpen(task)) {
            throw new NotFound();
        }
        return intake;
    }

    private String show(
            Viewer viewer, Course course, IntakeTask task, IntakeForm form, int seen, Errors errors, Model model) {
        model.addAttribute(
                "page",
                new IntakeTaskPage(
                        Whose.of(intakes.visibleTo(viewer).person(course.person())),
                        task,
                        seen,
                        form,
                        loading.living(viewer, course.person()),
                        answers(viewer, course, task),
                        severe(viewer, course, task).map(this::told),
                        placed(viewer, course, task),
                        intakes.visibleTo(viewer).of(course).leads().stream()
                                .filter(one -> one.exclusion().asked() == task)
                                .toList(),
                        errors));
        return "course/intake-task";
    }

    /** What they said last to the questions about mood and worry: with every answer where it is gone through, else the score. */
    private List<IntakeTaskPage.Newest> answers(Viewer viewer, Course course, IntakeTask task) {
        if (task != IntakeTask.SYMPTOMS && task != IntakeTask.SUITABILITY) {
            return List.of();
        }
        List<Response> all = responses.visibleTo(viewer).of(course.person());
        return Stream.of("phq-9", "phq-8", "gad-7")
                .flatMap(id -> all.reversed().stream()
                        .filter(one -> one.instrument().id().equals(id))
                        .limit(1))
                .map(one -> newest(one, task == IntakeTask.SYMPTOMS))
                .toList();
    }

    /** Whether it is very severe is worked out where it is asked. */
    private Optional<VerySevere> severe(Viewer viewer, Course course, IntakeTask task) {
        return task == Exclusion.VERY_SEVERE.asked()
                ? VerySevere.by(responses.visibleTo(viewer).of(course.person()))
                : Optional.empty();
    }

    private IntakeTaskPage.Severe told(VerySevere severe) {
        return new IntakeTaskPage.Severe(
                LocalDate.ofInstant(severe.taken(), practices.current().zone()),
                severe.total(),
                severe.thoughts().isPresent() ? String.valueOf(severe.thoughts().getAsInt()) : "open",
                severe.holds().map(holds -> holds ? Intake.YES : "NO").orElse(Intake.UNSURE));
    }

    /** When they were last well and when it began, as the timeline has it: what was told there is not asked again here. */
    private Map<String, SymptomMark> placed(Viewer viewer, Course course, IntakeTask task) {
        Map<String, SymptomMark> placed = new LinkedHashMap<>();
        if (task == IntakeTask.HISTORY) {
            Timeline timeline = timelines.visibleTo(viewer).of(course.person());
            timeline.onset().ifPresent(mark -> placed.put(Turn.ONSET.key(), mark));
            timeline.lastWell()
                    .or(() -> timeline.marks().stream()
                            .filter(mark -> mark.turn() == Turn.WELL)
                            .reduce((earlier, later) -> later))
                    .ifPresent(mark -> placed.put(Turn.WELL.key(), mark));
        }
        return placed;
    }

    private IntakeTaskPage.Newest newest(Response response, boolean whole) {
        Wording words = response.instrument().wording(Locale.ENGLISH).orElseThrow();
        return new IntakeTaskPage.Newest(
                response.instrument().name(),
                response.score().map(score -> score.total().toString()).orElse(""),
                LocalDate.ofInstant(response.taken(), practices.current().zone()),
                whole
                        ? response.instrument().items().stream()
                                .map(item ->
                                        new IntakeTaskPage.Line(words.question(item), answer(response, item, words)))
                                .toList()
                        : List.of());
    }

    private static String answer(Response response, Item item, Wording words) {
        OptionalInt value = response.answers().to(item);
        return item.options().stream()
                .filter(option -> value.isPresent() && option.value() == value.getAsInt())
                .findFirst()
                .map(option -> words.label(item, option))
                .orElse("");
    }

    private Conflict conflict(
            Frame frame, Viewer viewer, Course course, IntakeForm form, IntakeEntry newest, String back) {
        IntakeForm theirs = IntakeForm.of(newest.task(), Optional.of(newest));
        return new Conflict(
                form.differs(theirs, frame, Loading.choices(loading.circles(viewer, course.person()))), back);
    }

    private LocalDate today() {
        return time.today(practices.current().zone());
    }
}
