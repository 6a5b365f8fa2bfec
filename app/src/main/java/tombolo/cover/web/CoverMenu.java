package tombolo.cover.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.cover.ClinicalWills;
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

    /** Also for whoever holds a key to a will and is never away: who supervises. */
    @Bean
    NavigationEntry willsOnTheDesk() {
        return new NavigationEntry(
                Area.DESK,
                61,
                "/desk/clinical-wills",
                "cover.desk.will.nav",
                viewer -> viewer.filter(ClinicalWills::holdsAKey).isPresent());
    }
}
