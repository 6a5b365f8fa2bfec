package tombolo.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import tombolo.vault.Viewer;

/** Makes the frame of a page out of what the browser asked. */
@Component
public final class Frames {
    /** A request attribute: whoever is here has not come all the way in, and a menu would lead nowhere. */
    public static final String HALF_WAY = "tombolo.ui.half-way";

    private final Texts texts;
    private final Assets assets;
    private final List<NavigationEntry> navigation;
    private final HelpLines home;
    private final List<StandingNotice> standing;
    private final ObjectProvider<Drafts> drafts;

    Frames(
            Texts texts,
            Assets assets,
            List<HelpLines> countries,
            ObjectProvider<NavigationEntry> navigation,
            ObjectProvider<StandingNotice> standing,
            ObjectProvider<Drafts> drafts) {
        this.texts = texts;
        this.assets = assets;
        this.home = countries.getFirst();
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.standing = standing.stream().toList();
        this.drafts = drafts;
    }

    /** The frame for the answer to a request. */
    public Frame of(HttpServletRequest request) {
        Language language = language(request);
        String path = path(request);
        Area area = Area.of(path);
        Optional<Viewer> viewer = viewer();
        List<NavigationEntry> menu = request.getAttribute(HALF_WAY) == null
                ? navigation.stream()
                        .filter(entry -> entry.area() == area && entry.whom().test(viewer))
                        .toList()
                : List.of();
        return new Frame(
                texts,
                assets,
                language,
                language.tag().equals(asked(request, "lang")),
                path,
                menu,
                home,
                isFailure(request) ? Optional.empty() : csrf(area, request),
                notices(request),
                isFailure(request)
                        ? List.of()
                        : standing.stream()
                                .flatMap(notice -> notice.on(request).stream())
                                .toList(),
                form -> draft(form));
    }

    /** A page that tells of a failure asks nothing of what may have failed. */
    private static boolean isFailure(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
    }

    /** A request that was too much to be read has none: to ask it again would fail again, on the page that tells of it. */
    private static @Nullable String asked(HttpServletRequest request, String parameter) {
        try {
            return request.getParameter(parameter);
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    private Optional<Draft> draft(String form) {
        return viewer().flatMap(viewer -> drafts.getObject().of(viewer, form));
    }

    private static Optional<Viewer> viewer() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof Viewer viewer
                ? Optional.of(viewer)
                : Optional.empty();
    }

    /** The language the answer to a request is given in. */
    public Language language(HttpServletRequest request) {
        return texts.choose(asked(request, "lang"), Collections.list(request.getLocales()));
    }

    /** An error page lies in the area of the page that failed, but is no page of its menu: denied and missing look the same. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String uri ? Area.of(uri).path() + "/?" : request.getRequestURI();
    }

    /** Public pages carry no token: they have no sign-in to misuse, and a token would need a cookie. */
    private static Optional<Frame.Csrf> csrf(Area area, HttpServletRequest request) {
        return area != Area.PUBLIC && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Optional.of(new Frame.Csrf(token.getParameterName(), token.getToken()))
                : Optional.empty();
    }

    /** After an act the address may name a text {@code <module>.done.<what>}; nothing else is ever shown from an address. */
    private List<Said> notices(HttpServletRequest request) {
        String done = asked(request, "done");
        return done != null && done.contains(".done.") && texts.has(done) ? List.of(Said.of(done)) : List.of();
    }
}
