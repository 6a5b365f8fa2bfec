package tombolo.formulation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import tombolo.accounts.Accounts;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.course.Focus;
import tombolo.course.IntakePart;
import tombolo.course.Intakes;
import tombolo.course.ProblemAreas;
import tombolo.formulation.Agreement;
import tombolo.formulation.Agreement.Side;
import tombolo.formulation.Agreement.Way;
import tombolo.formulation.Formulation;
import tombolo.formulation.Formulation.Sentences;
import tombolo.formulation.FormulationChanged;
import tombolo.formulation.Formulations;
import tombolo.formulation.Sentence;
import tombolo.formulation.web.FormulationPage.Said;
import tombolo.formulation.web.FormulationPage.Version;
import tombolo.formulation.web.FormulationPage.Where;
import tombolo.inventory.Inventories;
import tombolo.measures.Response;
import tombolo.measures.Responses;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.timeline.Timelines;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Frames;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What is agreed, for the person themself or for the therapist beside them: reading, writing, and saying yes. */
@Controller
@RequestMapping({"/my/what-we-agreed", "/desk/people/{person}/formulation"})
class FormulationController {
    private final Formulations formulations;
    private final Timelines timelines;
    private final Inventories inventories;
    private final Responses responses;
    private final Courses courses;
    private final ProblemAreas areas;
    private final Intakes intakes;
    private final IntakePart intakePart;
    private final People people;
    private final Accounts accounts;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final Frames frames;

    FormulationController(
            Formulations formulations,
            Timelines timelines,
            Inventories inventories,
            Responses responses,
            Courses courses,
            ProblemAreas areas,
            Intakes intakes,
            IntakePart intakePart,
            People people,
            Accounts accounts,
            Practices practices,
            Drafts drafts,
            Once once,
            Frames frames) {
        this.formulations = formulations;
        this.timelines = timelines;
        this.inventories = inventories;
        this.responses = responses;
        this.courses = courses;
        this.areas = areas;
        this.intakes = intakes;
        this.intakePart = intakePart;
        this.people = people;
        this.accounts = accounts;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.frames = frames;
    }

    @GetMapping
    @Transactional
    String read(Viewer viewer, @PathVariable(required = false) @Nullable UUID person, Model model) {
        PersonId whose = whose(viewer, person);
        List<Formulation> all = formulations.visibleTo(viewer).versionsOf(whose);
        model.addAttribute("page", page(viewer, whose, all, all.stream().findFirst()));
        return "formulation/formulation";
    }

    @GetMapping("/versions/{version}")
    @Transactional
    String version(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable int version,
            Model model) {
        PersonId whose = whose(viewer, person);
        List<Formulation> all = formulations.visibleTo(viewer).versionsOf(whose);
        Formulation one =
                all.stream().filter(it -> it.version() == version).findFirst().orElseThrow(NotFound::new);
        model.addAttribute("page", page(viewer, whose, all, Optional.of(one)));
        return "formulation/formulation";
    }

    @GetMapping("/writing")
    @Transactional
    String write(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            HttpServletRequest request,
            Model model) {
        PersonId whose = whose(viewer, person);
        Optional<Formulation> now = formulations.visibleTo(viewer).of(whose);
        Drafted drafted = drafted(viewer, whose, request);
        Sentences begun = now.map(Formulation::sentences).orElseGet(drafted::sentences);
        model.addAttribute(
                "page",
                new FormulationEditPage(
                        place(viewer, whose),
                        now.map(Formulation::version).orElse(0),
                        FormulationForm.of(begun),
                        drafted.suggestions(),
                        newest(viewer, whose),
                        practices.current().zone(),
                        Errors.none()));
        return "formulation/writing";
    }

