package tombolo.cover.web;

import jakarta.servlet.http.HttpServletResponse;
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
import tombolo.cover.Absence;
import tombolo.cover.Absences;
import tombolo.cover.NameCover;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.AccountId;
import tombolo.vault.Viewer;

/** Somebody else is there instead, while the absence stands. */
@Controller
@RequestMapping("/desk/away/{id}/cover")
class NameCoverController {
    private final Absences absences;
    private final NameCover cover;
    private final WhoCovers who;
    private final Staff staff;
    private final Practices practices;
    private final Once once;

    NameCoverController(
            Absences absences, NameCover cover, WhoCovers who, Staff staff, Practices practices, Once once) {
        this.absences = absences;
        this.cover = cover;
        this.who = who;
        this.staff = staff;
        this.practices = practices;
        this.once = once;
    }

    @GetMapping
    @Transactional
    String ask(Viewer viewer, @PathVariable UUID id, Model model) {
        Absence absence = absences.visibleTo(viewer).toSay(id);
        return page(viewer, absence, value(absence), Errors.none(), model);
    }

    @PostMapping
    @Transactional
    String name(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(name = "cover", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        Absence absence = absences.visibleTo(viewer).toSay(id);
        Errors errors = Errors.none();
        if (!chosen.equals(WhoCovers.NOBODY) && who.chosen(chosen).isEmpty()) {
            errors.add("cover", "cover.desk.error.cover");
        } else if (chosen.equals(absence.therapist().toString())) {
            errors.add("cover", "cover.desk.error.self");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, absence, chosen, errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    if (!cover.visibleTo(viewer).name(id, known(seen, absence), who.chosen(chosen))) {
                        throw new Conflict(
                                List.of(new Difference(
                                        "cover.desk.away.cover",
                                        who.chosen(chosen).map(staff::nameOf).orElse(""),
                                        absence.cover().map(staff::nameOf).orElse(""))),
                                "/desk/away/" + id + "/cover");
                    }
                    return "/desk/away?done=cover.done.cover";
                });
    }

    /** Whoever has left meanwhile was no less the one who was seen. */
    private static Optional<AccountId> known(String seen, Absence absence) {
        return seen.equals(value(absence)) ? absence.cover() : Optional.of(new AccountId(new UUID(0, 0)));
    }

    private static String value(Absence absence) {
        return absence.cover().map(AccountId::toString).orElse(WhoCovers.NOBODY);
    }

    private String page(Viewer viewer, Absence absence, String chosen, Errors errors, Model model) {
        model.addAttribute(
                "page",
                new NameCoverPage(
                        absence.id(),
                        staff.nameOf(absence.therapist()),
                        absence.from(),
                        absence.until(),
                        practices.current().zone(),
                        value(absence),
                        absence.cover().map(staff::nameOf).orElse(""),
                        who.but(absence.therapist().toString(), viewer),
                        chosen,
                        errors));
        return "cover/name-cover";
    }
}
