package tombolo.measures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.measures.Alerts;
import tombolo.measures.Charts;
import tombolo.measures.Response;
import tombolo.measures.Responses;
import tombolo.measures.ScoreChart;
import tombolo.practice.Practices;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** How it goes: one picture, for the person and for the therapist. */
@Controller
class ProgressController {
    private static final int LONGEST = 200;

    private final Charts charts;
    private final Responses responses;
    private final Alerts alerts;
    private final Practices practices;
    private final Once once;

    ProgressController(Charts charts, Responses responses, Alerts alerts, Practices practices, Once once) {
        this.charts = charts;
        this.responses = responses;
        this.alerts = alerts;
        this.practices = practices;
        this.once = once;
    }

    @GetMapping("/my/progress")
    @Transactional
    String mine(Viewer viewer, @RequestParam(defaultValue = "") String measure, Model model) {
        PersonId me = viewer.person().orElseThrow(NotFound::new);
        ZoneId zone = practices.current().zone();
        List<ScoreChart> all = charts.visibleTo(viewer).of(me, zone);
        model.addAttribute(
                "page",
                new ProgressPage(
                        false,
                        "/my/progress",
                        "/my",
                        "",
                        all,
                        chosen(all, measure),
                        0,
                        List.of(),
                        zone,
                        "",
                        Errors.none()));
        return "measures/progress";
    }

    @GetMapping("/desk/people/{person}/progress")
    @Transactional
    String theirs(
            Viewer viewer, @PathVariable UUID person, @RequestParam(defaultValue = "") String measure, Model model) {
        return theirs(viewer, new PersonId(person), measure, "", Errors.none(), model);
    }

    private String theirs(Viewer viewer, PersonId person, String measure, String why, Errors errors, Model model) {
        ZoneId zone = practices.current().zone();
        List<ScoreChart> all = charts.visibleTo(viewer).of(person, zone);
        List<Response> answers = responses.visibleTo(viewer).all(person);
        model.addAttribute(
                "page",
                new ProgressPage(
                        true,
                        "/desk/people/" + person + "/progress",
                        "/desk/people/" + person,
                        responses
                                .visibleTo(viewer)
                                .person(person)
                                .name()
                                .map(Confidential::words)
                                .orElse(""),
                        all,
                        chosen(all, measure),
                        alerts.visibleTo(viewer).open(person).size(),
                        answers,
                        zone,
                        why,
                        errors));
        return "measures/progress";
    }

    @PostMapping("/desk/people/{person}/progress/answers/{response}/set-aside")
    @Transactional
    String setAside(
            Viewer viewer,
            @PathVariable UUID person,
            @PathVariable UUID response,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse http,
            Model model) {
        PersonId id = new PersonId(person);
        @Nullable String typed = fields.getFirst("why-" + response);
        String why = typed == null ? "" : typed.strip();
        Errors errors = Errors.none();
        if (why.isEmpty()) {
            errors.add("why-" + response, "measures.desk.progress.put-aside.wrong");
        } else if (why.length() > LONGEST) {
            errors.add("why-" + response, "measures.desk.progress.put-aside.long", LONGEST);
        }
        if (!errors.isEmpty()) {
            http.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return theirs(viewer, id, "", why, errors, model);
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    responses.visibleTo(viewer).setAside(id, response, why);
                    return "/desk/people/" + person + "/progress?done=measures.done.aside";
                });
    }

    private static Optional<ScoreChart> chosen(List<ScoreChart> all, String measure) {
        return all.stream()
                .filter(one -> one.instrument().id().equals(measure))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
