package tombolo.accounts.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tombolo.accounts.SignIn;
import tombolo.accounts.SignIns;
import tombolo.accounts.SignIns.SignedInDevice;
import tombolo.time.ProgrammeTime;

/** The list of devices somebody is signed in on, and ending any of them. */
@Controller
class SignInsController {
    private final SignIns signIns;
    private final ProgrammeTime time;

    SignInsController(SignIns signIns, ProgrammeTime time) {
        this.signIns = signIns;
        this.time = time;
    }

    @GetMapping({"/my/sign-ins", "/desk/sign-ins"})
    String list(SignIn signIn, Model model) {
        Instant now = time.now();
        model.addAttribute(
                "page",
                new SignInsPage(
                        signIn.area(),
                        signIns.of(signIn.viewer().account()).stream()
                                .map(device -> line(device, signIn, now))
                                .toList()));
        return "accounts/signIns";
    }

    private static SignInsPage.Line line(SignedInDevice device, SignIn here, Instant now) {
        String[] words = device.label().split("\\|", 2);
        return new SignInsPage.Line(
                device.id(),
                words[0],
                words.length > 1 ? words[1] : "?",
                device.id().equals(here.id()),
                Duration.between(device.beganAt(), now).toMinutes(),
                Duration.between(device.seenAt(), now).toMinutes());
    }

    @PostMapping({"/my/sign-ins/{id}/ending", "/desk/sign-ins/{id}/ending"})
    String end(SignIn signIn, @PathVariable UUID id) {
        signIns.end(signIn.viewer(), id);
        return SignInController.to(signIn.area().path() + "/sign-ins?done=accounts.done.ended");
    }

    @PostMapping({"/my/sign-ins/others/ending", "/desk/sign-ins/others/ending"})
    String endOthers(SignIn signIn) {
        signIns.endOthers(signIn.viewer(), Optional.of(signIn.id()));
        return SignInController.to(signIn.area().path() + "/sign-ins?done=accounts.done.ended");
    }
}
