package tombolo.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.FirstSteps;
import tombolo.accounts.FirstSteps.Step;
import tombolo.accounts.KeyRing;
import tombolo.accounts.PasswordRules.Refusal;
import tombolo.accounts.SignIn;
import tombolo.accounts.SignIn.Stage;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;

/** Choosing how to sign in, step by step; somebody who is all the way in has no first steps any more. */
@Controller
@RequestMapping({"/my/first-steps", "/desk/first-steps"})
class FirstStepsController {
    private final FirstSteps steps;
    private final KeyRing keys;
    private final Once once;

    FirstStepsController(FirstSteps steps, KeyRing keys, Once once) {
        this.steps = steps;
        this.keys = keys;
        this.once = once;
    }

    @GetMapping
    String show(SignIn signIn, Model model) {
        begun(signIn);
        return page(signIn, "", List.of(), Errors.none(), model);
    }

    @PostMapping("/password")
    String password(
            SignIn signIn,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletResponse response,
            Model model) {
        begun(signIn);
        Errors errors = Errors.none();
        if (!steps.hasAddress(signIn) && !steps.chooseAddress(signIn, address)) {
            errors.add("address", "accounts.error.address");
        }
        if (!password.equals(again)) {
            errors.add("again", "accounts.error.again");
        }
        if (errors.isEmpty()) {
            steps.choosePassword(signIn, password).ifPresent(why -> errors.add("password", key(why)));
        }
        return errors.isEmpty() ? on(signIn) : wrong(signIn, address, errors, response, model);
    }

    /** The text key of a refusal. */
    static String key(Refusal why) {
        return "accounts.error.password." + why.name().toLowerCase(Locale.ROOT);
    }

    @PostMapping(path = "/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> passkeyQuestion(SignIn signIn, HttpServletRequest request) {
        begun(signIn);
        return answer(keys.questionForNew(signIn, request));
    }

    @PostMapping(path = "/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> passkey(SignIn signIn, @RequestBody String made, HttpServletRequest request) {
        begun(signIn);
        return keys.keep(signIn, made, request)
                ? ResponseEntity.ok(Map.of("to", signIn.area().path() + "/first-steps"))
                : ResponseEntity.badRequest().build();
    }

    /** A question as JSON; none where the address in the browser cannot have a passkey. */
    static ResponseEntity<String> answer(Optional<String> question) {
        return question.map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.badRequest().build());
    }

    @PostMapping("/authenticator")
    String authenticator(
            SignIn signIn, @RequestParam(defaultValue = "") String code, HttpServletResponse response, Model model) {
        begun(signIn);
        return steps.confirmPairing(signIn, code)
                ? on(signIn)
                : wrong(signIn, "", Errors.none().add("code", "accounts.error.code"), response, model);
    }

    @PostMapping("/phrase")
    String phrase(
            SignIn signIn,
            @RequestParam(defaultValue = "") String phrase,
            @RequestParam(defaultValue = "") String act,
            HttpServletResponse response,
            Model model) {
        begun(signIn);
        if (act.equals("later")) {
            steps.leavePhrase(signIn);
            return on(signIn);
        }
        return steps.choosePhrase(signIn, phrase)
                ? on(signIn)
                : wrong(signIn, "", Errors.none().add("phrase", "accounts.error.phrase"), response, model);
    }

    /** Shown in the answer itself, because it is shown once. The same press again does not make a printed sheet worthless. */
    @PostMapping("/sheet")
    String sheet(SignIn signIn, @RequestParam("_idem") UUID idem, Model model) {
        begun(signIn);
        if (steps.next(signIn) != Step.SHEET) {
            return on(signIn);
        }
        return once.shown(idem, () -> steps.newSheet(signIn))
                .map(sheet -> page(signIn, "", sheet, Errors.none(), model))
                .orElseGet(() -> SignInController.to(signIn.area().path() + "/first-steps?done=accounts.done.sheet"));
    }

    @PostMapping("/finish")
    String finish(SignIn signIn, HttpServletResponse response) {
        begun(signIn);
        return steps.finish(signIn, response)
                ? SignInController.to(signIn.area().path())
                : on(signIn);
    }

    private static void begun(SignIn signIn) {
        if (signIn.stage() != Stage.ENROLLING) {
            throw new NotFound();
        }
    }

    private static String on(SignIn signIn) {
        return SignInController.to(signIn.area().path() + "/first-steps");
    }

    private String wrong(SignIn signIn, String address, Errors errors, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(signIn, address, List.of(), errors, model);
    }

    private String page(SignIn signIn, String address, List<String> sheet, Errors errors, Model model) {
        Step step = steps.next(signIn);
        model.addAttribute(
                "page",
                new FirstStepsPage(
                        signIn.area(),
                        step,
                        step == Step.KEY && !steps.hasAddress(signIn),
                        address,
                        step == Step.AUTHENTICATOR ? steps.pairing(signIn) : null,
                        sheet,
                        errors));
        return switch (step) {
            case KEY -> "accounts/chooseKey";
            case AUTHENTICATOR -> "accounts/authenticator";
            case PHRASE -> "accounts/phrase";
            case SHEET -> "accounts/sheet";
        };
    }
}
