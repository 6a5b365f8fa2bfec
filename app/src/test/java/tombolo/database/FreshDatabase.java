package tombolo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives every application context of the tests a database, a key directory and a checkpoint directory of its own. */
public final class FreshDatabase implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("tombolo.db.url") || environment.containsProperty("test.own-database")) {
            return;
        }
        TestCluster.Fresh fresh = TestCluster.fresh();
        if ("off".equals(environment.getProperty("test.row-level-security"))) {
            fresh.withoutRowLevelSecurity();
        }
        try {
            Path home = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath().resolve("databases")), fresh.name());
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh database",
                            Map.of(
                                    "tombolo.db.url", fresh.url(Role.APP),
                                    "tombolo.db.migrate-url", fresh.url(Role.OWNER),
                                    "tombolo.db.admin-url", fresh.url(Role.ADMIN),
                                    "tombolo.data", home.toString(),
                                    "tombolo.keys", home.resolve("keys").toString(),
                                    "tombolo.checkpoints",
                                            home.resolve("checkpoints").toString())));
        } catch (IOException e) {
            throw new IllegalStateException("No folder for a test could be made", e);
        }
    }
}
