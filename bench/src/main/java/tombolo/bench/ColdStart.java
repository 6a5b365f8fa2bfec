package tombolo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** W1 and W7: from exec to the first page, on a data folder that exists and on none; and the memory it then holds. */
final class ColdStart {
    private static final int REPEATS = 5;

    private ColdStart() {}

    static List<Figure> measure(Path scratch) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        Path data = scratch.resolve("cold");
        try (DemoRun first = DemoRun.start(data, Paths.hasAotCache(), DemoRun.QUICK)) {
            figures.add(
                    Figure.atMost("W1", "very first start, to the first page", seconds(first.firstPage()), 12, "s"));
        }
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        double resident = 0;
        for (int i = 0; i < REPEATS; i++) {
            try (DemoRun again = DemoRun.start(data, Paths.hasAotCache(), DemoRun.QUICK)) {
                wall.add(seconds(again.firstPage()));
                cpu.add(seconds(again.cpuToFirstPage()));
                if (i == REPEATS - 1) {
                    Thread.sleep(10_000);
                    resident = again.residentMiB();
                }
            }
        }
        String cache = Paths.hasAotCache() ? "with AOT cache" : "WITHOUT AOT cache";
        figures.add(Figure.atMost("W1", "later start, to the first page, median, " + cache, median(wall), 2.5, "s"));
        figures.add(Figure.atMost("W1", "its processor time, median", median(cpu), 8, "CPU-s"));
        figures.add(Figure.atMost("W7", "resident memory, idle (PostgreSQL apart)", resident, 350, "MiB"));
        return figures;
    }

    private static double seconds(java.time.Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
