package tombolo.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Runs every workload once, one after the other, and prints each figure beside its budget; it judges nothing else. */
public final class Bench {
    private Bench() {}

    /**
     * Measures and prints. A budget that does not hold is said in words; the exit status stays 0, since a machine may be busy.
     *
     * @param arguments ids of workloads, such as W2, to measure those alone; none for all
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("tombolo-bench");
        List<Figure> figures = new ArrayList<>();
        try {
            System.out.printf(
                    "%s, %d processors, Java %s%n%n",
                    System.getProperty("os.name"),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version"));
            if (isAsked(arguments, "W4b")) {
                figures.addAll(print(Scoring.measure(scratch)));
            }
            if (isAsked(arguments, "W1")) {
                figures.addAll(print(ColdStart.measure(scratch)));
            }
            try (DemoRun demo = DemoRun.start(scratch.resolve("pages"), Paths.hasAotCache(), DemoRun.LASTING)) {
                if (isAsked(arguments, "W6")) {
                    figures.addAll(print(PageWeight.measure(demo.address())));
                }
                if (isAsked(arguments, "W3")) {
                    figures.addAll(print(Pages.measure(demo.address())));
                }
                if (isAsked(arguments, "W2")) {
                    figures.addAll(print(Submits.measure(demo, scratch)));
                }
                figures.addAll(print(List.of(
                        Figure.atMost("W7", "resident memory after that load", demo.residentMiB(), 512, "MiB"))));
            }
        } finally {
            delete(scratch);
        }
        long held = figures.stream().filter(Figure::holds).count();
        System.out.printf("%n%d of %d figures are within their budgets.%n", held, figures.size());
    }

    private static boolean isAsked(String[] arguments, String workload) {
        return arguments.length == 0 || List.of(arguments).contains(workload);
    }

    private static List<Figure> print(List<Figure> figures) {
        figures.forEach(figure -> System.out.println(figure.line()));
        return figures;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path visited, java.io.@org.jspecify.annotations.Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
