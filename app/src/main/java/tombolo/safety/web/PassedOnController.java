package tombolo.safety.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.safety.Concern;
import tombolo.safety.Concerns;
import tombolo.safety.SafetyPlans;
import tombolo.safety.Watch;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The person sees what was passed on, to whom and by when, and what to do until then. */
@Controller
class PassedOnController {
    private final Concerns concerns;
    private final People people;
    private final SafetyPlans plans;
    private final Watch watch;
    private final Practices practices;
    private final ProgrammeTime time;

    PassedOnController(
            Concerns concerns, People people, SafetyPlans plans, Watch watch, Practices practices, ProgrammeTime time) {
        this.concerns = concerns;
        this.people = people;
        this.plans = plans;
        this.watch = watch;
        this.practices = practices;
        this.time = time;
    }

    @GetMapping("/my/passed-on")
    @Transactional
    String passedOn(Viewer viewer, Model model) {
        PersonId me = viewer.person().orElseThrow(NotFound::new);
        Person myself = people.visibleTo(viewer).get(me);
        AccountId reader = watch.owner(myself, time.now());
        Practice practice = practices.current();
        model.addAttribute(
                "page",
                new PassedOnPage(
                        concerns.visibleTo(viewer).of(me).stream()
                                .map(this::passed)
                                .toList(),
                        myself.contact().closed().isPresent(),
                        watch.mode(myself, time.now()),
                        watch.nameOf(reader),
                        watch.cover(time.now())
                                .filter(one -> !one.equals(reader))
                                .map(watch::nameOf)
                                .orElse(""),
                        watch.clock(),
                        plans.visibleTo(viewer).of(me).isPresent(),
                        practice.zone()));
        return "safety/passed-on";
    }

    private PassedOnPage.Passed passed(Concern concern) {
        List<String> told = concern.steps().stream()
                .flatMap(step -> step.to().stream())
                .distinct()
                .map(watch::nameOf)
                .toList();
        return new PassedOnPage.Passed(
                concern.openedAt(),
                told,
                watch.nameOf(concern.holder()),
                concern.state() == Concern.State.TAKEN,
                concern.isLate(time.now()),
                concern.due(),
                concern.closedAt());
    }
}
