package tombolo.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import tombolo.accounts.Attempts.TooOften;
import tombolo.accounts.Passwords.TooBusy;
import tombolo.accounts.ProofNeeded;
import tombolo.database.NoPractice;

/** What is answered when a door is tried too often, or by too many at once: the same to everybody. */
@ControllerAdvice
final class Refusals {

    @ExceptionHandler(TooOften.class)
    void tooOften(TooOften wait, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.seconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** Somebody shows once more that it is them, and then goes on where they were. */
    @ExceptionHandler(ProofNeeded.class)
    String proveFirst(ProofNeeded needed) {
        return SignInController.to(needed.area().path() + "/proof?back=" + needed.back());
    }

    /** Where no practice is, there is nothing to sign in to. */
    @ExceptionHandler(NoPractice.class)
    void nowhere(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler(TooBusy.class)
    void tooBusy(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
