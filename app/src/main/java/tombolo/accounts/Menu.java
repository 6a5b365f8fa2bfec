package tombolo.accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** What signing in adds to the menus. */
@Configuration(proxyBeanMethods = false)
class Menu {
    /** People who have pages of their own come by the public pages, too. */
    @Bean
    NavigationEntry signIn() {
        return new NavigationEntry(Area.PUBLIC, 90, Area.MY.door(), "accounts.sign-in.my.title");
    }

    @Bean
    NavigationEntry mySignIns() {
        return new NavigationEntry(Area.MY, 90, "/my/sign-ins", "accounts.nav.sign-ins");
    }

    @Bean
    NavigationEntry deskSignIns() {
        return new NavigationEntry(Area.DESK, 90, "/desk/sign-ins", "accounts.nav.sign-ins");
    }
}
