package tombolo.practice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.time.TypedDay;
import tombolo.ui.Choice;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** The practice's own page: everybody who works here may look, a manager may change it. */
@Controller
class PracticeController {
    private final Practices practices;
    private final Staff staff;
    private final Drafts drafts;
    private final Once once;
    private final AuditChain audit;
    private final ProgrammeTime time;

    PracticeController(
            Practices practices, Staff staff, Drafts drafts, Once once, AuditChain audit, ProgrammeTime time) {
        this.practices = practices;
        this.staff = staff;
        this.drafts = drafts;
        this.once = once;
        this.audit = audit;
        this.time = time;
    }

    @GetMapping("/desk/practice")
    String show(Viewer viewer, Model model) {
        Practice practice = practices.current();
        return page(viewer, practice, typed(practice), "", Errors.none(), model);
    }

    @PostMapping("/desk/practice")
    String change(
            Viewer viewer,
            @ModelAttribute PracticeForm form,
            @RequestParam("_idem") UUID idem,
            HttpServletResponse response,
            Model model) {
        manager(viewer);
        Practice now = practices.current();
        Errors errors = Errors.none();
        Optional<Practice> next = form.applied(now, working(), errors);
        if (next.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, now, form, "", errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    if (!practices.save(next.get())) {
                        throw new Conflict(differences(form, practices.current()), "/desk/practice");
                    }
                    audit.record(viewer, Act.WROTE, "practice");
                    drafts.done(viewer, "practice.settings");
                    return "/desk/practice?done=practice.done.changed";
                });
    }

    private List<Difference> differences(PracticeForm form, Practice now) {
        PracticeForm theirs = typed(now);
        List<Difference> all = List.of(
                new Difference("practice.name", PracticeForm.text(form.name()), PracticeForm.text(theirs.name())),
                new Difference("practice.word", PracticeForm.text(form.word()), PracticeForm.text(theirs.word())),
                new Difference("practice.phone", PracticeForm.text(form.phone()), PracticeForm.text(theirs.phone())),
                new Difference("practice.zone", PracticeForm.text(form.zone()), PracticeForm.text(theirs.zone())),
                new Difference(
                        "practice.answerDays",
                        PracticeForm.text(form.answerDays()),
                        PracticeForm.text(theirs.answerDays())),
                new Difference("practice.answeredBy", name(form.answeredBy()), name(theirs.answeredBy())),
                new Difference("practice.cover", name(form.cover()), name(theirs.cover())));
        return all.stream().filter(one -> !one.yours().equals(one.theirs())).toList();
    }

    private String name(@org.jspecify.annotations.Nullable String id) {
        return staff.working().stream()
                .filter(colleague -> colleague.id().toString().equals(id))
                .map(Staff.Colleague::name)
                .findFirst()
                .orElse("");
    }

    @PostMapping("/desk/practice/closed-days")
    String close(
            Viewer viewer, @RequestParam(defaultValue = "") String day, HttpServletResponse response, Model model) {
        manager(viewer);
        Optional<LocalDate> closed = TypedDay.read(day);
        if (closed.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Practice practice = practices.current();
            Errors errors = Errors.none().add("day", "practice.error.day");
            return page(viewer, practice, typed(practice), day, errors, model);
        }
        practices.close(closed.get());
        return "redirect:/desk/practice?done=practice.done.closed";
    }

    @PostMapping("/desk/practice/closed-days/removal")
    String open(Viewer viewer, @RequestParam String day) {
        manager(viewer);
        practices.open(TypedDay.read(day).orElseThrow(NotFound::new));
        return "redirect:/desk/practice?done=practice.done.opened";
    }

    private static void manager(Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw new NotFound();
        }
    }

    private Set<AccountId> working() {
        return staff.working().stream().map(Staff.Colleague::id).collect(Collectors.toSet());
    }

    private static PracticeForm typed(Practice practice) {
        return new PracticeForm(
                practice.name(),
                practice.word(),
                practice.phone().orElse(""),
                practice.zone().getId(),
                String.valueOf(practice.answerDays()),
                practice.openDays().stream().map(DayOfWeek::name).toList(),
                practice.answeredBy().toString(),
                practice.cover().map(AccountId::toString).orElse(""),
                String.valueOf(practice.version()));
    }

    private String page(
            Viewer viewer, Practice practice, PracticeForm typed, String closedDay, Errors errors, Model model) {
        List<Choice> colleagues = new ArrayList<>();
        staff.working()
                .forEach(colleague -> colleagues.add(new Choice(colleague.id().toString(), colleague.name())));
        LocalDate today = time.today(practice.zone());
        model.addAttribute(
                "page",
                new PracticePage(
                        viewer.is(Role.MANAGER),
                        typed.version(),
                        PracticeForm.text(typed.name()),
                        PracticeForm.text(typed.word()),
                        PracticeForm.text(typed.phone()),
                        PracticeForm.text(typed.zone()),
                        zones(),
                        PracticeForm.text(typed.answerDays()),
                        typed.days(),
                        colleagues,
                        PracticeForm.text(typed.answeredBy()),
                        PracticeForm.text(typed.cover()),
                        staff.nameOf(practice.answeredBy()),
                        practice.cover().map(staff::nameOf).orElse(""),
                        practice.closedDays().stream()
                                .filter(day -> !day.isBefore(today))
                                .sorted(Comparator.naturalOrder())
                                .toList(),
                        closedDay,
                        practice.promise().answerBy(time.now()),
                        errors));
        return "practice/practice";
    }

    static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted()
                .toList();
    }
}
