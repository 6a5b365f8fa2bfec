package tombolo.people.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The first entries of the menu on the desk. */
@Configuration(proxyBeanMethods = false)
class PeopleMenu {
    @Bean
    NavigationEntry deskHome() {
        return new NavigationEntry(Area.DESK, 0, "/desk", "people.desk.title");
    }

    @Bean
    NavigationEntry peopleOnTheDesk() {
        return new NavigationEntry(Area.DESK, 20, "/desk/people", "people.list.title");
    }
}
