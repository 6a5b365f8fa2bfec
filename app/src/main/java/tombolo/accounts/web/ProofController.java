package tombolo.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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
import tombolo.accounts.KeyRing;
import tombolo.accounts.KeyRing.Proof;
import tombolo.accounts.SignIn;
import tombolo.ui.Errors;

/** Showing a key again: the cookie changes, and for five minutes the acts that need it are open. */
@Controller
@RequestMapping({"/my/proof", "/desk/proof"})
class ProofController {
    private final KeyRing keys;

    ProofController(KeyRing keys) {
        this.keys = keys;
    }

    @GetMapping
    String show(SignIn signIn, @RequestParam(defaultValue = "") String back, Model model) {
        return page(signIn, back, Errors.none(), model);
    }

    @PostMapping
    String prove(
            SignIn signIn,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (keys.prove(signIn, typed, request, response)) {
            return SignInController.to(safe(signIn, back));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(signIn, back, Errors.none().add("typed", "accounts.proof.wrong"), model);
    }

    @PostMapping(path = "/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> question(SignIn signIn, HttpServletRequest request) {
        return FirstStepsController.answer(keys.questionForProof(signIn, request));
    }

    @PostMapping(path = "/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> passkey(
            SignIn signIn,
            @RequestParam(defaultValue = "") String back,
            @RequestBody String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        return keys.proveWithPasskey(signIn, answer, request, response)
                ? ResponseEntity.ok(Map.of("to", safe(signIn, back)))
                : ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }

    /** Only a page of this area whose address names nobody; anything else leads to the keys. */
    private static String safe(SignIn signIn, String back) {
        String area = signIn.area().path();
        return back.matches(area + "(/[a-z-]+)*") ? back : area + "/keys";
    }

    private String page(SignIn signIn, String back, Errors errors, Model model) {
        List<Proof> proofs = keys.proofs(signIn);
        model.addAttribute(
                "page",
                new ProofPage(
                        signIn.area(),
                        safe(signIn, back),
                        proofs.contains(Proof.PASSKEY),
                        proofs.contains(Proof.PASSWORD),
                        proofs.contains(Proof.CODE),
                        errors));
        return "accounts/proof";
    }
}
