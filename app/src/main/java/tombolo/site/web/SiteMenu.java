package tombolo.site.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The public pages in the public menu. */
@Configuration(proxyBeanMethods = false)
class SiteMenu {
    @Bean
    NavigationEntry howItHelps() {
        return new NavigationEntry(Area.PUBLIC, 10, "/how-it-helps", "site.nav.how");
    }

    @Bean
    NavigationEntry aboutPrivacy() {
        return new NavigationEntry(Area.PUBLIC, 20, "/about-privacy", "site.nav.privacy");
    }
}
