package tombolo.site.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** How it helps, in the public menu; what becomes of words is at the foot of every page. */
@Configuration(proxyBeanMethods = false)
class SiteMenu {
    @Bean
    NavigationEntry howItHelps() {
        return new NavigationEntry(Area.PUBLIC, 10, "/how-it-helps", "site.nav.how");
    }
}
