package tombolo.cli;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application with the settings a verb has chosen. */
final class Application {
    private Application() {}

    static ConfigurableApplicationContext start(Map<String, Object> settings, String... profiles) {
        SpringApplication application = new SpringApplication(mainClass());
        application.setAdditionalProfiles(profiles);
        return application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** The application class lives in the root package, above this module; named here so that no cycle is built. */
    private static Class<?> mainClass() {
        try {
            return Class.forName("tombolo.Tombolo");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The application class is missing from the class path", e);
        }
    }
}
