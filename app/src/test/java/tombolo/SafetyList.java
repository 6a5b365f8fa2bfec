package tombolo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the lists under docs/safety: a row for each thing that must not happen, with the tests that prove it does not. */
record SafetyList(List<String> columns, List<List<String>> rows) {
    private static final Path ROOT = Path.of("..");

    static SafetyList named(String file) {
        return of(read(ROOT.resolve("docs/safety").resolve(file)));
    }

    static SafetyList of(String text) {
        List<List<String>> lines =
                text.lines().map(line -> List.of(line.split(";", -1))).toList();
        return new SafetyList(lines.getFirst(), lines.subList(1, lines.size()));
    }

    String cell(List<String> row, String column) {
        return row.get(columns.indexOf(column));
    }

    /** The rows that name a test which does not exist, each with that test. */
    List<String> wishes() {
        Map<String, String> tests = testSources();
        return rows.stream()
                .flatMap(row -> Arrays.stream(cell(row, "test").split(" "))
                        .filter(named -> !exists(named, tests))
                        .map(named -> row.getFirst() + ": " + named))
                .toList();
    }

    /** The rows with a cell too many, too few or left empty. */
    List<String> notWhole() {
        return rows.stream()
                .filter(row -> row.size() != columns.size() || row.stream().anyMatch(String::isBlank))
                .map(List::getFirst)
                .toList();
    }

    /** The ids that stand more than once. */
    List<String> twice() {
        Set<String> seen = new HashSet<>();
        return rows.stream().map(List::getFirst).filter(id -> !seen.add(id)).toList();
    }

    private static boolean exists(String named, Map<String, String> tests) {
        String[] parts = named.split("#");
        String source = tests.get(parts[0]);
        return source != null && (parts.length == 1 || source.contains("void " + parts[1] + "("));
    }

    private static Map<String, String> testSources() {
        return Stream.of("app", "browser-tests", "instruments")
                .map(module -> ROOT.resolve(module).resolve("src/test/java"))
                .flatMap(SafetyList::walk)
                .filter(file -> file.toString().endsWith(".java"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        SafetyList::read,
                        (one, other) -> one + other));
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
