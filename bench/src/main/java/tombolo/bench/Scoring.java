package tombolo.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** W4b: {@code ./tombolo score phq-9} over a million rows, read from a file and written to one. */
final class Scoring {
    private static final int ROWS = 1_000_000;
    private static final int REPEATS = 3;

    private Scoring() {}

    static List<Figure> measure(Path scratch) throws IOException, InterruptedException {
        Path million = write(scratch.resolve("phq-9.csv"), ROWS);
        Path one = write(scratch.resolve("one.csv"), 1);
        List<Double> starts = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            double start = run(one, scratch.resolve("one-scores.csv"));
            double whole = run(million, scratch.resolve("scores.csv"));
            starts.add(start);
            rates.add(ROWS / (whole - start));
        }
        long scored;
        try (var lines = Files.lines(scratch.resolve("scores.csv"))) {
            scored = lines.count() - 1;
        }
        if (scored != ROWS) {
            throw new IllegalStateException("score wrote " + scored + " rows for " + ROWS);
        }
        return List.of(
                Figure.atLeast(
                        "W4b",
                        "score, a million PHQ-9 rows, after start, median",
                        ColdStart.median(rates),
                        500_000,
                        "rows/s"),
                Figure.atMost("W4b", "score, one row, start included, median", ColdStart.median(starts), 0.4, "s"));
    }

    private static Path write(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(9);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,1,2,3,4,5,6,7,8,9\n");
            for (int row = 0; row < rows; row++) {
                out.write(Integer.toString(row));
                for (int item = 0; item < 9; item++) {
                    out.write(',');
                    int answer = random.nextInt(33);
                    out.write(answer == 32 ? "" : Integer.toString(answer % 4));
                }
                out.write('\n');
            }
        }
        return file;
    }

    private static double run(Path in, Path out) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(Paths.HOME.resolve("tombolo").toString(), "score", "phq-9")
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("score ended with status " + status);
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
