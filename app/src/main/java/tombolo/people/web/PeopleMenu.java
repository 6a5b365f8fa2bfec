package tombolo.people.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The first entries of both menus. */
@Configuration(proxyBeanMethods = false)
class PeopleMenu {
    @Bean
    NavigationEntry myHome() {
        return new NavigationEntry(Area.MY, 0, "/my", "people.my.title");
    }

    @Bean
    NavigationEntry deskHome() {
        return new NavigationEntry(Area.DESK, 0, "/desk", "people.desk.title");
    }

    @Bean
    NavigationEntry peopleOnTheDesk() {
        return new NavigationEntry(Area.DESK, 20, "/desk/people", "people.list.title");
    }
}
