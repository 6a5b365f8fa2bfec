package tombolo.safety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.course.WhomToRing;
import tombolo.instruments.Answers;
import tombolo.inventory.Inventories;
import tombolo.measures.Response;
import tombolo.measures.Responses;
import tombolo.people.HowToReach;
import tombolo.people.Person;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.safety.Concern;
import tombolo.safety.Concern.Kind;
import tombolo.safety.Concerns;
import tombolo.safety.QuestionsLeftOpen;
import tombolo.safety.SafetyPlans;
import tombolo.safety.Watch;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** What waits for a human, and one of them at a time: there is no way to deal with several at once. */
@Controller
class ConcernController {
    static final int LONGEST = 2000;

    private final Concerns concerns;
    private final QuestionsLeftOpen questions;
    private final SafetyPlans plans;
    private final WhomToRing whomToRing;
    private final Inventories inventories;
    private final Watch watch;
    private final Responses responses;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    ConcernController(
            Concerns concerns,
            QuestionsLeftOpen questions,
            SafetyPlans plans,
            WhomToRing whomToRing,
            Inventories inventories,
            Watch watch,
            Responses responses,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.concerns = concerns;
        this.questions = questions;
        this.plans = plans;
        this.whomToRing = whomToRing;
        this.inventories = inventories;
        this.watch = watch;
        this.responses = responses;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping("/desk/concerns")
    @Transactional
    String all(Viewer viewer, Model model) {
        if (!viewer.is(Role.THERAPIST)
                && !viewer.is(Role.MANAGER)
                && !viewer.is(Role.SUPERVISOR)
                && concerns.visibleTo(viewer).all().isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute(
                "page",
                new ConcernsPage(
                        concerns.visibleTo(viewer).all().stream()
                                .map(this::line)
                                .toList(),
                        questions.visibleTo(viewer).all().stream()
                                .map(one -> new ConcernsPage.Ask(one.id(), name(one.who()), one.at()))
                                .toList(),
                        practices.current().zone()));
        return "safety/concerns";
    }

    private ConcernsPage.Line line(Concerns.Seen seen) {
        Concern concern = seen.concern();
        boolean late = concern.isLate(time.now());
        return new ConcernsPage.Line(
                concern.id(),
                seen.person().map(ConcernController::name).orElse(""),
                watch.nameOf(concern.holder()),
                "safety.desk.concern." + (late ? "late" : concern.state()),
                concern.openedAt(),
                concern.due(),
                late);
    }

    @GetMapping("/desk/concerns/{id}")
    @Transactional
    String one(Viewer viewer, @PathVariable UUID id, Model model) {
        return page(viewer, concerns.visibleTo(viewer).get(id), "", "", Errors.none(), model);
    }

    @PostMapping("/desk/concerns/{id}/taking")
    @Transactional
    String take(
            Viewer viewer, @PathVariable UUID id, @RequestParam("_v") int version, @RequestParam("_idem") UUID idem) {
        return change(
                viewer,
                id,
                version,
                idem,
                "",
                (concern, due) -> concern.takes(viewer.account(), time.now(), due),
                "safety.desk.done.taken");
    }

    /** What somebody did for the person; with the second button the concern is closed by the same press. */
    @PostMapping("/desk/concerns/{id}/actions")
    @Transactional
    String did(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam("_v") int version,
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean close,
            HttpServletResponse response,
            Model model) {
        Optional<Kind> kind = action(action);
        Errors errors = Errors.none();
        if (kind.isEmpty()) {
            errors.add("action", "safety.desk.error.action");
        } else if (close && !kind.get().settles()) {
            errors.add("action", "safety.desk.error.not-reached");
        }
        if (words.length() > LONGEST) {
            errors.add("words", "safety.desk.error.long", LONGEST);
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, concerns.visibleTo(viewer).get(id), action, words, errors, model);
        }
        return change(
                viewer,
                id,
                version,
                idem,
                words,
                (concern, due) -> {
                    concern.did(kind.get(), typed(words), viewer.account(), time.now(), due);
                    if (close) {
                        concern.closes(viewer.account(), time.now());
                    }
                },
                close ? "safety.desk.done.closed" : "safety.desk.done.did");
    }

    @PostMapping("/desk/concerns/{id}/closing")
    @Transactional
    String close(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam("_v") int version,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        Concerns.Seen seen = concerns.visibleTo(viewer).get(id);
        if (seen.concern().isOpen() && !seen.concern().mayClose()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, seen, "", "", Errors.none().add("action", "safety.desk.error.nothing-done"), model);
        }
        return change(
                viewer,
                id,
                version,
                idem,
                "",
                (concern, due) -> concern.closes(viewer.account(), time.now()),
                "safety.desk.done.closed");
    }

    @PostMapping("/desk/left-open/{id}/asking")
    @Transactional
    String asked(Viewer viewer, @PathVariable UUID id, @RequestParam("_idem") UUID idem) {
        return "redirect:"
                + once.effect(idem, () -> {
                    questions.visibleTo(viewer).asked(id);
                    return "/desk/concerns?done=safety.desk.done.asked";
                });
    }

