package tombolo.safety.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;
import tombolo.vault.Role;

/** What waits for a human is one press from every page of the desk. */
@Configuration(proxyBeanMethods = false)
class ConcernMenu {
    @Bean
    NavigationEntry concernsOnTheDesk() {
        return new NavigationEntry(
                Area.DESK,
                5,
                "/desk/concerns",
                "safety.desk.concern.nav",
                viewer -> viewer.filter(it -> it.is(Role.THERAPIST) || it.is(Role.MANAGER) || it.is(Role.SUPERVISOR))
                        .isPresent());
    }
}
