package tombolo.safety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.messages.Senders;
import tombolo.messages.Way;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.safety.ConcernClock;
import tombolo.safety.Watch;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** Who answers here, and how soon: everybody who works in the practice may look, a manager may make it quicker. */
@Controller
@RequestMapping("/desk/practice/watch")
class WatchController {
    private final Watch watch;
    private final Practices practices;
    private final Senders senders;
    private final Once once;
    private final AuditChain audit;

    WatchController(Watch watch, Practices practices, Senders senders, Once once, AuditChain audit) {
        this.watch = watch;
        this.practices = practices;
        this.senders = senders;
        this.once = once;
        this.audit = audit;
    }

    @GetMapping
    @Transactional
    String show(Viewer viewer, Model model) {
        ConcernClock clock = watch.clock();
        return page(
                viewer,
                clock.opens().toString(),
                clock.closes().toString(),
                String.valueOf(clock.ownerMinutes()),
                String.valueOf(clock.coverMinutes()),
                clock.version(),
                Errors.none(),
                model);
    }

    @PostMapping
    @Transactional
    String set(
            Viewer viewer,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String closes,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String cover,
            @RequestParam("_v") int version,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        if (!viewer.is(Role.MANAGER)) {
            throw new NotFound();
        }
        Errors errors = Errors.none();
        Optional<LocalTime> from = hour(opens).filter(it -> !it.isAfter(ConcernClock.LATEST_OPENING));
        Optional<LocalTime> to = hour(closes).filter(it -> !it.isBefore(ConcernClock.EARLIEST_CLOSING));
        if (from.isEmpty()) {
            errors.add("opens", "safety.desk.watch.error.opens");
        }
        if (to.isEmpty()) {
            errors.add("closes", "safety.desk.watch.error.closes");
        }
        if (minutes(owner).isEmpty()) {
            errors.add("owner", "safety.desk.watch.error.minutes", ConcernClock.QUICKEST, ConcernClock.SLOWEST);
        }
        if (minutes(cover).isEmpty()) {
            errors.add("cover", "safety.desk.watch.error.minutes", ConcernClock.QUICKEST, ConcernClock.SLOWEST);
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, opens, closes, owner, cover, version, errors, model);
        }
        ConcernClock clock = new ConcernClock(
                from.orElseThrow(),
                to.orElseThrow(),
                minutes(owner).orElseThrow(),
                minutes(cover).orElseThrow(),
                version);
        return "redirect:"
                + once.effect(idem, () -> {
                    if (!watch.set(clock)) {
                        throw conflict(clock, watch.clock());
                    }
                    audit.record(viewer, Act.WROTE, "practice");
                    return "/desk/practice/watch?done=safety.desk.done.watch";
                });
    }

    private static Conflict conflict(ConcernClock yours, ConcernClock theirs) {
        return new Conflict(
                List.of(
                        new Difference(
                                "safety.desk.watch.opens",
                                yours.opens().toString(),
                                theirs.opens().toString()),
                        new Difference(
                                "safety.desk.watch.closes",
                                yours.closes().toString(),
                                theirs.closes().toString()),
                        new Difference(
                                "safety.desk.watch.owner",
                                String.valueOf(yours.ownerMinutes()),
                                String.valueOf(theirs.ownerMinutes())),
                        new Difference(
                                "safety.desk.watch.cover",
                                String.valueOf(yours.coverMinutes()),
                                String.valueOf(theirs.coverMinutes()))),
                "/desk/practice/watch");
    }

    private static Optional<LocalTime> hour(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> minutes(String typed) {
        return typed.strip().matches("\\d{1,4}")
                ? Optional.of(Integer.valueOf(typed.strip())).filter(ConcernClock::mayBe)
                : Optional.empty();
    }

    private String page(
            Viewer viewer,
            String opens,
            String closes,
            String owner,
            String cover,
            int version,
            Errors errors,
            Model model) {
        Practice practice = practices.current();
        model.addAttribute(
                "page",
                new WatchPage(
                        watch.mode(),
                        watch.nameOf(practice.answeredBy()),
                        practice.cover().map(watch::nameOf).orElse(""),
                        viewer.is(Role.MANAGER),
                        senders.sends(Way.EMAIL),
                        opens,
                        closes,
                        owner,
                        cover,
                        version,
                        errors));
        return "safety/watch";
    }
}
