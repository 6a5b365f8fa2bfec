package tombolo.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built parts lie, seen from the folder {@code ./tombolo} is run in. */
final class Paths {
    static final Path HOME =
            Path.of(System.getProperty("tombolo.home", ".")).toAbsolutePath().normalize();
    static final Path APPLICATION = HOME.resolve("app/target/run/tombolo.jar");
    static final Path AOT_CACHE = HOME.resolve("app/target/run/tombolo.aot");
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Paths() {}

    static boolean hasAotCache() {
        return Files.exists(AOT_CACHE);
    }
}
