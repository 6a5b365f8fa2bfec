package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tombolo.ui.Said;
import tombolo.ui.StandingNotice;

/** Whoever is still signed in is told, on every page, that somebody asks for a way back into their account, and can stop it. */
@Component
class WayBackNotice implements StandingNotice {

    @Override
    public Optional<Standing> on(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                        && who.signIn().wayBackAsked()
                        && who.signIn().stage() == SignIn.Stage.COMPLETE
                ? Optional.of(new Standing(
                        Said.of("accounts.way-back.notice"),
                        who.signIn().area().path() + "/way-back/stop",
                        Said.of("accounts.way-back.stop")))
                : Optional.empty();
    }
}
