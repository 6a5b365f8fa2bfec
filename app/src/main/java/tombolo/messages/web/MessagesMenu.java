package tombolo.messages.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;
import tombolo.vault.Role;

/** Where messages are found: the person's own, and the name they come from for whoever runs the practice. */
@Configuration(proxyBeanMethods = false)
class MessagesMenu {
    @Bean
    NavigationEntry myMessages() {
        return new NavigationEntry(Area.MY, 80, "/my/messages", "messages.nav");
    }

    @Bean
    NavigationEntry messageSender() {
        return new NavigationEntry(
                Area.DESK,
                85,
                "/desk/messages",
                "messages.desk.sender.nav",
                viewer -> viewer.filter(one -> one.is(Role.MANAGER)).isPresent());
    }
}
