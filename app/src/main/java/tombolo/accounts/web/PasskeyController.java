package tombolo.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.accounts.Door;
import tombolo.ui.Area;

/** Coming in with a passkey: a question, and the device's answer. */
@Controller
class PasskeyController {
    private final Door door;

    PasskeyController(Door door) {
        this.door = door;
    }

    @PostMapping(path = "/sign-in/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> personAsks(HttpServletRequest request) {
        return FirstStepsController.answer(door.questionForPasskey(Area.MY, request));
    }

    @PostMapping(path = "/sign-in/desk/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> colleagueAsks(HttpServletRequest request) {
        return FirstStepsController.answer(door.questionForPasskey(Area.DESK, request));
    }

    @PostMapping(path = "/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> personEnters(
            @RequestBody String answer,
            @RequestParam(defaultValue = "false") boolean shared,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(door.withPasskey(Area.MY, answer, shared, request, response));
    }

    @PostMapping(path = "/sign-in/desk/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> colleagueEnters(
            @RequestBody String answer,
            @RequestParam(defaultValue = "false") boolean shared,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(door.withPasskey(Area.DESK, answer, shared, request, response));
    }

    private static ResponseEntity<Map<String, String>> enter(Optional<String> to) {
        return to.map(path -> ResponseEntity.ok(Map.of("to", path)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }
}