    private String change(
            Viewer viewer,
            UUID id,
            int version,
            UUID idem,
            String yours,
            BiConsumer<Concern, Instant> act,
            String done) {
        return "redirect:"
                + once.effect(idem, () -> {
                    if (!concerns.visibleTo(viewer).change(id, version, act)) {
                        throw new Conflict(
                                List.of(new Difference("safety.desk.concern.words", yours, "")),
                                "/desk/concerns/" + id);
                    }
                    drafts.done(viewer, draft(id));
                    return (isStillThere(viewer, id) ? "/desk/concerns/" + id : "/desk/concerns") + "?done=" + done;
                });
    }

    /** Whoever was let in for this alone is out again once it is closed. */
    private boolean isStillThere(Viewer viewer, UUID id) {
        return concerns.visibleTo(viewer).find(id).isPresent();
    }

    private String page(Viewer viewer, Concerns.Seen seen, String action, String words, Errors errors, Model model) {
        Concern concern = seen.concern();
        Practice practice = practices.current();
        Set<UUID> unreached = concerns.visibleTo(viewer).unreached(concern);
        model.addAttribute(
                "page",
                new ConcernPage(
                        concern,
                        seen.person().map(ConcernController::name).orElse(""),
                        seen.words(),
                        seen.mayAct() && concern.isOpen(),
                        concern.isLate(time.now()),
                        seen.person()
                                .filter(person -> seen.mayAct())
                                .map(person -> HowToReach.of(person.contact(), practice.country())),
                        seen.words() && concern.isOpen() ? others(viewer, concern.person()) : Optional.empty(),
                        watch.nameOf(concern.owner()),
                        watch.nameOf(concern.holder()),
                        said(viewer, seen),
                        concern.steps().stream()
                                .map(step -> done(step, unreached.contains(step.id())))
                                .toList(),
                        seen.words() ? plans.visibleTo(viewer).of(concern.person()) : Optional.empty(),
                        seen.words() ? earlier(viewer, concern) : List.of(),
                        practice.zone(),
                        action,
                        words,
                        errors));
        return "safety/concern";
    }

    /** Somebody near them and their doctor, where they told at the start whom to ring. */
    private Optional<ConcernPage.Others> others(Viewer viewer, PersonId person) {
        return whomToRing
                .told(person, viewer)
                .map(told -> new ConcernPage.Others(
                        told.who()
                                .flatMap(inventories.visibleTo(viewer).toCompare(person)::find)
                                .map(who -> who.name().words())
                                .orElse(told.name()),
                        told));
    }

    private List<ConcernPage.Said> said(Viewer viewer, Concerns.Seen seen) {
        Concern concern = seen.concern();
        Map<UUID, Response> answers = new HashMap<>();
        if (seen.words()
                && concern.openings().stream().anyMatch(it -> it.response().isPresent())) {
            responses.visibleTo(viewer).all(concern.person()).forEach(one -> answers.put(one.id(), one));
        }
        return concern.openings().stream().map(one -> said(one, answers)).toList();
    }

    private ConcernPage.Said said(Concern.Opening opening, Map<UUID, Response> answers) {
        return new ConcernPage.Said(
                opening.at(),
                "safety.desk.source." + opening.source(),
                opening.said().map(Confidential::words).orElse(""),
                opening.by().map(watch::nameOf).orElse(""),
                opening.safeNow(),
                opening.response().map(answers::get).flatMap(ConcernController::answered));
    }

    /** In the owner's words, which are the words the person read. */
    private static Optional<ConcernPage.Answer> answered(Response response) {
        Answers answers = response.answers();
        return response.instrument()
                .risk()
                .flatMap(risk -> response.instrument()
                        .wording(Locale.ENGLISH)
                        .map(words -> new ConcernPage.Answer(
                                words.question(risk.item()),
                                risk.item().options().stream()
                                        .filter(option ->
                                                answers.to(risk.item()).equals(OptionalInt.of(option.value())))
                                        .map(option -> words.label(risk.item(), option))
                                        .findFirst()
                                        .orElse(""))));
    }

    private ConcernPage.Done done(Concern.Step step, boolean unreached) {
        return new ConcernPage.Done(
                step.at(),
                "safety.desk.step." + step.kind(),
                step.by().map(watch::nameOf).orElse(""),
                step.to().map(watch::nameOf).orElse(""),
                step.words().map(Confidential::words).orElse(""),
                unreached);
    }

    private List<ConcernPage.Earlier> earlier(Viewer viewer, Concern concern) {
        return concerns.visibleTo(viewer).of(concern.person()).stream()
                .filter(one -> !one.id().equals(concern.id()))
                .flatMap(one -> one.closedAt().stream()
                        .map(closed -> new ConcernPage.Earlier(one.id(), one.openedAt(), closed)))
                .toList();
    }

    private static Optional<Kind> action(String chosen) {
        return Arrays.stream(Kind.values())
                .filter(Kind::isAction)
                .filter(kind -> kind.name().equals(chosen))
                .findFirst();
    }

    static Optional<Confidential> typed(String words) {
        return Optional.of(words.strip()).filter(it -> !it.isEmpty()).map(Confidential::of);
    }

    static String draft(UUID concern) {
        return "safety.concern:" + concern;
    }

    static String name(Person person) {
        return person.name().map(Confidential::words).orElse("");
    }
}
