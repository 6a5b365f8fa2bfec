package tombolo.site.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages anyone can read, with no sign-in, no cookie and no database behind them. */
@Controller
final class SiteController {
    @GetMapping("/")
    String home() {
        return "site/home";
    }
}
