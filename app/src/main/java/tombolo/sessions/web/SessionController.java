package tombolo.sessions.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.practice.Practices;
import tombolo.sessions.BeginSession;
import tombolo.sessions.Hour;
import tombolo.sessions.NoteChanged;
import tombolo.sessions.PlanChanged;
import tombolo.sessions.SessionPlan;
import tombolo.sessions.SessionPlan.Line;
import tombolo.sessions.SessionPlans;
import tombolo.sessions.WholeThread;
import tombolo.sessions.WholeThreads;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The therapist's page for the hour: what to look at, the plan, and the beginning of the session. */
@Controller
@RequestMapping("/desk/people/{person}/session")
class SessionController {
    private final WholeThreads threads;
    private final SessionPlans plans;
    private final SessionPages pages;
    private final BeginSession beginning;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    SessionController(
            WholeThreads threads,
            SessionPlans plans,
            SessionPages pages,
            BeginSession beginning,
            Practices practices,
            Drafts drafts,
            Once once,
            ProgrammeTime time) {
        this.threads = threads;
        this.plans = plans;
        this.pages = pages;
        this.beginning = beginning;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String session(Viewer viewer, Language language, @PathVariable UUID person, Model model) {
        ZoneId zone = practices.current().zone();
        WholeThread thread = thread(viewer, person, zone);
        Optional<Hour> hour = thread.hour(time.today(zone), zone);
        Optional<SessionPlan> plan = hour.map(it -> plan(language, thread, it));
        model.addAttribute("page", pages.lay(viewer, language, thread, hour, plan, zone));
        return "sessions/session";
    }

    /** The two meet. Pressed twice it begins once; begun elsewhere meanwhile, it leads to the note that is there. */
    @PostMapping("/beginning")
    @Transactional
    String begin(Viewer viewer, @PathVariable UUID person, @RequestParam int number, @RequestParam("_idem") UUID idem) {
        ZoneId zone = practices.current().zone();
        WholeThread thread = thread(viewer, person, zone);
        String base = "/desk/people/" + person + "/session";
        return "redirect:"
                + once.effect(idem, () -> {
                    Hour hour = thread.hour(time.today(zone), zone)
                            .filter(it -> it.number() == number)
                            .orElse(null);
                    if (hour == null || thread.note(hour).isPresent()) {
                        return base;
                    }
                    try {
                        beginning.begin(viewer, thread, hour, thread.today(time.today(zone), zone));
                    } catch (NoteChanged already) {
                        throw new Conflict(List.of(), base);
                    }
                    return base + "?done=sessions.done.begun";
                });
    }

    /** The two met, the diary says so, and nobody has begun the note. Pressed twice it begins once. */
    @PostMapping("/notes")
    @Transactional
    String noteAfterwards(
            Viewer viewer, @PathVariable UUID person, @RequestParam int number, @RequestParam("_idem") UUID idem) {
        ZoneId zone = practices.current().zone();
        WholeThread thread = thread(viewer, person, zone);
        String base = "/desk/people/" + person + "/session";
        return "redirect:"
                + once.effect(idem, () -> {
                    Optional<Hour> hour = thread.withoutNote(Instant.EPOCH).stream()
                            .filter(held -> held.number() == number)
                            .map(held -> new Hour(
                                    thread.person().id(),
                                    thread.course().orElseThrow().id().value(),
                                    number))
                            .findFirst();
                    if (hour.isEmpty()) {
                        return base;
                    }
                    try {
                        return NotePages.address(beginning.begin(viewer, thread, hour.get(), Optional.empty()));
                    } catch (NoteChanged already) {
                        throw new Conflict(List.of(), base);
                    }
                });
    }

    /** The two meet beyond the sessions agreed, or after the end. Pressed twice it begins once. */
    @PostMapping("/follow-up")
    @Transactional
    String followUp(Viewer viewer, @PathVariable UUID person, @RequestParam("_idem") UUID idem) {
        ZoneId zone = practices.current().zone();
        WholeThread thread = thread(viewer, person, zone);
        String base = "/desk/people/" + person + "/session";
        return "redirect:"
                + once.effect(idem, () -> {
                    Optional<Hour> hour = thread.nextFollowUp(time.today(zone), zone);
                    if (hour.isEmpty()) {
                        return base;
                    }
                    try {
                        beginning.followUp(viewer, thread, hour.get(), thread.today(time.today(zone), zone));
                    } catch (NoteChanged already) {
                        throw new Conflict(List.of(), base);
                    }
                    return base + "?done=sessions.done.follow-up";
                });
    }

    /** Keeps the ticks; the first of them makes the suggested plan the therapist's own. */
    @PostMapping("/plan")
    @Transactional
    String tick(
            Viewer viewer,
            Language language,
            @PathVariable UUID person,
            @RequestParam int seen,
            @RequestParam int number,
            @RequestParam Map<String, String> fields,
            @RequestParam("_idem") UUID idem) {
        Optional<String> before = once.before(idem);
        if (before.isPresent()) {
            return "redirect:" + before.get();
        }
        SessionPlan plan = toChange(viewer, language, person, number, seen, fields);
        Map<String, String> here = here(plan, fields);
        return "redirect:"
                + once.effect(idem, () -> {
                    plan.tick(ticked(here, plan.lines().size()));
                    keep(viewer, plan, fields);
                    return "/desk/people/" + person + "/session?done=sessions.done.planned";
                });
    }

    @GetMapping("/plan")
    @Transactional
    String change(Viewer viewer, Language language, @PathVariable UUID person, Model model) {
        ZoneId zone = practices.current().zone();
        WholeThread thread = thread(viewer, person, zone);
        Hour hour = thread.hour(time.today(zone), zone).orElseThrow(NotFound::new);
        model.addAttribute(
                "page", PlanEditPage.of(thread, plan(language, thread, hour), pages.together(language, thread, hour)));
        return "sessions/plan";
    }

    /** Words, order and lines of one's own; a button by a line does one thing and keeps the words typed meanwhile. */
    @PostMapping("/plan/lines")
    @Transactional
    String reword(
            Viewer viewer,
            Language language,
            @PathVariable UUID person,
            @RequestParam int seen,
            @RequestParam int number,
            @RequestParam(defaultValue = "save") String act,
            @RequestParam Map<String, String> fields,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        Optional<String> before = once.before(idem);
        if (before.isPresent()) {
            return "redirect:" + before.get();
        }
        SessionPlan plan = toChange(viewer, language, person, number, seen, fields);
        Map<String, String> here = here(plan, fields);
        if (!PlanEditPage.errors(plan, here).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            WholeThread thread = thread(viewer, person, practices.current().zone());
            model.addAttribute(
                    "page", PlanEditPage.of(thread, plan, pages.together(language, thread, plan.hour()), here));
            return "sessions/plan";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    PlanEditPage.write(plan, here, here.getOrDefault("act", act));
                    keep(viewer, plan, fields);
                    drafts.done(viewer, PlanEditPage.draft(plan.hour()));
                    String base = "/desk/people/" + person + "/session";
                    return act.equals("save") ? base + "?done=sessions.done.planned" : base + "/plan";
                });
    }

