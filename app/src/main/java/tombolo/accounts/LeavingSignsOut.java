package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import tombolo.ui.Area;
import tombolo.ui.QuickExit;

/** Leaving the page at once ends the sign-in of both areas on this device; the cookies go even when the database is away. */
@Component
class LeavingSignsOut implements QuickExit {
    private final Door door;

    LeavingSignsOut(Door door) {
        this.door = door;
    }

    @Override
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        try {
            end(Area.MY, request, response);
        } finally {
            end(Area.DESK, request, response);
        }
    }

    private void end(Area area, HttpServletRequest request, HttpServletResponse response) {
        if (SignInCookie.read(area, request).isPresent()) {
            SignInCookie.expire(area, response);
            door.leave(area, request, response);
        }
    }
}
