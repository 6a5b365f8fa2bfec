package tombolo.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** The application exactly as it is shipped: the jar that the build has just made, laid out once for a quick start. */
final class Packaged {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private Packaged() {}

    /** The jar to start, extracted under {@code target/packaged} so that a dozen starts cost a dozen seconds less. */
    static synchronized Path application() {
        try {
            Path shipped = shipped();
            Path home = TARGET.resolve("packaged");
            Path ready = home.resolve(shipped.getFileName());
            Path mark = home.resolve(".from");
            String from = print(shipped);
            if (!Files.exists(mark) || !Files.readString(mark).equals(from)) {
                forget(home);
                extract(shipped, home);
                Files.writeString(mark, from);
            }
            return ready;
        } catch (IOException e) {
            throw new UncheckedIOException("The packaged application could not be laid out", e);
        }
    }

    /** The build is reproducible, so neither the jar's date nor its size tells one build from the next. */
    private static String print(Path shipped) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(Files.readAllBytes(shipped));
        return Long.toHexString(sum.getValue()) + " " + Files.size(shipped);
    }

    /** What tells this build from every other. */
    static String build() {
        try {
            return print(shipped());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of the application inside the shipped jar, for reading which routes it answers. */
    static FileSystem opened() throws IOException {
        return FileSystems.newFileSystem(shipped());
    }

    /** The flag by which a start leaves behind what makes later ones quick: the classes, read and linked. */
    static String toRemember() {
        return "-XX:AOTCacheOutput=" + memory();
    }

    /** The application, by the classes that ship, and quickly where a start has left behind what makes it so. */
    static List<String> program() {
        String jar = application().toString();
        return Files.exists(memory()) ? List.of("-XX:AOTCache=" + memory(), "-jar", jar) : List.of("-jar", jar);
    }

    private static Path memory() {
        return application().resolveSibling("tombolo.aot");
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path shipped() throws IOException {
        Path target = Path.of("..", "app", "target").toAbsolutePath().normalize();
        try (Stream<Path> found = Files.list(target)) {
            return found.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IllegalStateException(
                            "No *-exec.jar in " + target + ": run these tests through ./tombolo test"));
        }
    }

    private static void extract(Path shipped, Path home) throws IOException {
        Process extraction = new ProcessBuilder(List.of(
                        java().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        shipped.toString(),
                        "extract",
                        "--destination",
                        home.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (extraction.waitFor() != 0) {
                throw new IllegalStateException("The packaged application could not be extracted from " + shipped);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while laying out the application", e);
        }
    }

    static void forget(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
