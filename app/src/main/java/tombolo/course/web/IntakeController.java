package tombolo.course.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
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
import tombolo.course.Courses;
import tombolo.course.Episode;
import tombolo.course.Intake;
import tombolo.course.IntakeChanged;
import tombolo.course.IntakeEntry;
import tombolo.course.IntakePart;
import tombolo.course.IntakeTask;
import tombolo.course.Intakes;
import tombolo.course.SickRole;
import tombolo.course.web.IntakePage.Group;
import tombolo.course.web.IntakePage.Line;
import tombolo.instruments.Item;
import tombolo.instruments.Wording;
import tombolo.inventory.Relationship;
import tombolo.measures.Response;
import tombolo.measures.Responses;
import tombolo.people.Consent;
import tombolo.people.Consents;
import tombolo.people.PartOfRecord;
import tombolo.people.Purpose;
import tombolo.people.TypedContact;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The start of a course: a list of tasks, each a page of its own that can be left half done. */
@Controller
@RequestMapping("/desk/people/{person}/intake")
class IntakeController {
    private static final int MOST_LINES = 12;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_EFFORT = 1000;

    private final Courses courses;
    private final Intakes intakes;
    private final IntakePart part;
    private final Loading loading;
    private final Consents consents;
    private final Responses responses;
    private final List<PartOfRecord> parts;
    private final Practices practices;
    private final AuditChain audit;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    IntakeController(
            Courses courses,
            Intakes intakes,
            IntakePart part,
            Loading loading,
            Consents consents,
            Responses responses,
            List<PartOfRecord> parts,
            Practices practices,
            AuditChain audit,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.courses = courses;
        this.intakes = intakes;
        this.part = part;
        this.loading = loading;
        this.consents = consents;
        this.responses = responses;
        this.parts = parts;
        this.practices = practices;
        this.audit = audit;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
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
        model.addAttribute("page", new IntakePage(whose, course, groups(whose, course, intake), intake.leads()));
        return "course/intake";
    }

