package tombolo.continuity.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The way to the key-recovery sheet, shown to those who may make it. */
@Configuration(proxyBeanMethods = false)
class SheetMenu {
    @Bean
    NavigationEntry keyRecoverySheet(SheetMakers makers) {
        return new NavigationEntry(
                Area.DESK,
                85,
                KeyRecoverySheetController.HERE,
                "continuity.nav",
                viewer -> viewer.filter(makers::include).isPresent());
    }
}
