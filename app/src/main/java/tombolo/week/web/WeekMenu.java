package tombolo.week.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The person's first page is their week. */
@Configuration(proxyBeanMethods = false)
class WeekMenu {
    @Bean
    NavigationEntry myWeek() {
        return new NavigationEntry(Area.MY, 0, "/my", "week.nav");
    }
}
