package tombolo.measures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import tombolo.accounts.Accounts;
import tombolo.measures.Alert;
import tombolo.measures.AlertAction;
import tombolo.measures.Alerts;
import tombolo.measures.Answering;
import tombolo.measures.Questionnaires;
import tombolo.practice.Practices;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Once;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What asks a therapist to look again at a course, and what they will do about it. */
@Controller
@RequestMapping("/desk/people/{person}/look-again")
class LookAgainController {
    private static final int LONGEST = 2000;

    private final Alerts alerts;
    private final Answering answering;
    private final Questionnaires questionnaires;
    private final Accounts accounts;
    private final Practices practices;
    private final Drafts drafts;
    private final Once once;

    LookAgainController(
            Alerts alerts,
            Answering answering,
            Questionnaires questionnaires,
            Accounts accounts,
            Practices practices,
            Drafts drafts,
            Once once) {
        this.alerts = alerts;
        this.answering = answering;
        this.questionnaires = questionnaires;
        this.accounts = accounts;
        this.practices = practices;
        this.drafts = drafts;
        this.once = once;
    }

    @GetMapping
    @Transactional
    String look(Viewer viewer, @PathVariable UUID person, Model model) {
        return look(viewer, new PersonId(person), Map.of(), Errors.none(), model);
    }

    @PostMapping("/{alert}")
    @Transactional
    String decide(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable UUID alert,
            @RequestParam("_idem") UUID idem,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PersonId id = new PersonId(person);
        String words = fields.getOrDefault("words-" + alert, "").strip();
        Optional<AlertAction> action = Arrays.stream(AlertAction.values())
                .filter(one -> one.name().equals(fields.get("action-" + alert)))
                .findFirst();
        Errors errors = Errors.none();
        if (action.isEmpty()) {
            errors.add("action-" + alert, "measures.desk.look.choose.wrong");
        }
        if (words.length() > LONGEST) {
            errors.add("words-" + alert, "measures.desk.look.words.long", LONGEST);
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return look(viewer, id, fields, errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    alerts.visibleTo(viewer)
                            .acknowledge(
                                    id,
                                    alert,
                                    action.orElseThrow(),
                                    words.isEmpty() ? Optional.empty() : Optional.of(Confidential.of(words)));
                    drafts.done(viewer, "measures.look-again:" + alert);
                    return "/desk/people/" + person + "/look-again?done=measures.done.looked";
                });
    }

    private String look(Viewer viewer, PersonId person, Map<String, String> fields, Errors errors, Model model) {
        ZoneId zone = practices.current().zone();
        List<LookAgainPage.Line> lines = alerts.visibleTo(viewer).of(person).stream()
                .map(alert -> line(alert, zone))
                .toList();
        model.addAttribute(
                "page",
                new LookAgainPage(
                        person.toString(),
                        alerts.visibleTo(viewer)
                                .person(person)
                                .name()
                                .map(Confidential::words)
                                .orElse(""),
                        !answering.isReadAtADistance(person, Optional.empty()),
                        lines.stream().filter(line -> line.alert().isOpen()).toList(),
                        lines.stream().filter(line -> !line.alert().isOpen()).toList(),
                        fields,
                        errors));
        return "measures/lookAgain";
    }

    private LookAgainPage.Line line(Alert alert, ZoneId zone) {
        LocalDate raised = LocalDate.ofInstant(alert.raised(), zone);
        return new LookAgainPage.Line(
                alert,
                alert.instrument().map(questionnaires::get),
                raised,
                alert.acknowledged()
                        .map(Alert.Acknowledgement::by)
                        .filter(by -> accounts.find(by).isPresent())
                        .map(accounts::nameOf)
                        .orElse(""),
                alert.acknowledged()
                        .map(it -> LocalDate.ofInstant(it.at(), zone))
                        .orElse(raised));
    }
}
