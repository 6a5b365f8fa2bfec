package tombolo.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import tombolo.ui.Area;

/** The one cookie of each area. It is gone when the browser closes, and no other area honours it. */
final class SignInCookie {
    private SignInCookie() {}

    static String name(Area area) {
        return switch (area) {
            case MY -> "__Host-my";
            case DESK -> "__Host-desk";
            case PUBLIC -> throw new IllegalArgumentException("nobody signs in to the public pages");
        };
    }

    /** A cookie sent twice is somebody else's attempt, and is no cookie. */
    static Optional<Secret> read(Area area, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        List<String> values = Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name(area)))
                .map(Cookie::getValue)
                .distinct()
                .toList();
        return values.size() == 1 ? Secret.presented(values.getFirst()) : Optional.empty();
    }

    static void write(Area area, Secret secret, HttpServletResponse response) {
        add(response, ResponseCookie.from(name(area), secret.text()));
    }

    static void expire(Area area, HttpServletResponse response) {
        add(response, ResponseCookie.from(name(area), "").maxAge(0));
    }

    private static void add(HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie.path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