    private SessionPlan toChange(
            Viewer viewer, Language language, UUID person, int number, int seen, Map<String, String> fields) {
        WholeThread thread = thread(viewer, person, practices.current().zone());
        Hour hour = thread.course()
                .map(it -> new Hour(new PersonId(person), it.id().value(), number))
                .orElseThrow(NotFound::new);
        SessionPlan plan = plan(language, thread, hour);
        if (plan.version() != seen) {
            throw conflict(plan, fields);
        }
        return plan;
    }

    private static Map<String, String> here(SessionPlan plan, Map<String, String> fields) {
        return new LinesSent(plan, fields).here().orElseThrow(() -> conflict(plan, fields));
    }

    private void keep(Viewer viewer, SessionPlan plan, Map<String, String> fields) {
        try {
            plans.visibleTo(viewer).save(plan);
        } catch (PlanChanged changed) {
            throw conflict(changed.newest(), fields);
        }
    }

    private static Conflict conflict(SessionPlan newest, Map<String, String> fields) {
        String theirs = newest.lines().stream().map(Line::words).collect(Collectors.joining("\n"));
        return new Conflict(
                List.of(new Difference("sessions.desk.plan.title", new LinesSent(newest, fields).typed(), theirs)),
                "/desk/people/" + newest.hour().person() + "/session");
    }

    private SessionPlan plan(Language language, WholeThread thread, Hour hour) {
        List<Line> suggested = pages.suggested(language, thread, hour);
        Optional<SessionPlan> kept = thread.plan(hour);
        kept.ifPresent(it -> {
            it.comesFirst(suggested);
            it.leaves(pages.askedNoMore(language, thread));
        });
        return kept.orElseGet(() -> SessionPlan.drawnUp(hour, suggested));
    }

    private static Set<Integer> ticked(Map<String, String> fields, int lines) {
        return IntStream.range(0, lines)
                .filter(line -> fields.containsKey("done" + line))
                .boxed()
                .collect(Collectors.toSet());
    }

    private WholeThread thread(Viewer viewer, UUID person, ZoneId zone) {
        return threads.visibleTo(viewer).of(new PersonId(person), time.today(zone), zone);
    }
}
