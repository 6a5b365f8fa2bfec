package tombolo.checkin.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.checkin.CheckIns;
import tombolo.ui.Language;

/** The check-in: one document, one post, and an answer made out of the post alone. */
@Controller
final class CheckInController {
    private final CheckIns checkIns;
    private final CheckInSteps steps;
    private final Results results;

    CheckInController(CheckIns checkIns, CheckInSteps steps, Results results) {
        this.checkIns = checkIns;
        this.steps = steps;
        this.results = results;
    }

    @GetMapping("/check-in")
    String begin(Language language, Model model) {
        model.addAttribute("page", steps.page(language, List.of(), false));
        return "checkin/check-in";
    }

    @PostMapping("/check-in")
    String answer(@RequestParam MultiValueMap<String, String> form, Language language, Model model) {
        List<Carried> carried = steps.carried(form);
        if (form.containsKey("change")) {
            model.addAttribute("page", steps.page(language, carried, true));
            return "checkin/check-in";
        }
        model.addAttribute("page", results.of(checkIns.in(form), language, carried));
        return "checkin/result";
    }
}
