package tombolo.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a link leads that is given to somebody: where we are told that we are, if we are; what a browser says about it may be made up. */
@Component
public class LinkHome {
    private final Optional<String> told;

    LinkHome(@Value("${tombolo.url:#{null}}") @Nullable String url) {
        this.told = Optional.ofNullable(url);
    }

    /** The address without a path, to put one behind it. */
    public String of(HttpServletRequest request) {
        return told.orElseGet(
                () -> ServletUriComponentsBuilder.fromContextPath(request).toUriString());
    }
}
