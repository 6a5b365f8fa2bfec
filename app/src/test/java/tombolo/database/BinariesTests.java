package tombolo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's programs, when a backup and the application are both started for the first time. */
class BinariesTests {

    @Test
    void areUnpackedWholeByTwoAtOnce(@TempDir Path home) throws Exception {
        CompletableFuture.allOf(IntStream.range(0, 2)
                        .mapToObj(number -> CompletableFuture.runAsync(() -> {
                            try {
                                assertThat(Binaries.unpackedIn(home).program("postgres"))
                                        .isExecutable();
                            } catch (java.io.IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).as("no half of it is left behind").hasSize(1);
        }
    }
}
