package tombolo.inventory.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The circles' place in the person's menu; staff come to them from the person's page. */
@Configuration(proxyBeanMethods = false)
class CirclesMenu {
    @Bean
    NavigationEntry myCircles() {
        return new NavigationEntry(Area.MY, 10, "/my/circles", "inventory.nav");
    }
}
