package tombolo.continuity;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the data, the keys and the checkpoints of this Tombolo are, as its host has said in the environment. */
public record Settings(
        Path data, Path keys, Path checkpoints, Optional<String> databaseUrl, Optional<String> ownerUrl) {

    public static Settings of(Map<String, String> environment) {
        return new Settings(
                Path.of(environment.getOrDefault("TOMBOLO_DATA", "./data")),
                Path.of(environment.getOrDefault("TOMBOLO_KEYS", "./keys")),
                Path.of(environment.getOrDefault("TOMBOLO_CHECKPOINTS", "./checkpoints")),
                given(environment.get("TOMBOLO_DB_URL")),
                given(environment.get("TOMBOLO_DB_MIGRATE_URL")));
    }

    private static Optional<String> given(@Nullable String url) {
        return Optional.ofNullable(url).filter(text -> !text.isBlank());
    }
}
