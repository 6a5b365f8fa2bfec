package tombolo.sessions.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tombolo.ui.Area;
import tombolo.ui.QuickExit;
import tombolo.vault.PersonId;

/**
 * Whose record this browser opened last. Notes end up with the wrong person when two records are open in two tabs: so a note
 * is only taken while nobody else's record has been opened since. The cookie is never used to decide whose a note is; it can
 * only make Tombolo ask. It is gone with the sign-in, and when the browser closes.
 */
@Component
final class OpenRecord implements HandlerInterceptor, WebMvcConfigurer, QuickExit {
    static final String COOKIE = "__Host-open";

    private static final String SIGN_OUT = Area.DESK.path() + "/sign-out";
    private static final Pattern RECORD = Pattern.compile("/desk/people/([0-9a-f-]{36})(/.*)?");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk/people/**", SIGN_OUT);
    }

    /** Only a page that was shown counts: what may not be seen was not opened. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (request.getRequestURI().equals(SIGN_OUT)) {
            leave(request, response);
            return;
        }
        Matcher record = RECORD.matcher(request.getRequestURI());
        if (request.getMethod().equals("GET")
                && record.matches()
                && !of(request).map(Object::toString).equals(Optional.of(record.group(1)))) {
            write(response, ResponseCookie.from(COOKIE, record.group(1)));
        }
    }

    /** Whose record was opened last, if this browser says so and another person's than this one. */
    static Optional<PersonId> otherThan(PersonId person, HttpServletRequest request) {
        return of(request).filter(open -> !open.equals(person));
    }

    private static Optional<PersonId> of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(value -> new PersonId(UUID.fromString(value)))
                .findFirst();
    }

    @Override
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        if (of(request).isPresent()) {
            write(response, ResponseCookie.from(COOKIE, "").maxAge(0));
        }
    }

    private static void write(HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
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
