package tombolo.database.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tombolo.database.PracticeRegistry;

/** Tells whoever watches the machine whether Tombolo can do its work; it says nothing about anybody. */
@Controller
final class UpController {
    private static final Logger LOG = LoggerFactory.getLogger(UpController.class);

    private final PracticeRegistry registry;

    UpController(PracticeRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/up")
    ResponseEntity<String> up() {
        try {
            registry.all();
            return said(HttpStatus.OK, "up");
        } catch (DataAccessException e) {
            LOG.warn("The database does not answer");
            return said(HttpStatus.SERVICE_UNAVAILABLE, "down");
        }
    }

    private static ResponseEntity<String> said(HttpStatus status, String word) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noStore())
                .body(word + "\n");
    }
}
