package tombolo.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.SignIn;
import tombolo.accounts.SignIns;
import tombolo.accounts.WayBackWitnesses;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Area;
import tombolo.ui.Errors;

/** Bearing witness, at the desk, that somebody who asks for a way back is who they say. */
@Controller
class WitnessController {
    private final WayBackWitnesses witnesses;
    private final SignIns signIns;
    private final ProgrammeTime time;

    WitnessController(WayBackWitnesses witnesses, SignIns signIns, ProgrammeTime time) {
        this.witnesses = witnesses;
        this.signIns = signIns;
        this.time = time;
    }

    @GetMapping("/desk/way-backs")
    String list(SignIn signIn, Model model) {
        signIns.requireProof(signIn, "/desk/way-backs");
        return page(signIn, "", false, Errors.none(), model);
    }

    @PostMapping("/desk/way-backs")
    String witness(
            SignIn signIn,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        signIns.requireProof(signIn, "/desk/way-backs");
        Errors errors = Errors.none();
        if (!sure) {
            errors.add("sure", "accounts.witness.error.sure");
        } else {
            switch (witnesses.witness(signIn.viewer(), number, request)) {
                case NO_SUCH_NUMBER -> errors.add("number", "accounts.witness.error.number");
                case MORE_NEEDED -> {
                    return done("witnessed");
                }
                case ENOUGH -> {
                    return done("enough");
                }
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(signIn, number, sure, errors, model);
    }

    @PostMapping("/desk/way-backs/{id}/refusal")
    String refuse(SignIn signIn, @PathVariable UUID id) {
        witnesses.refuse(signIn.viewer(), id);
        return done("refused");
    }

    private static String done(String what) {
        return SignInController.to("/desk/way-backs?done=accounts.done." + what);
    }

    private String page(SignIn signIn, String number, boolean sure, Errors errors, Model model) {
        Instant now = time.now();
        model.addAttribute(
                "page",
                new WitnessPage(
                        witnesses.waiting(signIn.viewer()).stream()
                                .map(waiting -> new WitnessPage.Line(
                                        waiting.id(),
                                        waiting.area() == Area.DESK,
                                        Duration.between(waiting.begunAt(), now).toHours(),
                                        waiting.witnesses(),
                                        waiting.mine(),
                                        waiting.counting()))
                                .toList(),
                        number,
                        sure,
                        errors));
        return "accounts/witness";
    }
}
