package tombolo.accounts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tombolo.database.CurrentPractice;
import tombolo.database.PracticeRegistry;

/** The way back of somebody who works alone: whoever starts the server may ask it for a colleague's link. */
@Component
@Profile("serve")
@ConditionalOnProperty("tombolo.way-back")
class WayBackAtStart {
    private final WayBacks wayBacks;
    private final PracticeRegistry registry;
    private final Environment environment;
    private final String address;
    private final String url;

    WayBackAtStart(
            WayBacks wayBacks,
            PracticeRegistry registry,
            Environment environment,
            @Value("${tombolo.way-back}") String address,
            @Value("${tombolo.url:}") String url) {
        this.wayBacks = wayBacks;
        this.registry = registry;
        this.environment = environment;
        this.address = address;
        this.url = url;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        String base = url.isEmpty() ? "http://localhost:" + environment.getProperty("local.server.port") : url;
        boolean known = false;
        for (UUID practice : registry.all()) {
            Optional<Secret> link = CurrentPractice.within(practice, () -> wayBacks.atConsole(address));
            known |= link.isPresent();
            link.ifPresent(secret -> System.out.printf(
                    "%nThis link lets %s back in. It works once, within an hour.%n  %s/way-back/%s%n%n",
                    address, base, secret.text()));
        }
        if (!known) {
            System.out.printf("%nNo member of staff signs in as %s, so there is no link.%n%n", address);
        }
    }
}
