package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import tombolo.database.NoPractice;
import tombolo.ui.Area;
import tombolo.ui.Frames;

/** Finds who is signed in by the cookie of the area a page lies in, and by no other cookie. */
@Component
class SignedInRequests implements SecurityContextRepository {
    private final SignIns signIns;

    SignedInRequests(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Once(() -> load(request));
    }

    private SecurityContext load(HttpServletRequest request) {
        SecurityContext context = new SecurityContextImpl();
        Area area = Area.of(request.getRequestURI());
        if (area != Area.PUBLIC) {
            SignInCookie.read(area, request)
                    .flatMap(secret -> presented(area, secret))
                    .ifPresent(signIn -> {
                        context.setAuthentication(new SignedIn(signIn));
                        if (signIn.stage() != SignIn.Stage.COMPLETE) {
                            request.setAttribute(Frames.HALF_WAY, true);
                        }
                    });
        }
        return context;
    }

    /** Under a name no practice has, nobody is signed in. */
    private Optional<SignIn> presented(Area area, Secret secret) {
        try {
            return signIns.presented(area, secret);
        } catch (NoPractice nowhere) {
            return Optional.empty();
        }
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    /** Signing in is written by {@link SignIns}, never by the way. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        Area area = Area.of(request.getRequestURI());
        return area != Area.PUBLIC && SignInCookie.read(area, request).isPresent();
    }

    /** Looks at most once a request, and only when something asks. */
    private static final class Once implements DeferredSecurityContext {
        private final Supplier<SecurityContext> look;
        private @org.jspecify.annotations.Nullable SecurityContext seen;

        Once(Supplier<SecurityContext> look) {
            this.look = look;
        }

        @Override
        public SecurityContext get() {
            if (seen == null) {
                seen = look.get();
            }
            return seen;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
