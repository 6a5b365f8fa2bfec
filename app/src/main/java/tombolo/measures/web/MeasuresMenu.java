package tombolo.measures.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** How it goes is one press from every page the person has. */
@Configuration(proxyBeanMethods = false)
class MeasuresMenu {
    @Bean
    NavigationEntry myProgress() {
        return new NavigationEntry(Area.MY, 40, "/my/progress", "measures.progress.nav");
    }
}
