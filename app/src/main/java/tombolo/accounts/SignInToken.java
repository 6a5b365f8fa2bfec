package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import tombolo.ui.Area;

/** What a form of a signed-in page must carry: made from the sign-in's own secret, so it ends with it and needs no place of its own. */
final class SignInToken implements CsrfTokenRepository {
    static final String HEADER = "X-CSRF-TOKEN";
    static final String FIELD = "_csrf";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Secret.fresh());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Area area = Area.of(request.getRequestURI());
        return area == Area.PUBLIC
                ? null
                : SignInCookie.read(area, request).map(SignInToken::token).orElse(null);
    }

    /** One way only: whoever reads the token in a page learns nothing about the cookie. */
    private static CsrfToken token(Secret secret) {
        return new DefaultCsrfToken(HEADER, FIELD, HexFormat.of().formatHex(secret.keyed("form")));
    }
}
