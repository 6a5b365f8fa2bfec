package tombolo.safety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.safety.Concern;
import tombolo.safety.Concern.Kind;
import tombolo.safety.Concerns;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/** One of what waits for a human, and what is done about it: there is no way to deal with several at once. */
@Controller
class ConcernController {
    static final int LONGEST = 2000;

    private final Concerns concerns;
    private final ConcernPages pages;
    private final Drafts drafts;
    private final Once once;
    private final ProgrammeTime time;

    ConcernController(Concerns concerns, ConcernPages pages, Drafts drafts, Once once, ProgrammeTime time) {
        this.concerns = concerns;
        this.pages = pages;
        this.drafts = drafts;
        this.once = once;
        this.time = time;
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
        Optional<String> before = once.before(idem);
        if (before.isPresent()) {
            return "redirect:" + before.get();
        }
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
        model.addAttribute("page", pages.lay(viewer, seen, action, words, errors));
        return "safety/concern";
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
}
