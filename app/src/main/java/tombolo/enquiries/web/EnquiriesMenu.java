package tombolo.enquiries.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The enquiries' place on the desk. */
@Configuration(proxyBeanMethods = false)
class EnquiriesMenu {
    @Bean
    NavigationEntry enquiriesOnTheDesk() {
        return new NavigationEntry(Area.DESK, 10, "/desk/enquiries", "enquiries.list.title");
    }
}
