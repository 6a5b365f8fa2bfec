package tombolo.enquiries.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The way to somebody who answers, from every public page; and the enquiries' place on the desk. */
@Configuration(proxyBeanMethods = false)
class EnquiriesMenu {
    @Bean
    NavigationEntry someoneWhoAnswers() {
        return new NavigationEntry(Area.PUBLIC, 5, "/reach-out", "enquiries.nav");
    }

    @Bean
    NavigationEntry enquiriesOnTheDesk() {
        return new NavigationEntry(Area.DESK, 10, "/desk/enquiries", "enquiries.list.title");
    }
}
