package tombolo.practice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** On the first start of {@code serve}, tells whoever stands at the server how to begin. There is no account before that. */
@Component
@Profile("serve")
class SetUpAtStart {
    private final SetUp setUp;
    private final Environment environment;
    private final String url;

    SetUpAtStart(SetUp setUp, Environment environment, @Value("${tombolo.url:}") String url) {
        this.setUp = setUp;
        this.environment = environment;
        this.url = url;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (setUp.isNeeded()) {
            String base = url.isEmpty() ? "http://localhost:" + environment.getProperty("local.server.port") : url;
            System.out.printf("""

                    This Tombolo has no practice yet. To set it up, open
                      %s/set-up
                    and give this token. It works once, and only until the next start.
                      %s

                    """, base, setUp.issue().text());
        }
    }
}
