package tombolo.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * W3: the pages that are open most, signed in, over HTTP: the person's week, circles and pieces of work, and the therapist's
 * page for the hour.
 */
final class Pages {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private Pages() {}

    static List<Figure> measure(URI address) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        try (Visitor anna = new Visitor(address);
                Visitor ishbel = new Visitor(address)) {
            anna.signInAs("Anna");
            ishbel.signInAs("Ishbel");
            figures.addAll(measure("circles page", anna, "/my/circles"));
            figures.addAll(measure("week page", anna, "/my"));
            figures.addAll(measure("session page", ishbel, hour(ishbel)));
            figures.addAll(measure("work page", anna, "/my/techniques"));
            figures.addAll(measure("piece page", anna, piece(anna)));
        }
        return figures;
    }

    /** The page for the first hour on Ishbel's desk. */
    private static String hour(Visitor ishbel) throws IOException, InterruptedException {
        return ishbel.first("/desk", "href=\"(/desk/people/[0-9a-f-]{36}/session)[\"?]");
    }

    /** The page of the first piece of work on Anna's list. */
    private static String piece(Visitor anna) throws IOException, InterruptedException {
        return anna.first("/my/techniques", "href=\"(/my/techniques/[0-9a-f-]{36})[\"?]");
    }

    private static List<Figure> measure(String name, Visitor visitor, String path)
            throws IOException, InterruptedException {
        int bytes = visitor.open(path).body().length;
        OpenModel.capacity(WARM_UP, () -> visitor.open(path));
        double capacity = OpenModel.capacity(LENGTH, () -> visitor.open(path));
        double p99 = OpenModel.latency(capacity / 2, LENGTH, 0.99, () -> visitor.open(path));
        return List.of(
                Figure.atMost("W3", name + ", compressed", bytes / 1024.0, 14, "KiB"),
                Figure.atLeast("W3", name + ", eight at a time", capacity, 300, "pages/s"),
                Figure.atMost("W3", name + ", p99 at half of that rate", p99, 20, "ms"));
    }
}
