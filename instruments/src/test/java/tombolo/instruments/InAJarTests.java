package tombolo.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonFactory;

/** The questionnaires are found in a jar as well as in folders, so that the application can bring them. */
class InAJarTests {

    @Test
    void theSameQuestionnairesAreFound(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("instruments.jar");
        pack(classes(), jar);
        URL jackson = JsonFactory.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader apart =
                new URLClassLoader(new URL[] {jar.toUri().toURL(), jackson}, ClassLoader.getPlatformClassLoader())) {
            Class<?> instruments = apart.loadClass("tombolo.instruments.Instruments");
            assertThat(instruments.getMethod("bundledIds").invoke(null)).isEqualTo(Instruments.bundledIds());
            Object bundled = instruments.getMethod("bundled").invoke(null);
            assertThat((List<?>) instruments.getMethod("all").invoke(bundled)).hasSameSizeAs(Instruments.bundledIds());
        }
    }

    private static Path classes() throws Exception {
        return Path.of(Instruments.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zipped = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zipped.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, zipped);
            }
        }
    }
}
