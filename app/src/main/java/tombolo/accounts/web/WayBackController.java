package tombolo.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Attempts;
import tombolo.accounts.Secret;
import tombolo.accounts.SignIn;
import tombolo.accounts.WayBacks;
import tombolo.accounts.WayBacks.Progress;
import tombolo.ui.Area;
import tombolo.ui.NotFound;

/** The way back, as whoever walks it sees it. Looking at its page does nothing; every step is a press. */
@Controller
class WayBackController {
    private final WayBacks wayBacks;
    private final Attempts attempts;

    WayBackController(WayBacks wayBacks, Attempts attempts) {
        this.wayBacks = wayBacks;
        this.attempts = attempts;
    }

    @GetMapping("/way-back")
    String person(Model model) {
        model.addAttribute("page", new WayBackPage(Area.MY, ""));
        return "accounts/wayBack";
    }

    @GetMapping("/way-back/desk")
    String colleague(Model model) {
        model.addAttribute("page", new WayBackPage(Area.DESK, ""));
        return "accounts/wayBack";
    }

    @PostMapping("/way-back")
    String personBegins(
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String phrase,
            HttpServletRequest request) {
        return SignInController.to("/way-back/"
                + wayBacks.begin(Area.MY, idem, address, phrase, request).text());
    }

    @PostMapping("/way-back/desk")
    String colleagueBegins(
            @RequestParam("_idem") UUID idem,
            @RequestParam(defaultValue = "") String address,
            HttpServletRequest request) {
        return SignInController.to("/way-back/"
                + wayBacks.begin(Area.DESK, idem, address, "", request).text());
    }

    @GetMapping("/way-back/{link:[A-Za-z0-9_-]{43}}")
    String progress(@PathVariable String link, HttpServletRequest request, HttpServletResponse response, Model model) {
        attempts.countLink(request.getRemoteAddr());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Secret secret = secret(link);
        String here = "/way-back/" + secret.text();
        String number = WayBacks.spoken(secret).replaceAll("(...)(...)", "$1 $2");
        model.addAttribute(
                "page",
                switch (wayBacks.progress(secret)) {
                    case Progress.Waiting waiting -> new WayBackProgressPage(here, number, "waiting", 0);
                    case Progress.Counting counting ->
                        new WayBackProgressPage(here, number, "counting", (counting.minutes() + 59) / 60);
                    case Progress.Open open -> new WayBackProgressPage(here, number, "open", 0);
                });
        return "accounts/wayBackProgress";
    }

    @PostMapping("/way-back/{link:[A-Za-z0-9_-]{43}}")
    String enter(@PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
        attempts.countLink(request.getRemoteAddr());
        Area area = wayBacks.enter(secret(link), request, response);
        return SignInController.to(area.path() + "/first-steps");
    }

    /** One press, from any page of whoever is still signed in. */
    @PostMapping({"/my/way-back/stop", "/desk/way-back/stop"})
    String stop(SignIn signIn) {
        wayBacks.cancel(signIn.viewer());
        return SignInController.to(signIn.area().path() + "/sign-ins?done=accounts.done.stopped");
    }

    private static Secret secret(String link) {
        return Secret.presented(link).orElseThrow(NotFound::new);
    }
}
