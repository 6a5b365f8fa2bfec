package tombolo.practice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Attempts;
import tombolo.practice.SetUp;
import tombolo.practice.SetUp.Beginning;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;

/** Setting up a practice, once; before a token is out and after it was used there is no such page. */
@Controller
class SetUpController {
    private static final int LONGEST = 200;

    private final SetUp setUp;
    private final Attempts attempts;

    SetUpController(SetUp setUp, Attempts attempts) {
        this.setUp = setUp;
        this.attempts = attempts;
    }

    @GetMapping("/set-up")
    String show(HttpServletResponse response, Model model) {
        open();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page("", new Beginning("", "", "", ZoneId.of("Europe/London"), "person"), Errors.none(), model);
    }

    @PostMapping("/set-up")
    String begin(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String practice,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String word,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        open();
        attempts.countLink(request.getRemoteAddr());
        Errors errors = Errors.none();
        if (!setUp.knows(token)) {
            errors.add("token", "practice.set-up.error.token");
        }
        required(errors, "practice", practice);
        required(errors, "name", name);
        if (address.strip().length() < 3 || address.length() > LONGEST) {
            errors.add("address", "practice.set-up.error.address");
        }
        required(errors, "word", word);
        Beginning beginning = new Beginning(
                practice.strip(),
                name.strip(),
                address.strip(),
                zone(zone, errors),
                word.strip().toLowerCase(Locale.ROOT));
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, beginning, errors, model);
        }
        setUp.begin(token, beginning, request, response);
        return "redirect:/desk/first-steps";
    }

    private static void required(Errors errors, String field, String typed) {
        if (typed.isBlank() || typed.length() > LONGEST) {
            errors.add(field, "practice.set-up.error." + field);
        }
    }

    private static ZoneId zone(String typed, Errors errors) {
        try {
            return ZoneId.of(typed);
        } catch (DateTimeException e) {
            errors.add("zone", "practice.set-up.error.zone");
            return ZoneId.of("Europe/London");
        }
    }

    private void open() {
        if (!setUp.isOpen()) {
            throw new NotFound();
        }
    }

    private static String page(String token, Beginning typed, Errors errors, Model model) {
        model.addAttribute(
                "page",
                new SetUpPage(
                        token,
                        typed.practice(),
                        typed.name(),
                        typed.address(),
                        typed.zone().getId(),
                        PracticeController.zones(),
                        typed.word(),
                        errors));
        return "practice/setUp";
    }
}