    private List<Group> groups(Whose whose, Course course, Intake intake) {
        return List.of(
                new Group(
                        "course.desk.intake.group.person",
                        lines(whose, intake, IntakeTask.DETAILS, IntakeTask.HISTORY, IntakeTask.MEDICATION)),
                new Group(
                        "course.desk.intake.group.matter",
                        lines(whose, intake, IntakeTask.SYMPTOMS, IntakeTask.EPISODE, IntakeTask.SUITABILITY)),
                new Group(
                        "course.desk.intake.group.agreed",
                        List.of(line(
                                "course.desk.intake.consents",
                                whose.base() + "/intake/consents",
                                consents.stands(course.person(), Purpose.CARE)))),
                new Group(
                        "course.desk.intake.group.illness",
                        Stream.concat(
                                        lines(whose, intake, IntakeTask.NAMING).stream(),
                                        Stream.of(
                                                intake.episode().isPresent()
                                                        ? line(
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
            parts.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .flatMap(one -> one.pageForStaff(course.person())
                            .map(href -> new Line(one.titleForStaff(), href, "", true)))
                    .ifPresent(lines::add);
        }
        lines.add(line(
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

    private static List<Line> lines(Whose whose, Intake intake, IntakeTask... tasks) {
        return Arrays.stream(tasks)
                .map(task -> !intake.isOpen(task)
                        ? notYet("course.desk.intake." + task.key() + ".title")
                        : line(
                                "course.desk.intake." + task.key() + ".title",
                                whose.base() + "/intake/" + task.key(),
                                intake.isFinished(task)))
                .toList();
    }

    private static Line line(String name, String href, boolean done) {
        return new Line(name, href, done ? "course.desk.intake.done" : "course.desk.intake.open", done);
    }

    private static Line notYet(String name) {
        return new Line(name, "", "course.desk.intake.not-yet", false);
    }

    @GetMapping("/{task:details|history|medication|symptoms|episode|suitability|naming}")
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

    @PostMapping("/{task:details|history|medication|symptoms|episode|suitability|naming}")
    @Transactional
    String keep(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable String task,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Course course = loading.open(viewer, person);
        IntakeTask which = IntakeTask.valueOf(task.toUpperCase(Locale.ROOT));
        open(viewer, course, which);
        IntakeForm form = new IntakeForm(which, fields);
        Errors errors = form.errors(today(), practices.current().country(), circles(viewer, course));
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
                        throw conflict(form, changed.newest(), base + "/" + task);
                    }
                    drafts.done(viewer, "course.intake." + task + ":" + person);
                    boolean leads = intakes.visibleTo(viewer).of(course).leads().stream()
                            .anyMatch(one -> one.asked() == which);
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
                        circles(viewer, course),
                        answers(viewer, course, task),
                        intakes.visibleTo(viewer).of(course).leads().stream()
                                .filter(one -> one.asked() == task)
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

    private static Conflict conflict(IntakeForm form, IntakeEntry newest, String back) {
        List<Difference> differences = new ArrayList<>();
        Map<String, List<String>> mine = form.said();
        for (IntakeField field : form.questions()) {
            String yours = String.join(", ", mine.getOrDefault(field.name(), List.of()));
            String theirs = String.join(", ", newest.said().getOrDefault(field.name(), List.of()));
            if (!yours.equals(theirs)) {
                differences.add(new Difference(
                        "course.desk.intake." + newest.task().key() + "." + field.name(), yours, theirs));
            }
        }
        return new Conflict(differences, back);
    }

    @GetMapping("/consents")
    @Transactional
    String consents(Viewer viewer, @PathVariable UUID person, Model model) {
        Course course = loading.open(viewer, person);
        Whose whose = Whose.of(intakes.visibleTo(viewer).person(course.person()));
        audit.record(viewer, Act.READ, course.person(), part.name());
        List<Consent> given = consents.of(course.person());
        model.addAttribute(
                "page",
                new ConsentsAtDeskPage(
                        whose,
                        Arrays.stream(Purpose.values())
                                .map(purpose -> new ConsentsAtDeskPage.Line(
                                        purpose,
                                        given.stream()
                                                .filter(one -> one.purpose() == purpose)
                                                .findFirst()))
                                .toList(),
                        practices.current().zone()));
        return "course/consents";
    }

    /** Said aloud, having read the words on this page; put down by the therapist. */
    @PostMapping("/consents/{purpose}")
    @Transactional
    String agreed(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable Purpose purpose,
            @RequestParam("_idem") UUID idem,
            Language language) {
        return consent(viewer, person, idem, id -> consents.give(id, purpose, language.tag()));
    }

    @PostMapping("/consents/{purpose}/withdrawal")
    @Transactional
    String takenBack(
            Viewer viewer, @PathVariable UUID person, @PathVariable Purpose purpose, @RequestParam("_idem") UUID idem) {
        return consent(viewer, person, idem, id -> consents.withdraw(id, purpose));
    }

    private String consent(Viewer viewer, UUID person, UUID idem, Consumer<PersonId> change) {
        PersonId id = intakes.visibleTo(viewer).person(new PersonId(person)).id();
        return "redirect:"
                + once.effect(idem, () -> {
                    change.accept(id);
                    audit.record(viewer, Act.CONSENTED, id, "person");
                    return "/desk/people/" + person + "/intake/consents?done=course.done.consent";
                });
    }

    @GetMapping("/sick-role")
    @Transactional
    String sickRole(Viewer viewer, @PathVariable UUID person, Model model) {
        Course course = loading.open(viewer, person);
        Optional<SickRole> now = course.sickRole();
        return sickRole(
                viewer,
                course,
                now.map(it -> String.join("\n", it.lightened())).orElse(""),
                now.map(SickRole::helpers).orElse(List.of()).stream()
                        .map(one -> Loading.text(one.who()))
                        .toList(),
                now.map(it -> it.until().toString()).orElse(""),
                now.map(SickRole::effort).orElse(""),
                Errors.none(),
                model);
    }

    @PostMapping("/sick-role")
    @Transactional
    String lighten(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String lightened,
            @RequestParam(required = false, defaultValue = "") List<String> helpers,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String effort,
            HttpServletResponse response,
            Model model) {
        Course course = loading.open(viewer, person);
        Episode episode = episode(viewer, course);
        List<String> lines = TypedContact.text(lightened)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String words = TypedContact.text(effort);
        Optional<LocalDate> day = day(until);
        Errors errors = Errors.none();
        if (lines.isEmpty()
                || lines.size() > MOST_LINES
                || lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            errors.add("lightened", "course.desk.sick-role.wrong.lines", MOST_LINES, LONGEST_LINE);
        }
        if (day.filter(it -> it.isAfter(today())).isEmpty()) {
            errors.add("until", "course.desk.sick-role.wrong.until");
        }
        if (words.length() > LONGEST_EFFORT) {
            errors.add("effort", "course.desk.wrong.long", LONGEST_EFFORT);
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return sickRole(viewer, course, lightened, helpers, until, words, errors, model);
        }
        String base = "/desk/people/" + person;
        return "redirect:"
                + once.effect(idem, () -> {
                    SickRole role = new SickRole(
                            lines,
                            Loading.named(loading.circles(viewer, course.person()), helpers),
                            day.orElseThrow(),
                            words,
                            courses.visibleTo(viewer).signature());
                    loading.change(
                            viewer, course, seen, base + "/intake/sick-role", () -> course.lighten(role, episode));
                    drafts.done(viewer, "course.sick-role:" + person);
                    return base + "/intake?done=course.done.kept";
                });
    }

    private String sickRole(
            Viewer viewer,
            Course course,
            String lightened,
            List<String> helpers,
            String until,
            String effort,
            Errors errors,
            Model model) {
        model.addAttribute(
                "page",
                new SickRolePage(
                        Whose.of(intakes.visibleTo(viewer).person(course.person())),
                        course,
                        episode(viewer, course),
                        circles(viewer, course),
                        lightened,
                        helpers,
                        until,
                        effort,
                        errors));
        return "course/sick-role";
    }

    private Episode episode(Viewer viewer, Course course) {
        return intakes.visibleTo(viewer).of(course).episode().orElseThrow(NotFound::new);
    }

    private List<Choice> circles(Viewer viewer, Course course) {
        return loading.circles(viewer, course.person()).stream()
                .filter(Loading::isAlive)
                .map((Relationship one) ->
                        new Choice(Loading.text(one.id()), one.name().words()))
                .toList();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return time.today(practices.current().zone());
    }
}
