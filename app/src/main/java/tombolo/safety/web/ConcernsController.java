package tombolo.safety.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.practice.Practices;
import tombolo.safety.Concern;
import tombolo.safety.Concerns;
import tombolo.safety.QuestionsLeftOpen;
import tombolo.safety.Watch;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** All that waits for a human, and the questions that were left open, for whoever may see them. */
@Controller
class ConcernsController {
    private final Concerns concerns;
    private final QuestionsLeftOpen questions;
    private final Watch watch;
    private final Practices practices;
    private final Once once;
    private final ProgrammeTime time;

    ConcernsController(
            Concerns concerns,
            QuestionsLeftOpen questions,
            Watch watch,
            Practices practices,
            Once once,
            ProgrammeTime time) {
        this.concerns = concerns;
        this.questions = questions;
        this.watch = watch;
        this.practices = practices;
        this.once = once;
        this.time = time;
    }

    @GetMapping("/desk/concerns")
    @Transactional
    String all(Viewer viewer, Model model) {
        List<Concerns.Seen> waiting = concerns.visibleTo(viewer).all();
        if (!viewer.is(Role.THERAPIST)
                && !viewer.is(Role.MANAGER)
                && !viewer.is(Role.SUPERVISOR)
                && waiting.isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute(
                "page",
                new ConcernsPage(
                        waiting.stream().map(this::line).toList(),
                        questions.visibleTo(viewer).all().stream()
                                .map(one -> new ConcernsPage.Ask(
                                        one.id(), ConcernPages.name(one.who()), one.at(), one.howSafe()))
                                .toList(),
                        practices.current().zone()));
        return "safety/concerns";
    }

    private ConcernsPage.Line line(Concerns.Seen seen) {
        Concern concern = seen.concern();
        boolean late = concern.isLate(time.now());
        return new ConcernsPage.Line(
                concern.id(),
                seen.person().map(ConcernPages::name).orElse(""),
                watch.nameOf(concern.holder()),
                "safety.desk.concern." + (late ? "late" : concern.state()),
                concern.openedAt(),
                concern.due(),
                late);
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
}
