package tombolo.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses a passkey may be bound to: the one Tombolo is told it has and names below it, or this very machine. */
@Component
class OwnAddresses {
    private final @Nullable URI url;

    OwnAddresses(@Value("${tombolo.url:#{null}}") @Nullable String url) {
        this.url = url == null ? null : URI.create(url);
    }

    /** Nothing when the browser reached us by an address no passkey can be bound to, such as a bare number. */
    Optional<OwnAddress> of(HttpServletRequest request) {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (url != null && lies(host, url.getHost())) {
            return Optional.of(OwnAddress.of(url, host));
        }
        return lies(host, "localhost")
                ? Optional.of(OwnAddress.of(
                        URI.create(request.getScheme() + "://localhost:" + request.getServerPort()), host))
                : Optional.empty();
    }

    private static boolean lies(String host, String within) {
        return host.equals(within) || host.endsWith("." + within);
    }
}
