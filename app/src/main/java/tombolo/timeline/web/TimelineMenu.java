package tombolo.timeline.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The timeline's place in the person's menu; staff come to it from the person's page. */
@Configuration(proxyBeanMethods = false)
class TimelineMenu {
    @Bean
    NavigationEntry myTimeline() {
        return new NavigationEntry(Area.MY, 30, "/my/timeline", "timeline.nav");
    }
}
