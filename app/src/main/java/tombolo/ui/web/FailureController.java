package tombolo.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartException;
import tombolo.ui.Area;

/** The pages for when something is not there, not allowed, or has gone wrong. They use no sign-in and no database. */
@Controller
final class FailureController implements ErrorController {
    private static final Set<String> NEVER_SHOWN_AGAIN = Set.of("password", "code", "token", "secret", "answer");

    /** Fields that are secret though their names do not say so. */
    private static final Set<String> SECRET = Set.of("typed", "again", "also", "word", "phrase", "pass", "pin");

    @RequestMapping("/error")
    String failed(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = status(request);
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String kind = kind(status);
        List<FailurePage.Typed> typed = kind.equals("missing") ? List.of() : typed(request);
        model.addAttribute("page", new FailurePage(kind, typed, kind.equals("signed-out") ? door(request) : ""));
        return "ui/failure";
    }

    /** A database that cannot be reached is a part of us that is away for now, not a mistake. */
    private static int status(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (Throwable cause = thrown instanceof Throwable first ? first : null;
                cause != null;
                cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLTransientConnectionException) {
                return HttpStatus.SERVICE_UNAVAILABLE.value();
            }
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
    }

    private static String kind(int status) {
        return switch (status) {
            case 401 -> "signed-out";
            case 403 -> "refused";
            case 404, 405 -> "missing";
            case 413 -> "large";
            case 429 -> "often";
            case 503 -> "away";
            default -> status < 500 ? "unclear" : "broken";
        };
    }

    private static String door(HttpServletRequest request) {
        return Area.of(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))
                .door();
    }

    /** What was too much to be read cannot be given back. */
    private static Map<String, String[]> readable(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException | MultipartException unreadable) {
            return Map.of();
        }
    }

    static boolean isSecret(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        return SECRET.contains(name) || NEVER_SHOWN_AGAIN.stream().anyMatch(name::contains);
    }

    /** Long words a person typed are given back to copy; short answers and anything secret are not. */
    private static List<FailurePage.Typed> typed(HttpServletRequest request) {
        if (!"POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD)) || !OwnPagesOnly.isOurs(request)) {
            return List.of();
        }
        return readable(request).entrySet().stream()
                .filter(field -> !field.getKey().startsWith("_") && !isSecret(field.getKey()))
                .flatMap(field -> Arrays.stream(field.getValue())
                        .filter(words -> words.length() > 12)
                        .map(words -> new FailurePage.Typed(field.getKey(), words)))
                .toList();
    }
}
