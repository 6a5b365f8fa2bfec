package tombolo.site.web;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tombolo.ui.Assets;
import tombolo.ui.HelpLines;
import tombolo.ui.OfflinePage;

/** The pages anyone can read, with no sign-in, no cookie and no database behind them. */
@Controller
final class SiteController {
    private static final List<String> KEPT = List.of("tombolo.css", "mark.svg", "leave.js", "offline.js");

    private final HelpNowPage helpNow;
    private final Assets assets;

    SiteController(List<HelpLines> countries, Assets assets) {
        this.helpNow = HelpNowPage.of(countries.getFirst());
        this.assets = assets;
    }

    @GetMapping("/")
    String home() {
        return "site/home";
    }

    @GetMapping("/how-it-helps")
    String howItHelps() {
        return "site/how-it-helps";
    }

    @GetMapping("/about-privacy")
    String privacy() {
        return "site/about-privacy";
    }

    @GetMapping("/safe-browsing")
    String safeBrowsing() {
        return "site/safe-browsing";
    }

    @GetMapping("/help-now")
    String helpNow(Model model) {
        model.addAttribute("page", helpNow);
        return "site/help-now";
    }

    /** Keeps help-now and its own files in the browser, and nothing else: the scope is that one page. */
    @GetMapping("/help-now.js")
    ResponseEntity<String> keepHelpNow() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(OfflinePage.script(assets, "/help-now", KEPT));
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> favicon() {
        return named("mark.svg");
    }

    /** The name a phone shows for a saved page says nothing about why it was saved. */
    @GetMapping("/manifest.webmanifest")
    ResponseEntity<byte[]> manifest() {
        return named("tombolo.webmanifest");
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body("User-agent: *\nDisallow: /my\nDisallow: /desk\nDisallow: /leave\n");
    }

    private ResponseEntity<byte[]> named(String file) {
        Assets.Asset asset = assets.named(file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asset.type()))
                .body(asset.content());
    }
}
