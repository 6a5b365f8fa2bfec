package tombolo.places.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The places in both areas, behind what is needed more often. */
@Configuration(proxyBeanMethods = false)
class PlacesMenu {
    @Bean
    NavigationEntry myPlaces() {
        return new NavigationEntry(Area.MY, 70, "/my/places", "places.nav");
    }

    @Bean
    NavigationEntry deskPlaces() {
        return new NavigationEntry(Area.DESK, 75, "/desk/places", "places.desk.nav");
    }
}
