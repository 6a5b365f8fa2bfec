package tombolo.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What a module does when someone must leave at once: end the sign-in, expire its cookies by name. It must not fail. */
@FunctionalInterface
public interface QuickExit {
    /** Called for {@code GET /leave}, before the browser is sent on. */
    void leave(HttpServletRequest request, HttpServletResponse response);
}
