package tombolo.course.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;
import tombolo.vault.Role;

/** The course in both menus. */
@Configuration(proxyBeanMethods = false)
class CourseMenu {
    @Bean
    NavigationEntry myCourse() {
        return new NavigationEntry(Area.MY, 20, "/my/course", "course.my.nav");
    }

    @Bean
    NavigationEntry variantsOnTheDesk() {
        return new NavigationEntry(
                Area.DESK,
                60,
                "/desk/variants",
                "course.desk.variants.nav",
                viewer -> viewer.filter(it -> it.is(Role.THERAPIST)).isPresent());
    }
}
