package tombolo.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tombolo.ui.QuickExit;

/** Quick exit: ends every sign-in in this browser and goes to a page that belongs to nobody. Works without JavaScript. */
@Controller
final class LeaveController {
    private static final Logger LOG = LoggerFactory.getLogger(LeaveController.class);

    private final List<QuickExit> exits;
    private final String elsewhere;

    LeaveController(
            ObjectProvider<QuickExit> exits,
            @Value("${tombolo.leave-to:https://www.bbc.co.uk/weather}") String elsewhere) {
        this.exits = exits.orderedStream().toList();
        this.elsewhere = elsewhere;
    }

    @GetMapping("/leave")
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        if (isMeant(request)) {
            exits.forEach(exit -> leaveQuietly(exit, request, response));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, elsewhere)
                .header("Clear-Site-Data", "\"cache\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Neither another site nor a program that only looks what is there may sign people out through this address. */
    private static boolean isMeant(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return "GET".equals(request.getMethod()) && (from == null || from.equals("same-origin") || from.equals("none"));
    }

    /** Whatever fails, the person still leaves. */
    private static void leaveQuietly(QuickExit exit, HttpServletRequest request, HttpServletResponse response) {
        try {
            exit.leave(request, response);
        } catch (RuntimeException e) {
            LOG.error("A sign-in could not be ended on quick exit", e);
        }
    }
}
