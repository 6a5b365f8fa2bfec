package tombolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every control in the hazard log names a test that exists, so that no safeguard is a wish. */
class HazardLogTests {
    private static final Path ROOT = Path.of("..");
    private static final Path LOG = ROOT.resolve("docs/safety/hazard-log.csv");
    private static final String HEADER = "id;hazard;causes;severity;likelihood;rating;control;test;rating_after;since";

    @Test
    void everyControlNamesATestThatExists() throws IOException {
        Map<String, String> tests = testSources();
        List<String> wishes = new ArrayList<>();
        for (String[] row : rows()) {
            for (String named : row[7].split(" ")) {
                String[] parts = named.split("#");
                String source = tests.get(parts[0]);
                boolean exists = source != null && (parts.length == 1 || source.contains("void " + parts[1] + "("));
                if (!exists) {
                    wishes.add(row[0] + ": " + named);
                }
            }
        }
        assertThat(wishes).isEmpty();
    }

    @Test
    void everyRowIsWhole() throws IOException {
        Set<String> controls = new HashSet<>();
        for (String[] row : rows()) {
            assertThat(row).as(row[0]).hasSize(10).doesNotContain("");
            assertThat(row[0]).matches("H\\d+\\.\\d+");
            assertThat(row[3]).isIn("Minor", "Significant", "Considerable", "Major", "Catastrophic");
            assertThat(row[4]).isIn("Very low", "Low", "Medium", "High", "Very high");
            assertThat(Integer.parseInt(row[8]))
                    .as(row[0] + " is no worse with its control")
                    .isLessThanOrEqualTo(Integer.parseInt(row[5]));
            assertThat(controls.add(row[0])).as(row[0] + " stands once").isTrue();
        }
    }

    private static List<String[]> rows() throws IOException {
        List<String> lines = Files.readAllLines(LOG);
        assertThat(lines.getFirst()).isEqualTo(HEADER);
        return lines.stream().skip(1).map(line -> line.split(";", -1)).toList();
    }

    private static Map<String, String> testSources() throws IOException {
        try (Stream<Path> files = Stream.of("app", "browser-tests", "instruments")
                .map(module -> ROOT.resolve(module).resolve("src/test/java"))
                .flatMap(HazardLogTests::walk)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            HazardLogTests::read,
                            (one, other) -> one + other));
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
