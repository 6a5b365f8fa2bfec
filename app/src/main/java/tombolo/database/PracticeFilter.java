package tombolo.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every request is work for the practice whose host name it came to; looked up only when something asks. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PracticeFilter extends OncePerRequestFilter {
    private final PracticeRegistry registry;

    PracticeFilter(PracticeRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName();
        Supplier<UUID> practice = () -> registry.at(host).orElseThrow(() -> new NoPractice(host));
        try {
            CurrentPractice.withinLooked(practice, () -> {
                chain.doFilter(request, response);
                return host;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** An error page is work for the practice too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
