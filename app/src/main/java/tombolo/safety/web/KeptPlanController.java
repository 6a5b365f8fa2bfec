package tombolo.safety.web;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tombolo.ui.Assets;
import tombolo.ui.OfflinePage;

/** The page on which a phone opens the plan it keeps. It knows nobody: what is kept is on the phone, locked, and never sent. */
@Controller
final class KeptPlanController {
    private static final String PAGE = "/plan-on-this-phone";
    private static final List<String> KEPT = List.of("tombolo.css", "mark.svg", "leave.js", "kept-plan.js");

    private final Assets assets;

    KeptPlanController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping(PAGE)
    String kept() {
        return "safety/kept";
    }

    @GetMapping(PAGE + ".js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(OfflinePage.script(assets, PAGE, KEPT));
    }
}