    @PostMapping
    @Transactional
    String keep(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam int seen,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PersonId whose = whose(viewer, person);
        Where place = place(viewer, whose);
        FormulationForm form = new FormulationForm(fields);
        Errors errors = form.errors();
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page",
                    new FormulationEditPage(
                            place,
                            seen,
                            form,
                            drafted(viewer, whose, request).suggestions(),
                            newest(viewer, whose),
                            practices.current().zone(),
                            errors));
            return "formulation/writing";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        formulations.visibleTo(viewer).write(whose, seen, form.sentences());
                    } catch (FormulationChanged changed) {
                        throw conflict(form.sentences(), changed.newest().sentences(), place);
                    }
                    drafts.done(viewer, "formulation.writing:" + whose);
                    return place.base() + "?done=formulation.done.kept";
                });
    }

    /** A yes to exactly the version that was read; a newer one is shown first. */
    @PostMapping("/versions/{version}/agreement")
    @Transactional
    String agree(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String room,
            @RequestParam("_idem") UUID idem) {
        PersonId whose = whose(viewer, person);
        Where place = place(viewer, whose);
        return "redirect:"
                + once.effect(idem, () -> {
                    try {
                        if (room.isEmpty() || !place.desk()) {
                            formulations.visibleTo(viewer).agree(whose, version);
                        } else {
                            formulations.visibleTo(viewer).agreedInTheRoom(whose, version);
                        }
                    } catch (FormulationChanged changed) {
                        return place.base() + "?done=formulation.done.newer";
                    }
                    return place.base() + "?done=formulation.done.agreed";
                });
    }

    /** Their own yes, whoever put it down; nobody takes it back for them. */
    @PostMapping("/versions/{version}/agreement/withdrawal")
    @Transactional
    String takeBack(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable int version,
            @RequestParam("_idem") UUID idem) {
        PersonId whose = whose(viewer, person);
        Where place = place(viewer, whose);
        return "redirect:"
                + once.effect(idem, () -> {
                    formulations.visibleTo(viewer).takeBack(whose, version);
                    return place.base() + "/versions/" + version + "?done=formulation.done.taken-back";
                });
    }

    private static PersonId whose(Viewer viewer, @Nullable UUID person) {
        return person == null ? viewer.person().orElseThrow(NotFound::new) : new PersonId(person);
    }

    private Where place(Viewer viewer, PersonId whose) {
        Person person = formulations.visibleTo(viewer).person(whose);
        boolean themself = viewer.person().equals(Optional.of(whose));
        return new Where(
                themself ? "/my/what-we-agreed" : "/desk/people/" + whose + "/formulation",
                !themself,
                whose.toString(),
                person.name().map(Confidential::words).orElse(""));
    }

    private Drafted drafted(Viewer viewer, PersonId whose, HttpServletRequest request) {
        return new Drafted(
                timelines.visibleTo(viewer).of(whose),
                inventories.visibleTo(viewer).toCompare(whose),
                courses.visibleTo(viewer).of(whose).map(course -> work(viewer, course)),
                frames.of(request));
    }

    private List<Response> newest(Viewer viewer, PersonId whose) {
        Map<String, Response> newest = new LinkedHashMap<>();
        responses.visibleTo(viewer).of(whose).stream()
                .filter(one -> one.score().isPresent())
                .forEach(one -> newest.put(one.instrument().id(), one));
        return List.copyOf(newest.values());
    }

    private Drafted.Work work(Viewer viewer, Course course) {
        return Drafted.Work.of(
                course, areas.of(course.focus().map(Focus::areas).orElse(List.of())), isNamed(viewer, course));
    }

    /** Only what a clinician has found names an illness, and only to whoever may read what was found. */
    private boolean isNamed(Viewer viewer, Course course) {
        return people.visibleTo(viewer).mayOpen(course.person(), intakePart)
                && intakes.visibleTo(viewer).of(course).episode().isPresent();
    }

    private FormulationPage page(Viewer viewer, PersonId whose, List<Formulation> all, Optional<Formulation> shown) {
        Where place = place(viewer, whose);
        boolean newest = shown.equals(all.stream().findFirst());
        Side mine = place.desk() ? Side.THERAPIST : Side.PERSON;
        boolean open = newest && shown.isPresent();
        return new FormulationPage(
                place,
                shown.orElse(null),
                newest,
                shown.filter(it -> newest && !it.isAgreed())
                        .flatMap(
                                it -> all.stream().filter(Formulation::isAgreed).findFirst()),
                shown.map(it -> said(it, place)).orElse(List.of()),
                open && shown.orElseThrow().agreement(mine).isEmpty(),
                open
                        && place.desk()
                        && shown.orElseThrow().agreement(Side.PERSON).isEmpty(),
                !place.desk() && shown.flatMap(it -> it.agreement(Side.PERSON)).isPresent(),
                all.stream().map(FormulationController::version).toList(),
                practices.current().zone());
    }

    private static Version version(Formulation one) {
        return new Version(
                one.version(),
                one.agreedAt().orElse(one.writtenAt()),
                one.isAgreed() ? "formulation.version.agreed" : "formulation.version.not");
    }

    private List<Said> said(Formulation shown, Where place) {
        Stream<Said> yeses = Arrays.stream(Side.values())
                .flatMap(side -> shown.agreement(side).stream())
                .map(yes -> new Said(how(yes, place.desk()), yes.at(), by(yes)));
        Stream<Said> takenBack = shown.takenBack().stream()
                .flatMap(back -> Stream.of(
                        new Said(how(back.yes(), place.desk()), back.yes().at(), by(back.yes())),
                        new Said(
                                place.desk() ? "formulation.desk.taken-back" : "formulation.taken-back",
                                back.at(),
                                "")));
        return Stream.concat(takenBack, yeses).toList();
    }

    private static String how(Agreement yes, boolean desk) {
        String side = yes.side() == Side.PERSON ? "person" : "therapist";
        String way = yes.way() == Way.IN_THE_ROOM ? ".room" : "";
        return (desk ? "formulation.desk.agreed." : "formulation.agreed.") + side + way;
    }

    private String by(Agreement yes) {
        return yes.side() == Side.PERSON && yes.way() == Way.THEMSELF ? "" : accounts.nameOf(yes.recordedBy());
    }

    private static Conflict conflict(Sentences yours, Sentences theirs, Where place) {
        List<Difference> differences = Arrays.stream(Sentence.values())
                .filter(sentence -> !yours.at(sentence).equals(theirs.at(sentence)))
                .map(sentence -> new Difference(
                        "formulation.sentence." + sentence.key(), yours.at(sentence), theirs.at(sentence)))
                .toList();
        return new Conflict(differences, place.base() + "/writing");
    }
}
