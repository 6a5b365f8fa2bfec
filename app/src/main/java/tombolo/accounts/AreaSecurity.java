package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import tombolo.accounts.SignIn.Stage;
import tombolo.ui.Area;
import tombolo.vault.Role;

/** The two closed areas: nothing in them opens without a sign-in of that area, brought all the way. */
@Configuration(proxyBeanMethods = false)
class AreaSecurity {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain closedAreas(HttpSecurity http, SignedInRequests signedIn) throws Exception {
        return http.securityMatcher("/my", "/my/**", "/desk", "/desk/**")
                .securityContext(context -> context.securityContextRepository(signedIn))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(new SignInToken())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(request ->
                                !HARMLESS.contains(request.getMethod()) && signedIn.containsContext(request)))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(AreaSecurity::mayEnter))
                .exceptionHandling(failing -> failing.authenticationEntryPoint(
                                (request, response, e) -> toSignIn(request, response))
                        .accessDeniedHandler((request, response, e) -> {
                            if (e instanceof CsrfException) {
                                response.sendError(HttpStatus.FORBIDDEN.value());
                            } else {
                                elsewhere(request, response);
                            }
                        }))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Nobody comes in by any other way than {@link Door}. */
    @Bean
    AuthenticationManager noOtherDoor() {
        return asked -> {
            throw new ProviderNotFoundException("there is no other door");
        };
    }

    private static AuthorizationDecision mayEnter(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        boolean enters = authentication.get() instanceof SignedIn who
                && mayEnter(who.signIn(), context.getRequest().getRequestURI());
        return new AuthorizationDecision(enters);
    }

    private static boolean mayEnter(SignIn signIn, String path) {
        boolean staff = !signIn.viewer().is(Role.PERSON);
        if (staff != (signIn.area() == Area.DESK)) {
            return false;
        }
        return signIn.stage() == Stage.COMPLETE
                || path.equals(signIn.area().path() + "/sign-out")
                || lies(path, ownPages(signIn));
    }

    /** Where somebody who is not all the way in has to go on. */
    private static String ownPages(SignIn signIn) {
        return signIn.area().path() + (signIn.stage() == Stage.ENROLLING ? "/first-steps" : "/second-factor");
    }

    private static boolean lies(String path, String within) {
        return path.equals(within) || path.startsWith(within + "/");
    }

    /** A form whose sign-in has ended while it lay open is told so, and what was typed into it is given back. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        Area area = Area.of(path);
        boolean typed = !HARMLESS.contains(request.getMethod()) && !path.equals(area.path() + "/sign-out");
        if (!wantsPage(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (typed) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.setStatus(HARMLESS.contains(request.getMethod()) ? 302 : 303);
            response.setHeader(HttpHeaders.LOCATION, area.door());
        }
    }

    private static void elsewhere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                && who.signIn().stage() != Stage.COMPLETE
                && wantsPage(request)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, ownPages(who.signIn()));
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || List.of("text/html", "*/*").stream().anyMatch(accept::contains);
    }
}
