package tombolo.safety.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tombolo.ui.Area;
import tombolo.ui.NavigationEntry;

/** The plan is one press from every page the person has. */
@Configuration(proxyBeanMethods = false)
class PlanMenu {
    @Bean
    NavigationEntry mySafetyPlan() {
        return new NavigationEntry(Area.MY, 15, "/my/safety-plan", "safety.plan.nav");
    }
}
