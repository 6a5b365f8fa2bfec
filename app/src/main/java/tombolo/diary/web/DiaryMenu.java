package tombolo.diary.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;
import tombolo.vault.Role;

/** The diary's place in both areas. */
@Configuration(proxyBeanMethods = false)
class DiaryMenu {
    @Bean
    NavigationEntry myAppointments() {
        return new NavigationEntry(Area.MY, 40, "/my/appointments", "diary.nav");
    }

    @Bean
    NavigationEntry therapistsDiary() {
        return new NavigationEntry(
                Area.DESK,
                5,
                "/desk/diary",
                "diary.desk.nav",
                viewer -> viewer.filter(one -> one.is(Role.THERAPIST)).isPresent());
    }
}
