package tombolo.practice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The practice in the desk's menu. */
@Configuration(proxyBeanMethods = false)
class PracticeMenu {
    @Bean
    NavigationEntry practiceEntry() {
        return new NavigationEntry(Area.DESK, 80, "/desk/practice", "practice.nav");
    }
}
