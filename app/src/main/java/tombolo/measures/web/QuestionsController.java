package tombolo.measures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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
import tombolo.accounts.Attempts;
import tombolo.instruments.Instrument;
import tombolo.measures.Answering;
import tombolo.measures.Answering.Outcome;
import tombolo.measures.Asking;
import tombolo.measures.WhenRead;
import tombolo.ui.Errors;
import tombolo.ui.Language;

/**
 * The door a link to questions opens: the link and a word of one's own together. Looking changes nothing; sending the
 * answers in uses the link up. That a second press changes nothing is kept with the questions themselves.
 */
@Controller
@RequestMapping("/q/{token}")
class QuestionsController {
    private final Answering answering;
    private final Sheets sheets;
    private final Attempts attempts;

    QuestionsController(Answering answering, Sheets sheets, Attempts attempts) {
        this.answering = answering;
        this.sheets = sheets;
        this.attempts = attempts;
    }

    @GetMapping
    @Transactional
    String look(@PathVariable String token, Language language, Model model, HttpServletResponse response) {
        neverKept(response);
        Optional<Asking> asking = answering.behind(token);
        if (asking.isEmpty()) {
            return closed(model, response);
        }
        Optional<String> pass = answering.openInRoom(asking.get());
        return pass.isPresent()
                ? questions(
                        token, asking.get(), pass.get(), new LinkedMultiValueMap<>(), Errors.none(), language, model)
                : door(token, asking.get(), new LinkedMultiValueMap<>(), Errors.none(), model);
    }

    @PostMapping
    @Transactional
    String open(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String word,
            @RequestParam MultiValueMap<String, String> fields,
            Language language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        neverKept(response);
        MultiValueMap<String, String> chosen = chosenBefore(request, fields);
        Optional<Asking> asking = answering.behind(token);
        if (asking.isEmpty()) {
            attempts.countLink(request.getRemoteAddr());
            return closed(model, response);
        }
        Optional<String> pass = answering.open(asking.get(), word);
        if (pass.isPresent()) {
            return questions(token, asking.get(), pass.get(), chosen, Errors.none(), language, model);
        }
        attempts.countLink(request.getRemoteAddr());
        if (answering.behind(token).isEmpty()) {
            return closed(model, response);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return door(token, asking.get(), chosen, Errors.none().add("word", "measures.door.wrong"), model);
    }

    @PostMapping("/answers")
    @Transactional
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String pass,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            Language language,
            HttpServletResponse response,
            Model model) {
        neverKept(response);
        boolean helpFirst = Thanks.helpFirst(fields);
        boolean atRisk = Sheets.saysRisk(fields, answering.all());
        Optional<Asking> asking = answering.behind(token);
        List<Instrument> asked =
                asking.map(one -> Sheets.asked(fields, answering.either(one))).orElse(List.of());
        Errors errors = helpFirst ? Errors.none() : Sheets.open(fields, asked);
        boolean comesBack = asked.isEmpty() ? !atRisk : !errors.isEmpty();
        if (asking.isPresent() && comesBack) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return questions(token, asking.get(), pass, fields, errors, language, model);
        }
        Outcome outcome = answering.answer(token, pass, idem, Sheets.answers(fields, asked));
        if (atRisk && Thanks.isUnheard(outcome)) {
            model.addAttribute("page", Thanks.unheard("/q/" + token, false));
            return "measures/thanks";
        }
        return helpFirst ? help(token, pass, outcome, model) : told(token, pass, outcome, fields, model, response);
    }

    /** Whatever became of the answers: who said yes meets help first. */
    private static String help(String token, String pass, Outcome outcome, Model model) {
        boolean kept = outcome instanceof Outcome.Kept;
        model.addAttribute(
                "page", Thanks.ending(kept, kept ? "/q/" + token + "/thanks" : "/q/" + token, kept ? pass : "", false));
        return "measures/thanks";
    }

    /** Where somebody goes on to from the help they met first. */
    @PostMapping("/thanks")
    @Transactional
    String thanks(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String pass,
            HttpServletResponse response,
            Model model) {
        neverKept(response);
        Optional<Outcome.Kept> kept = answering.kept(token, pass);
        return kept.isPresent()
                ? told(token, pass, kept.get(), new LinkedMultiValueMap<>(), model, response)
                : closed(model, response);
    }

    private String told(
            String token,
            String pass,
            Outcome outcome,
            MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Kept kept -> {
                model.addAttribute(
                        "page",
                        Thanks.after(kept, answering.whenRead(kept.asking()), "/q/" + token + "/safe", pass, false));
                yield "measures/thanks";
            }
            case Outcome.AskAgain again -> door(token, again.asking(), fields, Errors.none(), model);
            case Outcome.Closed _ -> closed(model, response);
        };
    }

    @PostMapping("/safe")
    @Transactional
    String safe(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String pass,
            @RequestParam(defaultValue = "no") String safe,
            HttpServletResponse response,
            Model model) {
        neverKept(response);
        boolean isSafe = safe.equals("yes");
        Optional<Outcome.Kept> kept = isSafe ? answering.kept(token, pass) : answering.keptToBeSafe(token, pass);
        kept.ifPresent(it -> answering.saysHowSafe(it, isSafe));
        model.addAttribute(
                "page",
                Thanks.safe(
                        isSafe,
                        kept.isPresent(),
                        false,
                        kept.map(Outcome.Kept::asking).map(answering::whenRead).orElse(WhenRead.WHEN_YOU_MEET)));
        return "measures/thanks";
    }

    private String questions(
            String token,
            Asking asking,
            String pass,
            MultiValueMap<String, String> chosen,
            Errors errors,
            Language language,
            Model model) {
        List<Instrument> sent = Sheets.asked(chosen, answering.either(asking));
        WhenRead read = answering.whenRead(asking);
        model.addAttribute(
                "page",
                new QuestionsPage(
                        "/q/" + token + "/answers",
                        pass,
                        read,
                        sheets.laid(sent.isEmpty() ? answering.put(asking, read) : sent, language, chosen),
                        answering.asksPlainly(asking, read),
                        chosen.getOrDefault("ending", List.of("")).getFirst(),
                        !errors.isEmpty(),
                        errors));
        return "measures/questions";
    }

    /** What the door carried along; what somebody wrote into a link chooses nothing. */
    private static MultiValueMap<String, String> chosenBefore(
            HttpServletRequest request, MultiValueMap<String, String> fields) {
        return request.getQueryString() == null ? Sheets.chosen(fields) : new LinkedMultiValueMap<>();
    }

    /** What had been chosen before the page lay open too long goes along. */
    private String door(String token, Asking asking, MultiValueMap<String, String> fields, Errors errors, Model model) {
        MultiValueMap<String, String> chosen = Sheets.chosen(fields);
        model.addAttribute("page", new DoorPage(token, answering.whenRead(asking), !chosen.isEmpty(), chosen, errors));
        return "measures/door";
    }

    private static String closed(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("page", new ClosedPage());
        return "measures/closed";
    }

    private static void neverKept(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }
}
