package tombolo.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.FirstSteps;
import tombolo.accounts.KeyRing;
import tombolo.accounts.Pairing;
import tombolo.accounts.SignIn;
import tombolo.accounts.SignIns;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Errors;
import tombolo.ui.Once;

/** How somebody signs in: seeing it, and, having shown a key, changing it. */
@Controller
@RequestMapping({"/my/keys", "/desk/keys"})
class KeysController {
    private final KeyRing keys;
    private final FirstSteps steps;
    private final SignIns signIns;
    private final Once once;
    private final ProgrammeTime time;

    KeysController(KeyRing keys, FirstSteps steps, SignIns signIns, Once once, ProgrammeTime time) {
        this.keys = keys;
        this.steps = steps;
        this.signIns = signIns;
        this.once = once;
        this.time = time;
    }

    @GetMapping
    String show(SignIn signIn, Model model) {
        return page(signIn, List.of(), null, Errors.none(), model);
    }

    @PostMapping(path = "/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> passkeyQuestion(SignIn signIn, HttpServletRequest request) {
        proved(signIn);
        return FirstStepsController.answer(keys.questionForNew(signIn, request));
    }

    @PostMapping(path = "/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> passkey(SignIn signIn, @RequestBody String made, HttpServletRequest request) {
        proved(signIn);
        return keys.keep(signIn, made, request)
                ? ResponseEntity.ok(Map.of("to", signIn.area().path() + "/keys?done=accounts.done.passkey"))
                : ResponseEntity.badRequest().build();
    }

    @PostMapping("/passkeys/{id}/removal")
    String removePasskey(SignIn signIn, @PathVariable UUID id, HttpServletResponse response, Model model) {
        proved(signIn);
        return keys.remove(signIn, id)
                ? done(signIn, "removed")
                : wrong(signIn, null, Errors.none().add("passkeys", "accounts.error.last-key"), response, model);
    }

    @PostMapping("/password")
    String password(
            SignIn signIn,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletResponse response,
            Model model) {
        proved(signIn);
        Errors errors = Errors.none();
        if (!steps.hasAddress(signIn)) {
            errors.add("password", "accounts.error.no-address");
        }
        if (!password.equals(again)) {
            errors.add("again", "accounts.error.again");
        }
        if (errors.isEmpty()) {
            steps.choosePassword(signIn, password)
                    .ifPresent(why -> errors.add("password", FirstStepsController.key(why)));
        }
        if (!errors.isEmpty()) {
            return wrong(signIn, null, errors, response, model);
        }
        keys.endOthers(signIn);
        return done(signIn, "password");
    }

    /** Begins to pair an app, or goes on where pairing was left. */
    @PostMapping("/authenticator/pairing")
    String pair(SignIn signIn, Model model) {
        proved(signIn);
        return keys.of(signIn).authenticator()
                ? done(signIn, "authenticator")
                : page(signIn, List.of(), steps.pairing(signIn), Errors.none(), model);
    }

    @PostMapping("/authenticator")
    String authenticator(
            SignIn signIn, @RequestParam(defaultValue = "") String code, HttpServletResponse response, Model model) {
        proved(signIn);
        if (keys.of(signIn).authenticator() || steps.confirmPairing(signIn, code)) {
            return done(signIn, "authenticator");
        }
        return wrong(signIn, steps.pairing(signIn), Errors.none().add("code", "accounts.error.code"), response, model);
    }

    @PostMapping("/authenticator/removal")
    String removeAuthenticator(SignIn signIn, HttpServletResponse response, Model model) {
        proved(signIn);
        return keys.removeAuthenticator(signIn)
                ? done(signIn, "removed")
                : wrong(signIn, null, Errors.none().add("authenticator", "accounts.error.last-app"), response, model);
    }

    /** Shown in the answer itself, because it is shown once. The same press again does not make a printed sheet worthless. */
    @PostMapping("/sheet")
    String sheet(SignIn signIn, @RequestParam("_idem") UUID idem, Model model) {
        proved(signIn);
        return once.shown(idem, () -> steps.newSheet(signIn))
                .map(sheet -> page(signIn, sheet, null, Errors.none(), model))
                .orElseGet(() -> SignInController.to(signIn.area().path() + "/keys?done=accounts.done.sheet"));
    }

    @PostMapping("/phrase")
    String phrase(
            SignIn signIn, @RequestParam(defaultValue = "") String phrase, HttpServletResponse response, Model model) {
        proved(signIn);
        return steps.choosePhrase(signIn, phrase)
                ? done(signIn, "phrase")
                : wrong(signIn, null, Errors.none().add("phrase", "accounts.error.phrase"), response, model);
    }

    private void proved(SignIn signIn) {
        signIns.requireProof(signIn, signIn.area().path() + "/keys");
    }

    private static String done(SignIn signIn, String what) {
        return SignInController.to(signIn.area().path() + "/keys?done=accounts.done." + what);
    }

    private String wrong(
            SignIn signIn, @Nullable Pairing pairing, Errors errors, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(signIn, List.of(), pairing, errors, model);
    }

    private String page(SignIn signIn, List<String> sheet, @Nullable Pairing pairing, Errors errors, Model model) {
        KeyRing.Keys held = keys.of(signIn);
        Instant now = time.now();
        model.addAttribute(
                "page",
                new KeysPage(
                        signIn.area(),
                        signIns.isProved(signIn),
                        held.address().orElse(""),
                        held.password(),
                        held.authenticator(),
                        held.phrase(),
                        held.passkeys().stream().map(key -> line(key, now)).toList(),
                        held.codesLeft(),
                        sheet,
                        pairing,
                        errors));
        return "accounts/keys";
    }

    private static KeysPage.Line line(KeyRing.Held key, Instant now) {
        String[] words = key.label().split("\\|", 2);
        return new KeysPage.Line(
                key.id(),
                words[0],
                words.length > 1 ? words[1] : "?",
                Duration.between(key.addedAt(), now).toDays(),
                Duration.between(key.usedAt(), now).toDays());
    }
}
