package tombolo.ui.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tombolo.ui.Conflict;
import tombolo.ui.NotFound;

/** Turns what modules throw into the page a person sees. Denied, missing and never-was are one and the same 404. */
@ControllerAdvice
final class Failures {

    @ExceptionHandler({NotFound.class, NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    void missing(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /** A form for files, sent as one that has none, or with more than is taken. */
    @ExceptionHandler(MultipartException.class)
    void notAFormForFiles(MultipartException e, HttpServletResponse response) throws IOException {
        response.sendError(
                e instanceof ErrorResponse known ? known.getStatusCode().value() : HttpStatus.BAD_REQUEST.value());
    }

    @ExceptionHandler(Conflict.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String changedMeanwhile(Conflict conflict, Model model) {
        model.addAttribute("page", ConflictPage.of(conflict));
        return "ui/conflict";
    }
}
