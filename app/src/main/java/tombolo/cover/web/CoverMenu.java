package tombolo.cover.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;
import tombolo.vault.Role;

/** Being away is one press from the desk; the will stands beside it. */
@Configuration(proxyBeanMethods = false)
class CoverMenu {
    @Bean
    NavigationEntry awayOnTheDesk() {
        return new NavigationEntry(
                Area.DESK,
                60,
                "/desk/away",
                "cover.desk.nav",
                viewer -> viewer.filter(it -> it.is(Role.THERAPIST) || it.is(Role.MANAGER))
                        .isPresent());
    }
}
