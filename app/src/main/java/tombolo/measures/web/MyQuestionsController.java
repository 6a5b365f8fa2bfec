package tombolo.measures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.instruments.Instrument;
import tombolo.measures.Answering;
import tombolo.measures.Answering.Outcome;
import tombolo.measures.Asking;
import tombolo.measures.Askings;
import tombolo.measures.WhenRead;
import tombolo.practice.Practices;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.vault.Viewer;

/** The questions somebody signed in can answer. A second press changes nothing: that is kept with the questions themselves. */
@Controller
@RequestMapping("/my/questions")
class MyQuestionsController {
    private final Askings askings;
    private final Answering answering;
    private final Practices practices;
    private final Sheets sheets;

    MyQuestionsController(Askings askings, Answering answering, Practices practices, Sheets sheets) {
        this.askings = askings;
        this.answering = answering;
        this.practices = practices;
        this.sheets = sheets;
    }

    @GetMapping
    @Transactional
    String all(Viewer viewer, Model model) {
        model.addAttribute(
                "page",
                new MinePage(
                        askings.visibleTo(viewer).mine(), practices.current().zone()));
        return "measures/mine";
    }

    @GetMapping("/{asking}")
    @Transactional
    String one(Viewer viewer, @PathVariable UUID asking, Language language, Model model) {
        Optional<Asking> open = open(viewer, asking);
        return open.isEmpty()
                ? "redirect:/my/questions"
                : questions(open.get(), new LinkedMultiValueMap<>(), Errors.none(), language, model);
    }

    @PostMapping("/{asking}")
    @Transactional
    String answer(
            Viewer viewer,
            @PathVariable UUID asking,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            Language language,
            HttpServletResponse response,
            Model model) {
        List<Instrument> asked = Sheets.asked(fields, answering.all());
        boolean helpFirst = Thanks.helpFirst(fields);
        boolean atRisk = Sheets.saysRisk(fields, asked);
        Errors errors = helpFirst ? Errors.none() : Sheets.open(fields, asked);
        if (asked.isEmpty() || !errors.isEmpty()) {
            Optional<Asking> open = open(viewer, asking);
            if (open.isEmpty() && atRisk) {
                model.addAttribute("page", Thanks.unheard("/my/questions", true));
                return "measures/thanks";
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return questions(open.orElseThrow(NotFound::new), fields, errors, language, model);
        }
        Outcome outcome = answering.answer(viewer, asking, idem, Sheets.answers(fields, asked));
        if (atRisk && Thanks.isUnheard(outcome)) {
            model.addAttribute("page", Thanks.unheard("/my/questions", true));
            return "measures/thanks";
        }
        if (helpFirst) {
            boolean kept = outcome instanceof Outcome.Kept;
            String onward = kept ? "/my/questions/" + asking + "/thanks" : "/my/questions";
            model.addAttribute("page", Thanks.ending(kept, onward, "", true));
            return "measures/thanks";
        }
        return switch (outcome) {
            case Outcome.Kept _ -> "redirect:/my/questions/" + asking + "/thanks";
            case Outcome.AskAgain _, Outcome.Closed _ -> "redirect:/my/questions";
        };
    }

    @GetMapping("/{asking}/thanks")
    @Transactional
    String thanks(Viewer viewer, @PathVariable UUID asking, Model model) {
        Outcome.Kept kept = answering.kept(viewer, asking).orElseThrow(NotFound::new);
        model.addAttribute(
                "page",
                Thanks.after(kept, answering.whenRead(kept.asking()), "/my/questions/" + asking + "/safe", "", true));
        return "measures/thanks";
    }

    @PostMapping("/{asking}/safe")
    @Transactional
    String safe(Viewer viewer, @PathVariable UUID asking, @RequestParam(defaultValue = "no") String safe, Model model) {
        boolean isSafe = safe.equals("yes");
        Outcome.Kept kept = answering.kept(viewer, asking).orElseThrow(NotFound::new);
        answering.saysHowSafe(kept, isSafe);
        model.addAttribute("page", Thanks.safe(isSafe, true, true, answering.whenRead(kept.asking())));
        return "measures/thanks";
    }

    private Optional<Asking> open(Viewer viewer, UUID asking) {
        return askings.visibleTo(viewer).mine().stream()
                .filter(one -> one.id().equals(asking))
                .findFirst();
    }

    private String questions(
            Asking asking, MultiValueMap<String, String> chosen, Errors errors, Language language, Model model) {
        List<Instrument> sent = Sheets.asked(chosen, answering.either(asking));
        WhenRead read = answering.whenRead(asking);
        model.addAttribute(
                "page",
                new QuestionsPage(
                        "/my/questions/" + asking.id(),
                        "",
                        read,
                        sheets.laid(sent.isEmpty() ? answering.put(asking, read) : sent, language, chosen),
                        answering.asksPlainly(asking, read),
                        chosen.getOrDefault("ending", List.of("")).getFirst(),
                        !errors.isEmpty(),
                        errors));
        return "measures/questions";
    }
}
