package tombolo.cover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import tombolo.cover.CarryOutWill;
import tombolo.cover.ClinicalWill;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Handing people on for a therapist who cannot go on: by whom their clinical will names, while it is open. */
@Controller
@RequestMapping("/desk/clinical-wills/{id}/people")
class CarryOutWillController {
    private final CarryOutWill carryOut;
    private final Staff staff;
    private final Practices practices;
    private final Once once;
    private final ProgrammeTime time;

    CarryOutWillController(CarryOutWill carryOut, Staff staff, Practices practices, Once once, ProgrammeTime time) {
        this.carryOut = carryOut;
        this.staff = staff;
        this.practices = practices;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    @Transactional
    String people(Viewer viewer, @PathVariable UUID id, Model model) {
        return page(viewer, carryOut.visibleTo(viewer).will(id), List.of(), "", false, Errors.none(), model);
    }

    @PostMapping
    @Transactional
    String handOn(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> whom,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        CarryOutWill.Visible mine = carryOut.visibleTo(viewer);
        ClinicalWill will = mine.will(id);
        Optional<String> before = once.before(idem);
        if (before.isPresent()) {
            return "redirect:" + before.get();
        }
        List<PersonId> chosen = mine.people(will).stream()
                .map(Person::id)
                .filter(person -> whom.contains(person.toString()))
                .toList();
        Optional<AccountId> therapist = mine.therapists(will).stream()
                .map(Staff.Colleague::id)
                .filter(one -> one.toString().equals(to))
                .findFirst();
        Errors errors = Errors.none();
        if (chosen.isEmpty()) {
            errors.add("whom", "cover.desk.error.whom");
        }
        if (therapist.isEmpty()) {
            errors.add("to", "cover.desk.error.to");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, will, whom, to, agreed, errors, model);
        }
        Optional<LocalDate> agreedOn =
                agreed ? Optional.of(time.today(practices.current().zone())) : Optional.empty();
        return "redirect:"
                + once.effect(idem, () -> {
                    boolean all = mine.handOn(will, chosen, therapist.orElseThrow(), agreedOn);
                    return "/desk/clinical-wills/" + id + "/people?done=cover.done."
                            + (all ? "handed-on" : "handed-on-some");
                });
    }

    private String page(
            Viewer viewer,
            ClinicalWill will,
            List<String> whom,
            String to,
            boolean agreed,
            Errors errors,
            Model model) {
        CarryOutWill.Visible mine = carryOut.visibleTo(viewer);
        Set<PersonId> untold = mine.untold(will);
        model.addAttribute(
                "page",
                new CarryOutWillPage(
                        will.id(),
                        staff.nameOf(will.therapist()),
                        mine.people(will).stream()
                                .map(person -> new Choice(
                                        person.id().toString(),
                                        person.name().map(Confidential::words).orElse(""),
                                        untold.contains(person.id()) ? "cover.desk.away.told.not-reached" : ""))
                                .toList(),
                        mine.therapists(will).stream()
                                .map(one -> new Choice(one.id().toString(), one.name()))
                                .toList(),
                        whom,
                        to,
                        agreed,
                        errors));
        return "cover/carry-out";
    }
}
